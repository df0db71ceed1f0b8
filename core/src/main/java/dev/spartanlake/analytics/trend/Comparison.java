package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filter's matches against others: two periods, two sessions, two maps. One row for each measure that
/// has a preferred way, in the order of [Measure], with Welch's test of the difference.
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
    /// @param baseline its value there; null where it has none
    /// @param matches matches of the filter for which it is known
    /// @param value its value there; null where it has none
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
    private record Sums(long n, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal xy, BigDecimal yy) {

        /// How many columns they are.
        static final int COLUMNS = 6;

        static Sums of(List<@Nullable Object> row) {
            return new Sums(
                    (long) Objects.requireNonNull(row.get(0)),
                    decimal(row.get(1)),
                    decimal(row.get(2)),
                    decimal(row.get(3)),
                    decimal(row.get(4)),
                    decimal(row.get(5)));
        }

        private static BigDecimal decimal(@Nullable Object value) {
            return value instanceof BigInteger whole
                    ? new BigDecimal(whole)
                    : (BigDecimal) Objects.requireNonNull(value);
        }

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

    /// All in one pass: six columns for each measure.
    private static Query sums(Scope scope) {
        List<Measure> measures = Measures.withPreference();
        String terms = measures.stream()
                .map(measure -> "CAST(%2$s AS %4$s) AS y_%1$s, CAST(%3$s AS %4$s) AS x_%1$s"
                        .formatted(
                                measure.column(),
                                measure.numerator(),
                                measure.denominator(),
                                // The squares of what 32 bits hold fit 64.
                                measure.places() == 0 ? "BIGINT" : "DECIMAL(30, 4)"))
                .collect(Collectors.joining(",\n"));
        String sums = measures.stream().map(Comparison::sums).collect(Collectors.joining(",\n"));
        return scope.queryOfPlayer(", v AS (SELECT " + terms + "\nFROM scope)\nSELECT " + sums + "\nFROM v");
    }

    /// Where one term is not known, neither is the other: [Measure#numerator] and [Measure#denominator] see to that.
    private static String sums(Measure measure) {
        return """
                count(x_%1$s) AS n_%1$s, coalesce(sum(x_%1$s), 0) AS x_%1$s, coalesce(sum(y_%1$s), 0) AS y_%1$s,
                coalesce(sum(x_%1$s * x_%1$s), 0) AS xx_%1$s, coalesce(sum(x_%1$s * y_%1$s), 0) AS xy_%1$s,
                coalesce(sum(y_%1$s * y_%1$s), 0) AS yy_%1$s""".formatted(measure.column());
    }

    @Override
    public List<Difference> answer(List<QueryResult> results, Scope scope) {
        Map<Measure, Sums> before = sums(results.getFirst());
        Map<Measure, Sums> after = sums(results.get(1));
        return Measures.withPreference().stream()
                .map(measure -> between(measure, of(measure, before), of(measure, after)))
                .toList();
    }

    private static Map<Measure, Sums> sums(QueryResult result) {
        List<@Nullable Object> row = result.rows().getFirst();
        Map<Measure, Sums> sums = new EnumMap<>(Measure.class);
        for (Measure measure : Measures.withPreference()) {
            int from = sums.size() * Sums.COLUMNS;
            sums.put(measure, Sums.of(row.subList(from, from + Sums.COLUMNS)));
        }
        return sums;
    }

    private static Sums of(Measure measure, Map<Measure, Sums> sums) {
        return Objects.requireNonNull(sums.get(measure));
    }

    private static Difference between(Measure measure, Sums before, Sums after) {
        Estimate estimate = estimate(before, after, measure.scale());
        return new Difference(
                measure.column(),
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
