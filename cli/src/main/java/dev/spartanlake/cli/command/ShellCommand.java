package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.settings.Machine;
import dev.spartanlake.cli.shell.Cancel;
import dev.spartanlake.cli.shell.PipedShell;
import dev.spartanlake.cli.shell.Shell;
import dev.spartanlake.cli.shell.ShellOutput;
import dev.spartanlake.cli.shell.ShellTerminal;
import dev.spartanlake.cli.shell.TerminalShell;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake shell`: asks one question after the other.
@Command(
        name = "shell",
        description = {
            "Ask in SQL, one question after the other.",
            "It can read the warehouse and nothing else. .help lists the commands; Tab",
            "completes the names of tables, columns and functions; Ctrl-C cancels a",
            "question, Ctrl-D leaves.",
            "Questions may also come from a file or program: the exit code is 1 if any failed."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake shell", "  spartanlake shell --format csv < questions.sql > answers.csv"})
final class ShellCommand implements Action {

    private static final String NAME = "shell";

    @Mixin
    private QuestionOptions options = new QuestionOptions();

    @Option(names = "--no-history", description = "Neither read nor keep the history of questions")
    private boolean noHistory;

    @Override
    public Outcome run(Session session) {
        return session.display() == Display.TERMINAL ? atATerminal(session) : piped(session);
    }

    private Outcome piped(Session session) {
        ShellOutput output = new ShellOutput(
                session.surroundings().out(),
                session.surroundings().err(),
                session::screen,
                line -> "spartanlake: " + line);
        try (Warehouse warehouse = session.warehouse(NAME)) {
            boolean isDone = new PipedShell(shell(session, warehouse, output)).run(session.in());
            return isDone ? Outcome.DONE : Outcome.SOME_FAILED;
        }
    }

    private Outcome atATerminal(Session session) {
        Cancel cancel = new Cancel();
        try (ShellTerminal terminal = ShellTerminal.ofThisProcess(session.surroundings()::variable);
                Warehouse warehouse = session.warehouse(NAME, cancel)) {
            Shell shell = shell(session, warehouse, terminal.output());
            shell.showTiming();
            new TerminalShell(terminal, shell, cancel, history(session)).run();
            return Outcome.DONE;
        }
    }

    private Shell shell(Session session, Warehouse warehouse, ShellOutput output) {
        Shell shell = new Shell(warehouse, options.limits(session), output, session.language(), options.format());
        shell.open();
        return shell;
    }

    private Optional<Path> history(Session session) {
        return noHistory
                ? Optional.empty()
                : Optional.of(Machine.ofThisProcess(session.surroundings().environment())
                        .shellHistory());
    }
}
