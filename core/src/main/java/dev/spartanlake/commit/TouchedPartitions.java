package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Finds out which partitions a commit writes.
final class TouchedPartitions {

    private final Catalog catalog;
    private final Incoming incoming;
    private final PartitionMerge merge;
    private final Predicate<Partition> isDiscarded;

    /// @param isDiscarded the partitions whose stored rows are not even read
    TouchedPartitions(Catalog catalog, Incoming incoming, PartitionMerge merge, Predicate<Partition> isDiscarded) {
        this.catalog = catalog;
        this.incoming = incoming;
        this.merge = merge;
        this.isDiscarded = isDiscarded;
    }

    /// The partitions of a table that get rows or lose some.
    ///
    /// @param goingMonths the months of matches whose stored rows go
    Set<Partition> of(Table<?> table, Collection<YearMonth> goingMonths) {
        Set<Partition> touched = new TreeSet<>(incoming.partitions(table));
        holdingReplaced(table, goingMonths).forEach(file -> touched.add(file.partition()));
        catalog.dataFiles().of(table.name()).stream()
                .map(DataFile::partition)
                .filter(isDiscarded)
                .forEach(touched::add);
        return touched;
    }

    private List<DataFile> holdingReplaced(Table<?> table, Collection<YearMonth> goingMonths) {
        DataFiles present = catalog.dataFiles();
        List<DataFile> candidates = goingMonths.stream()
                .flatMap(month -> present.of(table.name(), month).stream())
                .filter(file -> !isDiscarded.test(file.partition()))
                .toList();
        return merge.holdingReplaced(candidates);
    }

    /// What is written of these partitions.
    List<PartitionWrite> writes(Set<Partition> touched) {
        DataFiles present = catalog.dataFiles();
        return touched.stream()
                .map(partition -> new PartitionWrite(
                        partition,
                        present.find(partition).orElse(null),
                        isDiscarded.test(partition)
                                ? PartitionWrite.StoredRows.DISCARDED
                                : PartitionWrite.StoredRows.KEPT))
                .toList();
    }
}
