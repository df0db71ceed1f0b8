package dev.spartanlake.cli;

import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.commit.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What came of a command that ran inside the test's process.
///
/// @param code the exit code
/// @param out standard output
/// @param err standard error, line ends as `\n`
record Run(int code, String out, String err) {

    /// Runs a command of an English user.
    static Run of(String... arguments) {
        return with(Map.of(), "", arguments);
    }

    /// Runs a command on a warehouse.
    static Run in(Path warehouse, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--warehouse", warehouse.toString()));
        return of(all.toArray(String[]::new));
    }

    /// Runs a command of a person at a terminal of 80 columns.
    static Run onTerminal(Map<String, String> variables, String... arguments) {
        return with(variables, "", Display.TERMINAL, arguments);
    }

    /// Runs a command with variables and with a text on standard input.
    static Run with(Map<String, String> variables, String in, String... arguments) {
        return with(variables, in, Display.PIPE, arguments);
    }

    private static Run with(Map<String, String> variables, String in, Display display, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
        environment.putAll(variables);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                arguments,
                new Surroundings(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        display,
                        StopSignal.NEVER));
        return new Run(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
