package dev.spartanlake.bench.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Commands as processes of their own.
final class Processes {

    private static final String PEAK = "VmHWM:";
    private static final long LOOK_MILLIS = 5;
    private static final long BYTES_PER_KIB = 1024;

    private Processes() {}

    /// Runs a command to its end.
    ///
    /// @param output takes what it prints, whatever was in it before
    /// @throws IOException when it does not end with exit code 0
    static void run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = start(command, output);
        process.waitFor();
        requireSuccess(process, command, output);
    }

    /// Runs a command to its end, and looks every few milliseconds how much memory it has held at most.
    ///
    /// @return bytes of its resident set at its peak; 0 where the operating system does not say
    static long peakBytes(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = start(command, output);
        long peak = 0;
        do {
            peak = Math.max(peak, peakOf(process.pid()).orElse(0));
        } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        requireSuccess(process, command, output);
        return peak;
    }

    private static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static void requireSuccess(Process process, List<String> command, Path output) throws IOException {
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + process.exitValue() + ": "
                    + Files.readString(output));
        }
    }

    /// Empty where the system has no such file: the process has ended meanwhile, or it is not Linux.
    private static OptionalLong peakOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * BYTES_PER_KIB)
                    .findFirst();
        } catch (IOException | UncheckedIOException _) {
            return OptionalLong.empty();
        }
    }
}
