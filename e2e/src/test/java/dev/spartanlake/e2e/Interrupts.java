package dev.spartanlake.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether processes that are started here hear of Ctrl-C.
final class Interrupts {

    /// The bit of SIGINT in a set of signals.
    private static final long INTERRUPT = 1 << 1;

    private Interrupts() {}

    /// What a command begins with that is to hear of SIGINT: in the background one is told to
    /// ignore it, and so are those that it starts.
    static List<String> heard() {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) && Disk.text(status).lines().anyMatch(Interrupts::areIgnored)
                ? List.of("env", "--default-signal=INT")
                : List.of();
    }

    private static boolean areIgnored(String line) {
        return line.startsWith("SigIgn:")
                && (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0;
    }
}
