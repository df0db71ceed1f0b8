package dev.spartanlake.verify;

import dev.spartanlake.error.Location;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
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

    List<Finding> all() {
        return List.copyOf(found);
    }
}
