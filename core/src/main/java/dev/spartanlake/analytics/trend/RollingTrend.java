package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Every measure over a window that moves along the matches in the order in which they were played. Each point shown
/// has a full window behind it, also the first; fewer matches than the window give no point.
///
/// @param window how many matches a point covers, from 1 to [#MOST]
/// @param points the latest points, at most so many, from 1 to [#MOST]
public record RollingTrend(int window, int points) implements ListQuestion<RollingTrend.Point> {

    /// The most matches that a point covers, and the most points.
    public static final int MOST = 1_000_000;

    /// @throws IllegalArgumentException when window or points are below 1, or more than there can be
    public RollingTrend {
        Argument.within(1, MOST, "window", window);
        Argument.within(1, MOST, "points", points);
    }

    /// One point.
    ///
    /// @param matchNumber the number of its last match within the filter, from 1
    /// @param matchId its last match
    /// @param startTime when that began
    /// @param measures what is measured over the window
    public record Point(long matchNumber, String matchId, Instant startTime, MeasureValues measures) {}

    @Override
    public RecordShape<Point> shape() {
        return RecordShape.of(Point.class);
    }

    @Override
    public Query query(Scope scope) {
        String measures = List.of(Measure.values()).stream()
                .map(measure -> measure.ofWindow("f") + " AS " + measure.column())
                .collect(Collectors.joining(",\n"));
        return scope.queryOfPlayer(
                """
                , n AS (SELECT *, row_number() OVER (ORDER BY start_time, match_id) AS match_number FROM scope)
                , covered AS (SELECT * FROM n ORDER BY match_number DESC LIMIT ?)
                , p AS (SELECT match_number, match_id, start_time,
                %s
                FROM covered WINDOW f AS (ORDER BY match_number ROWS BETWEEN %s PRECEDING AND CURRENT ROW))
                , latest AS (SELECT * FROM p WHERE match_number >= ? ORDER BY match_number DESC LIMIT ?)
                SELECT * FROM latest ORDER BY match_number""".formatted(measures, Integer.toString(window - 1)),
                // No more than the windows of the points cover.
                points + window - 1L,
                (long) window,
                (long) points);
    }
}
