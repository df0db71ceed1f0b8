package dev.spartanlake.analytics.career;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the values of single matches are spread.
///
/// @param measure what is measured
/// @param bins into how many parts of equal width the range of values is cut, 1 to 200
public record Distribution(Measure measure, int bins) implements Question<Distribution.Spread> {

    /// The most parts.
    public static final int MOST_BINS = 200;

    /// @throws IllegalArgumentException when there are no parts, or more than [#MOST_BINS]
    public Distribution {
        Argument.within(1, MOST_BINS, "bins", bins);
    }

    /// The spread of values.
    ///
    /// @param quantiles its figures
    /// @param bins its parts, from the least to the greatest; empty without values, and one of no width
    ///     where all values are the same
    public record Spread(Quantiles quantiles, List<Bin> bins) {

        /// Copies the list.
        public Spread {
            bins = List.copyOf(bins);
        }
    }

    /// The figures of a spread; all but their number are null without values. Quantiles lie between two values
    /// where no value is exact.
    ///
    /// @param matches matches that have a value
    /// @param mean the mean of the values
    /// @param least the least value
    /// @param p10 a tenth of the values is less
    /// @param p25 a quarter is less
    /// @param median half are less
    /// @param p75 three quarters are less
    /// @param p90 nine tenths are less
    /// @param greatest the greatest value
    public record Quantiles(
            long matches,
            @Nullable Double mean,
            @Nullable Double least,
            @Nullable Double p10,
            @Nullable Double p25,
            @Nullable Double median,
            @Nullable Double p75,
            @Nullable Double p90,
            @Nullable Double greatest) {}

    /// A part of the range.
    ///
    /// @param from where it begins
    /// @param to where it ends; this value belongs to the next part, in the last part to it
    /// @param matches matches with such values
    public record Bin(double from, double to, long matches) {}

    private record Place(int place, long matches) {}

    @Override
    public List<Query> queries(Scope scope) {
        String values = ", v AS (SELECT " + measure.ofMatch() + " AS value FROM scope)\n";
        return List.of(
                scope.queryOfPlayer(values + """
                                SELECT count(value) AS matches,
                                    CAST(sum(CAST(value AS DECIMAL(38, 12))) AS DOUBLE) / nullif(count(value), 0) AS mean,
                                    min(value) AS least, quantile_cont(value, 0.1) AS p10, quantile_cont(value, 0.25) AS p25,
                                    quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.75) AS p75,
                                    quantile_cont(value, 0.9) AS p90, max(value) AS greatest
                                FROM v"""), scope.queryOfPlayer(values + """
                                , r AS (SELECT min(value) AS low, max(value) - min(value) AS range FROM v)
                                SELECT CAST(CASE WHEN range = 0 THEN 0
                                        ELSE least(floor((value - low) * ? / range), ?) END AS INTEGER) AS place, count(*) AS matches
                                FROM v, r WHERE value IS NOT NULL GROUP BY place ORDER BY place""", (double) bins, (long) bins - 1));
    }

    @Override
    public Spread answer(List<QueryResult> results, Scope scope) {
        Quantiles quantiles =
                RecordShape.of(Quantiles.class).read(results.getFirst()).getFirst();
        List<Place> places = RecordShape.of(Place.class).read(results.get(1));
        return new Spread(quantiles, bins(quantiles, places));
    }

    private List<Bin> bins(Quantiles quantiles, List<Place> places) {
        List<Bin> found = new ArrayList<>();
        if (quantiles.least() == null || quantiles.greatest() == null) {
            return found;
        }
        double low = quantiles.least();
        double range = quantiles.greatest() - low;
        int parts = range == 0 ? 1 : bins;
        for (int i = 0; i < parts; i++) {
            int place = i;
            long matches = places.stream()
                    .filter(part -> part.place() == place)
                    .mapToLong(Place::matches)
                    .sum();
            found.add(new Bin(low + range * i / bins, low + range * (i + 1) / bins, matches));
        }
        return found;
    }
}
