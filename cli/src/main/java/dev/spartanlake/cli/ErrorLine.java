package dev.spartanlake.cli;

import dev.spartanlake.cli.command.Spartanlake;
import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.question.UnknownNameException;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.SuggestedCommands;
import dev.spartanlake.cli.settings.ConfigurationException;
import dev.spartanlake.error.ErrorKind;
import dev.spartanlake.error.WarehouseException;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells of an error in one line on standard error, and finds the exit code for it.
///
/// A stack trace is shown for defects only, and only to those who ask with `SPARTANLAKE_DEBUG=1`.
final class ErrorLine {

    private static final String DEBUG = "SPARTANLAKE_DEBUG";

    private final Surroundings surroundings;
    private final Spartanlake options;

    /// @param options the options that were given, once they are parsed
    ErrorLine(Surroundings surroundings, Spartanlake options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /// Arguments that make no sense.
    ExitCode of(ParameterException wrong) {
        List<String> suggestions =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String help = command + " --help";
        String see = wrong instanceof UnknownNameException unknown ? unknown.seeAlso(help) : "; see: " + help;
        print(wrong.getMessage() + hint + see);
        return ExitCode.USAGE;
    }

    /// A configuration that makes no sense, one line for each thing that is wrong with it.
    ExitCode of(ConfigurationException wrong) {
        wrong.faults().forEach(this::print);
        return ExitCode.USAGE;
    }

    /// An error the library foresaw.
    ExitCode of(WarehouseException failed) {
        String code = " [" + failed.code().code() + "]";
        if (failed.code().kind() == ErrorKind.INTERNAL) {
            defect(failed.getMessage() + code, failed);
        } else {
            print(failed.getMessage() + code);
        }
        return ExitCode.of(failed.code());
    }

    /// More was needed than Java was allowed to have.
    ExitCode of(OutOfMemoryError exhausted) {
        print("out of memory (" + exhausted.getMessage()
                + "); allow Java more, for example with SPARTANLAKE_JAVA_OPTS=-Xmx2g");
        return ExitCode.ENVIRONMENT;
    }

    /// An error nobody foresaw.
    ExitCode of(Throwable defect) {
        defect(defect.toString(), defect);
        return ExitCode.BUG;
    }

    /// An answer that did not reach its reader.
    ExitCode answerLost() {
        print("the answer is incomplete, because standard output was closed or its disk is full");
        return ExitCode.ENVIRONMENT;
    }

    private void defect(String message, Throwable trace) {
        boolean isTraceWanted = surroundings.variable(DEBUG).equals("1");
        print(message + "; this is a defect of SpartanLake, please report it with this line"
                + (isTraceWanted ? " and the trace below" : " and the trace that " + DEBUG + "=1 shows"));
        if (isTraceWanted) {
            trace.printStackTrace(surroundings.err());
        }
    }

    private void print(String message) {
        surroundings
                .err()
                .println("spartanlake: " + Printable.line(new SuggestedCommands(options.warehouse()).in(message)));
    }
}
