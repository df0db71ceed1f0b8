package dev.spartanlake.verify;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Collects findings, each once.
final class Findings {

    /// What stands for nothing.
    static final String NONE = "-";

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Kind kind, Location where, String expected, String found) {
        this.found.add(new Finding(kind, where, expected, found));
    }

    /// Adds a finding about a partition.
    ///
    /// @param file the file in which it was found
    void add(Kind kind, Partition partition, Path file, String expected, String found) {
        add(kind, new Location(partition.table(), partition.path(), file), expected, found);
    }

    /// Adds a finding about several rows of a partition, if there are any.
    void add(Kind kind, Partition partition, Path file, Tally rows) {
        if (rows.count() > 0) {
            add(kind, partition, file, rows.expected(), rows.found());
        }
    }

    /// Does work that reads files which were found to be readable. One that no longer is makes a finding.
    ///
    /// @param where what the files are about
    void guard(Location where, Runnable work) {
        try {
            work.run();
        } catch (WarehouseException failed) {
            if (!Engine.isAboutFiles(failed)) {
                throw failed;
            }
            add(Kind.NOT_PARQUET, where, "Parquet", reason(failed));
        }
    }

    /// What an attempt said, in one line.
    static String reason(RuntimeException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return message.lines().findFirst().orElse(message);
    }

    /// Whether the metadata are damaged, so that their values can be anything.
    boolean areAboutDamagedMetadata() {
        return found.stream()
                .map(Finding::kind)
                .anyMatch(kind -> kind.subject() == Kind.Subject.METADATA && kind.isDamage());
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
