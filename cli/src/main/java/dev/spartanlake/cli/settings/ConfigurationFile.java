package dev.spartanlake.cli.settings;

import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/// The values that stand in a configuration file, which need not be of the right kind.
final class ConfigurationFile {

    /// Where another file is than usual.
    static final String VARIABLE = "SPARTANLAKE_CONFIG";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final long LONGEST = 1L << 20;

    private final Path path;
    private final boolean isOfWarehouse;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private ConfigurationFile(Path path, boolean isOfWarehouse) {
        this.path = path;
        this.isOfWarehouse = isOfWarehouse;
    }

    /// Reads the file that counts, the first that is there: what `SPARTANLAKE_CONFIG` names, `spartanlake.toml` in the
    /// warehouse, the user's own. Where there is none, the last of these, which then says nothing.
    ///
    /// @throws ConfigurationException when the variable names no file, or the file cannot be read
    static ConfigurationFile of(Machine machine, Path warehouse) {
        String named = machine.variable(VARIABLE);
        if (!named.isEmpty()) {
            return read(named(Path.of(named)), false);
        }
        Path ofWarehouse = new WarehouseDirectory(warehouse).configuration();
        return Files.exists(ofWarehouse) ? read(ofWarehouse, true) : read(own(machine), false);
    }

    /// The user's own file, named as that of a warehouse is. It need not be there.
    static Path own(Machine machine) {
        return new WarehouseDirectory(machine.configurationDirectory()).configuration();
    }

    private static Path named(Path file) {
        if (Files.notExists(file)) {
            throw new ConfigurationException(List.of(
                    VARIABLE + ": expected a configuration file, found none at " + file + "; correct it or unset it"));
        }
        return file;
    }

    private static ConfigurationFile read(Path path, boolean isOfWarehouse) {
        ConfigurationFile file = new ConfigurationFile(path, isOfWarehouse);
        if (Files.exists(path)) {
            file.parse(file.text());
        }
        return file;
    }

    /// Where it is.
    Path path() {
        return path;
    }

    /// Whether it lies in the directory of a warehouse, and may have come with that from somebody else.
    boolean isOfWarehouse() {
        return isOfWarehouse;
    }

    /// The value of a key; empty when there is none.
    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// All entries in the order of the file.
    Map<String, Entry> entries() {
        return entries;
    }

    /// What is no TOML, each fault with its place.
    List<Fault> faults() {
        return faults;
    }

    /// A place in the file, such as `spartanlake.toml:7`.
    String at(int line) {
        return path + ":" + line;
    }

    private String text() {
        try {
            if (Files.size(path) > LONGEST) {
                throw unreadable(
                        "a file of at most " + SizeText.of(LONGEST) + ", found " + Files.size(path) + " bytes");
            }
            String text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherCharset) {
            throw unreadable("text in UTF-8, found other bytes");
        } catch (IOException failed) {
            throw unreadable("a file that can be read, found: " + failed);
        }
    }

    private ConfigurationException unreadable(String expectedAndFound) {
        return new ConfigurationException(
                List.of(path + ": expected " + expectedAndFound + "; correct the file or move it away"));
    }

    private void parse(String text) {
        TomlParseResult toml = Toml.parse(text, TomlVersion.V1_0_0);
        Set<Integer> brokenLines = new HashSet<>();
        for (TomlParseError error : toml.errors()) {
            int line = error.position().line();
            brokenLines.add(line);
            faults.add(new Fault(
                    line,
                    at(line) + ": column " + error.position().column() + ": "
                            + uncapitalized(String.valueOf(error.getMessage())) + "; correct the line"));
        }
        collect(toml, "", brokenLines);
    }

    /// Tables of tables become keys with dots. What stands on a line that is no TOML is left out: it is half of
    /// what was meant.
    private void collect(TomlTable table, String prefix, Set<Integer> brokenLines) {
        table.keySet().stream()
                .sorted(Comparator.comparingInt(name -> line(table, name)))
                .forEach(name -> {
                    Object value = Objects.requireNonNull(table.get(List.of(name)));
                    // A dot within quotes is part of a name, and no setting's name has one.
                    String key = prefix + (name.indexOf('.') < 0 ? name : "\"" + name + "\"");
                    if (value instanceof TomlTable inner && !inner.isEmpty() && !isSetting(key)) {
                        collect(inner, key + ".", brokenLines);
                    } else if (!brokenLines.contains(line(table, name)) && !isEmptyGroup(value, key)) {
                        entries.put(key, new Entry(line(table, name), value));
                    }
                });
    }

    private static boolean isSetting(String key) {
        return Setting.ALL.stream().anyMatch(setting -> setting.key().equals(key));
    }

    /// A heading below which every line is commented out.
    private static boolean isEmptyGroup(Object value, String key) {
        return value instanceof TomlTable
                && Setting.ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
    }

    private static int line(TomlTable table, String name) {
        return Objects.requireNonNull(table.inputPositionOf(List.of(name))).line();
    }

    private static String uncapitalized(String message) {
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /// A value in the file.
    ///
    /// @param line where it stands
    /// @param value what TOML makes of it
    record Entry(int line, Object value) {

        /// The value as it is shown to the user who wrote it.
        String text() {
            return switch (value) {
                case String text -> "\"" + text + "\"";
                case TomlTable table -> "a table of " + table.size() + " values";
                case TomlArray array -> "a list of " + array.size() + " values";
                default -> value.toString();
            };
        }
    }

    /// Something that is wrong.
    ///
    /// @param line where; the order in which faults are told
    /// @param message what, in one line
    record Fault(int line, String message) {}
}
