package dev.spartanlake.cli.command;

import dev.spartanlake.commit.StopSignal;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/// What a process has around it.
///
/// @param in standard input
/// @param out where data goes
/// @param err where talk goes
/// @param environment the variables of the environment
/// @param display what reads the output
/// @param stop whether the process was told to end
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Display display,
        StopSignal stop) {

    /// Copies the variables.
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The value of a variable; empty when it is not set or blank, which means the same to users.
    public String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /// What reads the output.
    public enum Display {
        /// A person at a terminal.
        TERMINAL,
        /// A file or a program.
        PIPE
    }
}
