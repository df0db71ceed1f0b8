package dev.spartanlake.cli.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of commands that write: how long they wait for each other.
final class Patience {

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "How long to wait for another writer, such as 30s or 5m (default: the configured lock.wait, "
                    + "which is not at all)")
    private @Nullable Duration duration;

    /// What was asked for; null for what is configured.
    @Nullable
    Duration duration() {
        return duration;
    }
}
