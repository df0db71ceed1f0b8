package dev.spartanlake.cli.shell;

import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.reference.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the shell understands besides SQL: a line that begins with a dot.
enum DotCommand {
    HELP(""),
    TABLES(""),
    SCHEMA(""),
    MODE(Stream.of(RowFormat.values()).map(RowFormat::toString).collect(Collectors.joining("|"))),
    TIMING("on|off"),
    LANG(Stream.of(Language.values()).map(Language::tag).collect(Collectors.joining("|"))),
    QUIT("");

    /// What its argument may be, bars between.
    private final String choices;

    DotCommand(String choices) {
        this.choices = choices;
    }

    /// The command of a name such as `.mode`.
    static Optional<DotCommand> named(String name) {
        return Arrays.stream(values())
                .filter(command -> command.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The names of all.
    static List<String> names() {
        return Arrays.stream(values()).map(DotCommand::toString).toList();
    }

    /// What its argument may be; empty where it takes none, or the name of a table.
    List<String> choices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split("\\|"));
    }

    /// Name and argument, as the help shows them.
    ///
    /// @param table the word for a table
    String usage(String table) {
        String argument = this == SCHEMA ? " [" + table + "]" : "";
        return this + (choices.isEmpty() ? argument : " " + choices);
    }

    /// The name as users write it.
    @Override
    public String toString() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
