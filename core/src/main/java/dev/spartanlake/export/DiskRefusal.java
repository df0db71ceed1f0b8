package dev.spartanlake.export;

import java.util.stream.Stream;

/// How DuckDB tells of what the operating system refused.
final class DiskRefusal {

    private DiskRefusal() {}

    /// Whether a message is about the disk. A commit that fails has lost the kind of its error.
    static boolean isIn(String message) {
        return Stream.of("IO Error", "Could not write file", "Could not fsync", "Could not truncate file")
                .anyMatch(message::contains);
    }
}
