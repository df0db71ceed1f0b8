package dev.spartanlake.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake help`: what `--help` shows, without the command running.
@Command(
        name = "help",
        description = "Show the help of a command.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake help", "  spartanlake help ingest", "  spartanlake help player set"})
final class HelpCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command and its subcommand, if any")
    private List<String> names = List.of();

    @Override
    public Outcome run(Session session) {
        CommandLine command = spec.root().commandLine();
        for (String name : names) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "unknown command '" + name + "': expected one of "
                                + String.join(", ", command.getSubcommands().keySet()));
            }
            command = next;
        }
        session.answer(command.getUsageMessage(command.getColorScheme()));
        return Outcome.DONE;
    }
}
