package dev.spartanlake.cli;

import dev.spartanlake.cli.command.Action;
import dev.spartanlake.cli.command.Session;
import dev.spartanlake.cli.command.Spartanlake;
import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.settings.ConfigurationException;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.WarehouseException;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The `spartanlake` process: arguments in, an exit code out.
public final class Main {

    private final Surroundings surroundings;
    private final Spartanlake options = new Spartanlake();
    private final ErrorLine errors;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.errors = new ErrorLine(surroundings, options);
    }

    /// Runs a command and ends the process, with it whatever a query may have left running.
    public static void main(String[] args) {
        boolean isTerminal = isTerminal();
        // A terminal says which characters it shows; files and programs get UTF-8 whatever the machine's habits are.
        PrintStream out = isTerminal
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Display display = isTerminal ? Display.TERMINAL : Display.PIPE;
        StopRequest stop = StopRequest.atTheEndOfTheProcess(System.err);
        int code =
                run(args, new Surroundings(stop.watched(System.in), out, System.err, System.getenv(), display, stop));
        stop.settle();
        System.exit(code);
    }

    /// Whether a person is at both ends.
    @SuppressWarnings("SystemConsoleNull") // null without a terminal, unless -Djdk.console says otherwise
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Runs a command as [#main] does, but returns the exit code.
    ///
    /// @param out takes the data
    /// @param err takes the talk
    public static int run(
            String[] args, InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        return run(args, new Surroundings(in, out, err, environment, Display.PIPE, StopSignal.NEVER));
    }

    static int run(String[] args, Surroundings surroundings) {
        return new Main(surroundings).run(args).number();
    }

    private ExitCode run(String[] args) {
        try {
            ExitCode code = execute(args);
            return surroundings.out().checkError() ? errors.answerLost() : code;
        } catch (ParameterException wrong) {
            return errors.of(wrong);
        } catch (ConfigurationException wrong) {
            return errors.of(wrong);
        } catch (WarehouseException failed) {
            return errors.of(failed);
        } catch (OutOfMemoryError exhausted) {
            return errors.of(exhausted);
        } catch (RuntimeException | Error defect) {
            return errors.of(defect);
        }
    }

    private ExitCode execute(String[] args) {
        if (args.length == 0) {
            coloured(Spartanlake.parser(options)).usage(surroundings.err());
            return ExitCode.USAGE;
        }
        ParseResult parsed = parse(args);
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        CommandLine command = parsed.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested()) {
            command.usage(surroundings.out());
            return ExitCode.OK;
        }
        if (parsed.isVersionHelpRequested()) {
            surroundings.out().println("spartanlake " + version());
            return ExitCode.OK;
        }
        if (command.getCommand() instanceof Action action) {
            return ExitCode.of(action.run(new Session(surroundings, options)));
        }
        throw new ParameterException(
                command,
                "missing command: expected one of "
                        + String.join(", ", command.getSubcommands().keySet()));
    }

    private ParseResult parse(String[] args) {
        try {
            return coloured(Spartanlake.parserFor(args, options)).parseArgs(args);
        } catch (ParameterException _) {
            // What is wrong, and what may have been meant, is told with all commands in view.
            return coloured(Spartanlake.parser(options)).parseArgs(args);
        }
    }

    private CommandLine coloured(CommandLine parser) {
        Ansi ansi = surroundings.display() == Display.TERMINAL ? Ansi.AUTO : Ansi.OFF;
        return parser.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    }

    /// The version of the jar; there is none where classes run from a directory.
    private static String version() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
