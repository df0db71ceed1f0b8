package dev.spartanlake.verify;

import dev.spartanlake.schema.Partition;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is looked at: everything, or what has to be looked at once more.
///
/// @param months the months
/// @param careers whether careers are computed again
record Scope(Predicate<YearMonth> months, boolean careers) {

    private static final Set<Kind> OF_CAREERS =
            EnumSet.of(Kind.CAREER_DIFFERS, Kind.SESSION_DIFFERS, Kind.PROGRESS_DIFFERS);

    static Scope everything() {
        return new Scope(month -> true, true);
    }

    /// What findings are about.
    static Scope of(List<Finding> findings) {
        Set<YearMonth> months = findings.stream()
                .flatMap(finding -> finding.partition().stream())
                .map(Partition::month)
                .collect(Collectors.toSet());
        return new Scope(months::contains, findings.stream().anyMatch(finding -> OF_CAREERS.contains(finding.kind())));
    }

    boolean holds(YearMonth month) {
        return months.test(month);
    }
}
