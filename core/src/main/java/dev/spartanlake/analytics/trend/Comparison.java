package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filter's matches against others before them: two periods, two sessions, two maps. One row for each measure that
/// has a preferred way, with Welch's test of the difference.
///
/// A measure is a ratio of sums; its variance is that of its residuals (numerator − ratio · denominator), which for a
/// mean is the usual one.
///
/// @param baseline the matches to compare with
public record Comparison(Filter baseline) implements Question<List<Comparison.Difference>> {

    /// The difference in one measure.
    ///
    /// @param measure the measure, by its column name
    /// @param baselineMatches matches of the baseline for which it is known
    /// @param baseline its value there; null without
    /// @param matches matches of the filter for which it is known
    /// @param value its value there; null without
    /// @param estimate `value − baseline`
    /// @param verdict what it says
    public record Difference(
            String measure,
            long baselineMatches,
            @Nullable Double baseline,
            long matches,
            @Nullable Double value,
            Estimate estimate,
            Verdict verdict) {}

    /// Sums over the matches with a known numerator `y` and denominator `x`.
    private record Sums(
            String measure, long n, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal xy, BigDecimal yy) {

        boolean hasRatio() {
            return x.signum() != 0;
        }

        double ratio(int scale) {
            return y.multiply(BigDecimal.valueOf(scale))
                    .divide(x, MathContext.DECIMAL128)
                    .doubleValue();
        }

        /// The variance of the ratio; not a number for a single match. Squares are exact until the last division:
        /// matches that are all alike have no variance at all, not nearly none.
        double variance() {
            BigDecimal squares = x.multiply(x)
                    .multiply(yy)
                    .subtract(x.multiply(y).multiply(xy).multiply(BigDecimal.TWO))
                    .add(y.multiply(y).multiply(xx));
            return n * squares.doubleValue() / (n - 1) / Math.pow(x.doubleValue(), 4);
        }
    }

    @Override
    public List<Query> queries(Scope scope) {
        return List.of(sums(scope.with(baseline)), sums(scope));
    }

    private static Query sums(Scope scope) {
        String terms = Measures.withPreference().stream()
                .map(measure -> "CAST(%s AS DECIMAL(30, 4)) AS y_%s, CAST(%s AS DECIMAL(30, 4)) AS x_%s"
                        .formatted(measure.numerator(), measure.column(), measure.denominator(), measure.column()))
                .collect(Collectors.joining(",\n"));
        return scope.query(", v AS MATERIALIZED (SELECT " + terms + "\nFROM scope)\n"
                + Measures.withPreference().stream()
                        .map(Comparison::sums)
                        .collect(Collectors.joining("\nUNION ALL\n")));
    }

    private static String sums(Measure measure) {
        return """
                SELECT '%1$s' AS measure, count(*) AS n, coalesce(sum(x_%1$s), 0) AS x, coalesce(sum(y_%1$s), 0) AS y,
                    coalesce(sum(x_%1$s * x_%1$s), 0) AS xx, coalesce(sum(x_%1$s * y_%1$s), 0) AS xy,
                    coalesce(sum(y_%1$s * y_%1$s), 0) AS yy
                FROM v WHERE x_%1$s IS NOT NULL AND y_%1$s IS NOT NULL""".formatted(measure.column());
    }

    @Override
    public List<Difference> answer(List<QueryResult> results, Scope scope) {
        List<Sums> before = RecordShape.of(Sums.class).read(results.getFirst());
        List<Sums> after = RecordShape.of(Sums.class).read(results.get(1));
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            differences.add(difference(before.get(i), after.get(i)));
        }
        return differences;
    }

    private static Difference difference(Sums before, Sums after) {
        Measure measure = Measures.named(before.measure());
        Estimate estimate = estimate(before, after, measure.scale());
        return new Difference(
                before.measure(),
                before.n(),
                value(before, measure),
                after.n(),
                value(after, measure),
                estimate,
                estimate.verdict(measure.preference()));
    }

    private static @Nullable Double value(Sums sums, Measure measure) {
        return sums.hasRatio() ? sums.ratio(measure.scale()) : null;
    }

    private static Estimate estimate(Sums before, Sums after, int scale) {
        if (!before.hasRatio() || !after.hasRatio()) {
            return Estimate.none();
        }
        double first = before.variance();
        double second = after.variance();
        double variance = first + second;
        double degreesOfFreedom =
                variance * variance / (first * first / (before.n() - 1) + second * second / (after.n() - 1));
        double change = after.ratio(scale) - before.ratio(scale);
        return Estimate.of(change, scale * Math.sqrt(variance), degreesOfFreedom);
    }
}
