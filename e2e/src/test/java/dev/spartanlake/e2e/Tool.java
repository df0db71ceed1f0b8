package dev.spartanlake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program of the operating system.
///
/// @param code its exit code; 127 when there is no such program
/// @param output what it wrote to standard output and standard error
record Tool(int code, String output) {

    private static final int NO_PROGRAM = 127;

    /// Runs a program to its end.
    static Tool run(List<String> arguments) {
        try {
            Process process =
                    new ProcessBuilder(arguments).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), output.strip());
        } catch (IOException missing) {
            return new Tool(NO_PROGRAM, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + arguments, stopped);
        }
    }

    /// Runs a program to its end.
    static Tool run(String... arguments) {
        return run(List.of(arguments));
    }

    /// Whether it did what it was asked for.
    boolean isDone() {
        return code == 0;
    }

    /// Expects that it did.
    ///
    /// @return what it wrote
    String done() {
        if (!isDone()) {
            throw new UncheckedIOException(new IOException("exit code " + code + ": " + output));
        }
        return output;
    }
}
