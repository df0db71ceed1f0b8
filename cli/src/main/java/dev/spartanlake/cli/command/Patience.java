package dev.spartanlake.cli.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/// The option of commands that write: how long they wait for each other.
final class Patience {

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "How long to wait for another writer, such as 30s or 5m (default: give up at once)")
    private Duration duration = Duration.ZERO;

    Duration duration() {
        return duration;
    }
}
