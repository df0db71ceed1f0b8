package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A process of a test, whose output goes to files so that nobody has to read it while it runs.
///
/// **Lifecycle**: ends with the test that closes it, if not by itself.
final class Child implements AutoCloseable {

    /// Far more than any process of a test takes.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration GLANCE = Duration.ofMillis(1);

    private final Process process;
    private final long startNanos = System.nanoTime();
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts a process.
    ///
    /// @param scratch an existing directory for its output
    static Child start(ProcessBuilder builder, Path scratch) {
        try {
            Path out = Files.createTempFile(scratch, "child", ".out");
            Path err = Files.createTempFile(scratch, "child", ".err");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Child(process, out, err);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    /// How long it has been running.
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /// What it reads as standard input.
    OutputStream in() {
        return process.getOutputStream();
    }

    /// What it has written to standard output so far.
    String outSoFar() {
        return read(out);
    }

    /// Waits for its end, but no longer than this.
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", stopped);
        }
    }

    /// Waits until something can be seen, or the process has ended.
    ///
    /// @return whether it was seen while the process ran
    boolean runsUntil(BooleanSupplier seen) {
        while (!seen.getAsBoolean()) {
            if (endsWithin(GLANCE)) {
                return false;
            }
            assertThat(age()).as("time that process %d takes", pid()).isLessThan(PATIENCE);
        }
        return process.isAlive();
    }

    /// SIGKILL: it has no chance to do anything any more.
    void kill() {
        process.destroyForcibly();
        endsWithin(PATIENCE);
    }

    /// Sends a signal by its name, such as `INT`.
    void signal(String name) {
        Tool.run("kill", "-" + name, Long.toString(pid())).done();
    }

    /// Waits for its end.
    Run ended() {
        assertThat(endsWithin(PATIENCE))
                .as("process %d ends within %s", pid(), PATIENCE)
                .isTrue();
        Run run = new Run(process.exitValue(), read(out), read(err));
        delete(out);
        delete(err);
        return run;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
