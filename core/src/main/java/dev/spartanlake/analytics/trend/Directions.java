package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where each measure is going over the latest matches: the slope of the straight line with the least squared distance
/// from the matches' values, per 100 matches, with Student's test of whether it is any. Matches without a value are
/// left out; the others keep their numbers. One row for each measure that has a preferred way.
///
/// @param matches how many of the latest matches, at least 3
public record Directions(int matches) implements Question<List<Directions.Direction>> {

    private static final double PER_MATCHES = 100;

    /// @throws IllegalArgumentException when there are fewer than 3 matches
    public Directions {
        Argument.atLeast(3, "matches", matches);
    }

    /// Where one measure is going.
    ///
    /// @param measure the measure, by its column name
    /// @param matches how many of the latest matches have a value
    /// @param mean the mean of the matches' values; null without any
    /// @param estimate the change per 100 matches
    /// @param verdict what it says
    public record Direction(
            String measure, long matches, @Nullable Double mean, Estimate estimate, Verdict verdict) {}

    /// Sums over the matches with a value `y` at number `x`.
    private record Sums(
            String measure, long n, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal xy, BigDecimal yy) {}

    @Override
    public List<Query> queries(Scope scope) {
        String sums =
                Measures.withPreference().stream().map(Directions::sums).collect(Collectors.joining("\nUNION ALL\n"));
        String values = Measures.withPreference().stream()
                .map(measure -> "CAST(" + measure.ofMatch() + " AS DECIMAL(30, 6)) AS " + measure.column())
                .collect(Collectors.joining(",\n"));
        return List.of(scope.queryOfPlayer(
                ", latest AS (SELECT * FROM scope ORDER BY start_time DESC, match_id DESC LIMIT ?)\n"
                        + ", v AS MATERIALIZED (SELECT row_number() OVER (ORDER BY start_time, match_id) AS x,\n"
                        + values
                        + "\nFROM latest)\n" + sums,
                (long) matches));
    }

    /// Sums of decimals are exact, so that they do not depend on the order of adding.
    private static String sums(Measure measure) {
        return """
                SELECT '%1$s' AS measure, count(*) AS n, CAST(coalesce(sum(x), 0) AS DECIMAL(38, 0)) AS x,
                    coalesce(sum(%1$s), 0) AS y, CAST(coalesce(sum(x * x), 0) AS DECIMAL(38, 0)) AS xx,
                    coalesce(sum(x * %1$s), 0) AS xy, coalesce(sum(%1$s * %1$s), 0) AS yy
                FROM v WHERE %1$s IS NOT NULL""".formatted(measure.column());
    }

    @Override
    public List<Direction> answer(List<QueryResult> results, Scope scope) {
        return RecordShape.of(Sums.class).read(results.getFirst()).stream()
                .map(Directions::direction)
                .toList();
    }

    private static Direction direction(Sums sums) {
        Measure measure = Measure.named(sums.measure()).orElseThrow();
        Estimate estimate = slope(sums);
        return new Direction(
                sums.measure(),
                sums.n(),
                sums.n() == 0 ? null : sums.y().doubleValue() / sums.n(),
                estimate,
                estimate.verdict(measure.preference()));
    }

    /// Exact until the last division: values that are all alike have no error at all, not nearly none.
    private static Estimate slope(Sums sums) {
        if (sums.n() < 3) {
            return Estimate.none();
        }
        BigDecimal n = BigDecimal.valueOf(sums.n());
        BigDecimal xx = n.multiply(sums.xx()).subtract(sums.x().multiply(sums.x()));
        BigDecimal xy = n.multiply(sums.xy()).subtract(sums.x().multiply(sums.y()));
        BigDecimal yy = n.multiply(sums.yy()).subtract(sums.y().multiply(sums.y()));
        BigDecimal residual = xx.multiply(yy).subtract(xy.multiply(xy));
        double slope = xy.doubleValue() / xx.doubleValue();
        double degreesOfFreedom = sums.n() - 2.0;
        double error = Math.sqrt(residual.doubleValue() / degreesOfFreedom) / xx.doubleValue();
        return Estimate.of(slope * PER_MATCHES, error * PER_MATCHES, degreesOfFreedom);
    }
}
