package dev.spartanlake.commit;

import dev.spartanlake.schema.Partition;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which stored rows a commit makes anew from documents, instead of keeping them.
///
/// @param months the months whose documents are read
/// @param partitions which partitions, also of other months
/// @param documents where the documents come from
record Rederivation(Set<YearMonth> months, Predicate<Partition> partitions, DocumentStock documents) {

    /// None.
    static final Rederivation NONE = new Rederivation(Set.of(), _ -> false, _ -> List.of());

    /// Copies the months.
    Rederivation {
        months = Set.copyOf(months);
    }

    /// Whether the stored rows of a partition are not even read.
    boolean concerns(Partition partition) {
        return partitions.test(partition);
    }
}
