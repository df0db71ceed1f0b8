package dev.spartanlake.verify;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is looked at: everything, or what has to be looked at once more.
///
/// @param months the months whose rows are compared
/// @param careers whether careers are computed, for which all facts are needed
record Scope(Predicate<YearMonth> months, boolean careers) {

    static Scope everything() {
        return new Scope(month -> true, true);
    }

    /// What findings are about.
    static Scope of(List<Finding> findings) {
        Set<YearMonth> months = findings.stream()
                .flatMap(finding -> finding.partition().stream())
                .map(Partition::month)
                .collect(Collectors.toSet());
        return new Scope(months::contains, findings.stream().anyMatch(Scope::concernsCareers));
    }

    private static boolean concernsCareers(Finding finding) {
        return finding.kind().subject() == Kind.Subject.CAREER
                || Tables.MATCH_FACTS.name().equals(finding.where().table());
    }

    boolean holds(YearMonth month) {
        return months.test(month);
    }

    /// Whether the file of a partition is looked at.
    boolean needs(Partition partition) {
        return holds(partition.month()) || (careers && partition.table().equals(Tables.MATCH_FACTS.name()));
    }
}
