package dev.spartanlake.cli;

import dev.spartanlake.cli.command.Spartanlake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The reference of the command line in Markdown, from what the parser knows. The same on every machine.
final class CliReference {

    private static final String HEAD = """
            # Command line

            Every command with its arguments and options. Made from the commands themselves; `COMMAND --help` says the same.

            """;

    private static final String EXIT_CODES = """

            [exit-codes.md](exit-codes.md) has them in full. A statement, report or list goes to standard output, all talk to
            standard error.
            """;

    /// A default is told at the end of a description, for the help to show it.
    private static final Pattern DEFAULT = Pattern.compile("(?s)(.*?)\\s*\\(default: (.*)\\)");

    private final CommandLine root = Spartanlake.parser(new Spartanlake());

    /// Every command and subcommand, each behind the one it belongs to.
    static List<CommandLine> all(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> commands.addAll(all(sub)));
        return commands;
    }

    /// The whole page.
    String text() {
        List<CommandLine> commands = all(root).subList(1, all(root).size());
        StringBuilder text = new StringBuilder(HEAD);
        text.append("| command | what it does |\n|---|---|\n");
        commands.forEach(command -> text.append(line(command.getCommandSpec())));
        text.append("\n## Options of every command\n\n")
                .append(options(root.getCommandSpec().options()));
        text.append("\n## Exit codes\n\n").append(exitCodes()).append(EXIT_CODES);
        commands.forEach(command -> text.append(section(command.getCommandSpec())));
        return text.toString();
    }

    private static String line(CommandSpec command) {
        String name = command.qualifiedName();
        String anchor = name.replace(' ', '-');
        return "| [`" + name + "`](#" + anchor + ") | " + cell(sentence(command)) + " |\n";
    }

    /// The first sentence of its description.
    private static String sentence(CommandSpec command) {
        String description = description(command);
        Matcher end = Pattern.compile("\\.( |$)").matcher(description);
        return end.find() ? description.substring(0, end.start() + 1) : description;
    }

    private String exitCodes() {
        String footer = String.join(" ", root.getCommandSpec().usageMessage().footer());
        return footer.substring(footer.indexOf("Exit codes:")) + ".\n";
    }

    private static String section(CommandSpec command) {
        StringBuilder text = new StringBuilder("\n## " + command.qualifiedName() + "\n\n");
        text.append("    ").append(synopsis(command)).append("\n\n");
        text.append(description(command)).append('\n');
        if (!command.positionalParameters().isEmpty()) {
            text.append("\n| argument | meaning |\n|---|---|\n");
            command.positionalParameters().forEach(parameter -> text.append(argument(parameter)));
        }
        List<OptionSpec> own =
                command.options().stream().filter(option -> !option.inherited()).toList();
        if (!own.isEmpty()) {
            text.append('\n').append(options(own));
        }
        return text.append("\nExamples:\n\n").append(examples(command)).toString();
    }

    private static String synopsis(CommandSpec command) {
        String[] custom = command.usageMessage().customSynopsis();
        if (custom.length > 0) {
            return Stream.of(custom).map(String::strip).collect(Collectors.joining("\n    "));
        }
        Stream<String> required = command.options().stream()
                .filter(CliReference::isRequired)
                .map(option -> option.longestName() + " " + option.paramLabel());
        String subcommand = command.subcommands().isEmpty() ? "" : "COMMAND";
        Stream<String> words = Stream.of(
                        Stream.of(command.qualifiedName()),
                        required,
                        Stream.of("[OPTIONS]"),
                        command.positionalParameters().stream().map(CliReference::place),
                        Stream.of(subcommand))
                .flatMap(word -> word);
        return words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /// An option of a group is required there, within the choice that the group is.
    private static boolean isRequired(OptionSpec option) {
        return option.required() && option.group() == null;
    }

    private static String place(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().isVariable() ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }

    private static String argument(PositionalParamSpec parameter) {
        return "| `" + parameter.paramLabel() + "` | " + cell(joined(parameter.description())) + " |\n";
    }

    private static String options(List<OptionSpec> options) {
        String rows = options.stream()
                .sorted(Comparator.comparing(option -> option.longestName().toLowerCase(Locale.ROOT)))
                .map(CliReference::option)
                .collect(Collectors.joining());
        return "| option | meaning | unless given |\n|---|---|---|\n" + rows;
    }

    private static String option(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0;
        String names = Stream.of(option.names())
                .map(name -> "`" + cell(takesValue ? name + " " + option.paramLabel() : name) + "`")
                .collect(Collectors.joining(", "));
        String description = joined(option.description());
        Matcher told = DEFAULT.matcher(description);
        boolean hasDefault = told.matches();
        String meaning = hasDefault ? told.group(1) : description;
        String otherwise = isRequired(option) ? "must be given" : hasDefault ? told.group(2) : "";
        return "| " + names + " | " + cell(meaning) + " | " + cell(otherwise) + " |\n";
    }

    private static String examples(CommandSpec command) {
        return Stream.of(command.usageMessage().footer())
                .map(example -> "    " + example.strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String description(CommandSpec command) {
        return joined(command.usageMessage().description());
    }

    private static String joined(String... lines) {
        return String.join(" ", lines);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
