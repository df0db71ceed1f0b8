package dev.spartanlake.erasure;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks for a player's identifier, in texts and wherever a warehouse keeps something.
final class PlayerTraces {

    /// A number of so many digits is nothing else; a short one may be a score.
    private static final int UNMISTAKABLE = 12;

    private static final String ESCAPED_DIGIT = "\\\\u003[0-9]";

    private final WarehouseDirectory directory;
    private final Mirror mirror;
    private final String digits;
    private final String written;
    private final Pattern identifier;
    private final TextInBytes inBytes;

    PlayerTraces(WarehouseDirectory directory, FileStore files, Xuid player) {
        this.directory = directory;
        mirror = new Mirror(directory, files);
        digits = player.text();
        written = written(digits);
        String alone = digits.length() >= UNMISTAKABLE
                ? "(?<![0-9]|" + ESCAPED_DIGIT + ")" + written + "(?![0-9]|" + ESCAPED_DIGIT + ")"
                : "\"" + written + "\"";
        identifier = Pattern.compile(written("xuid(" + digits + ")") + "|" + alone);
        inBytes = new TextInBytes(identifier, "x\"\\" + digits.charAt(0));
    }

    /// A pattern of a text as JSON may write it: each character as it is, or as an escape.
    private static String written(String text) {
        return text.chars()
                .mapToObj(character -> String.format(Locale.ROOT, "(?:[%c]|\\\\u%04x)", (char) character, character))
                .collect(Collectors.joining());
    }

    /// Whether a text names the player.
    boolean areIn(String text) {
        return identifier.matcher(text).find();
    }

    /// Whether anything in a database names the player, of the present or an earlier format version.
    boolean areIn(Catalog catalog) {
        return catalog.texts().any(this::isNamedIn) || catalog.ledger().anySuperseded(this::areIn);
    }

    /// A short identifier is only one where players are.
    private boolean isNamedIn(String column, String text) {
        boolean isPlayer = (column.endsWith("xuid") || column.equals("subject")) && text.equals(digits);
        boolean isSession = column.equals("session_id") && text.startsWith(digits + "-");
        return isPlayer || isSession || areIn(text);
    }

    /// Whether the bytes of a file name the player, as they stand, in any encoding that has ASCII in it or is UTF-16.
    boolean areIn(Path file) {
        return inBytes.isIn(file);
    }

    /// The places of a warehouse that still name the player, relative to its directory.
    ///
    /// @param catalog the warehouse's catalog, with everything written to its file
    List<String> left(Catalog catalog, Engine engine) {
        List<String> places = new ArrayList<>();
        for (Table<?> table : Tables.ALL) {
            for (DataFile file : catalog.dataFiles().of(table.name())) {
                Path path = directory.resolve(file.partition().file());
                addIf(isNamedIn(table, path, engine), path, places);
                if (Mirror.holds(file.partition())) {
                    Path copy = mirror.file(file.partition());
                    addIf(Files.exists(copy) && isNamedIn(table, copy, engine), copy, places);
                }
            }
        }
        addIf(areIn(catalog), directory.resolve(Catalog.FILE_NAME), places);
        for (Path entry : Directories.below(directory.root())) {
            // The index of the log holds numbers of pages, and SQLite's locks.
            boolean isPlain = Files.isRegularFile(entry)
                    && !entry.getFileName().toString().equals(Partition.FILE_NAME)
                    && !entry.endsWith(Catalog.FILE_NAME + "-shm");
            addIf(isOwn(entry) || (isPlain && areIn(entry)), entry, places);
        }
        return places.stream().distinct().toList();
    }

    /// Whether a directory is that of the player's partitions.
    boolean isOwn(Path entry) {
        return entry.getFileName().toString().equals("player=" + digits);
    }

    private void addIf(boolean isNamed, Path file, List<String> places) {
        if (isNamed) {
            places.add(directory.relative(file));
        }
    }

    /// Texts in a Parquet file are compressed, so its bytes tell nothing.
    boolean isNamedIn(Table<?> table, Path file, Engine engine) {
        if (!Files.isRegularFile(file)) {
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    Location.of(file),
                    "the file " + file + " is missing, so it cannot be searched; mend it with: spartanlake repair");
        }
        return !matchesIn(table, file, engine).isEmpty();
    }

    /// The matches of which a row in a Parquet file names the player.
    List<String> matchesIn(Table<?> table, Path file, Engine engine) {
        String condition = table.columns().stream()
                .filter(column -> column.type() == ColumnType.STRING)
                .map(Column::name)
                .map(column -> column + " = '" + digits + "' OR starts_with(" + column + ", '" + digits
                        + "-') OR regexp_matches(" + column + ", " + Engine.literal(sqlPattern()) + ")")
                .collect(Collectors.joining(" OR "));
        return engine.query(
                "SELECT DISTINCT match_id FROM " + Engine.parquet(List.of(file)) + " WHERE " + condition,
                row -> String.valueOf(row.getString(1)));
    }

    /// The same for the engine, whose patterns cannot look around.
    private String sqlPattern() {
        String alone = digits.length() >= UNMISTAKABLE
                ? "(^|[^0-9])" + written + "([^0-9\\\\]|\\\\[^u]|\\\\u00[^3]|\\\\u003[^0-9]|$)"
                : "\"" + written + "\"";
        return written("xuid(" + digits + ")") + "|" + alone;
    }
}
