package dev.spartanlake.analytics.session;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;

/// Play sessions with the figures of those of their matches that the filter leaves. Sessions of fewer matches than the
/// filter's least number are left out.
///
/// @param order which come first
/// @param limit how many at most
public record SessionList(Order order, int limit) implements ListQuestion<SessionList.PlaySession> {

    /// @throws IllegalArgumentException when there is nothing to list
    public SessionList {
        Argument.atLeast(1, "limit", limit);
    }

    /// Which sessions come first. The better of two has the higher mean performance score; of those without one, and
    /// of equals, the higher KDA; of equals again the later.
    public enum Order {
        /// The latest.
        LATEST("min(start_time) DESC, session_id DESC"),
        /// The best.
        BEST("performance_score DESC NULLS LAST, kda DESC, min(start_time) DESC, session_id DESC"),
        /// The worst.
        WORST("performance_score NULLS LAST, kda, min(start_time) DESC, session_id DESC");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// One session.
    ///
    /// @param sessionId its id
    /// @param startTime when the first of its matches in the filter began
    /// @param endTime when the last of them to end ended; a match whose end is not known counts as ended
    ///     when it began
    /// @param tally what is counted
    /// @param measures what is measured
    public record PlaySession(
            String sessionId, Instant startTime, Instant endTime, Tally tally, MeasureValues measures) {}

    @Override
    public RecordShape<PlaySession> shape() {
        return RecordShape.of(PlaySession.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                "SELECT session_id, min(start_time) AS start_time, max(coalesce(end_time, start_time)) AS end_time,\n"
                        + Figures.ofGroup()
                        + "\nFROM scope GROUP BY session_id HAVING count(*) >= ? ORDER BY " + order.sql + " LIMIT ?",
                (long) scope.filter().leastMatches(),
                (long) limit);
    }
}
