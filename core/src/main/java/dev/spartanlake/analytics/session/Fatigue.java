package dev.spartanlake.analytics.session;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;

/// How playing changes within a session: the first matches of all sessions, the second, and so on. A match keeps its
/// position in the whole session when a filter leaves others of it out.
///
/// @param positions the last position of its own; later matches are counted with it
public record Fatigue(int positions) implements ListQuestion<Fatigue.Position> {

    /// @throws IllegalArgumentException when there is no position
    public Fatigue {
        Argument.atLeast(1, "positions", positions);
    }

    /// The matches at one position.
    ///
    /// @param position the how manieth of its session, from 1
    /// @param tally what is counted
    /// @param measures what is measured
    public record Position(long position, Tally tally, MeasureValues measures) {}

    @Override
    public RecordShape<Position> shape() {
        return RecordShape.of(Position.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer(
                """
                , o AS (SELECT match_id, row_number() OVER (PARTITION BY session_id ORDER BY start_time, match_id) AS place
                    FROM match_facts WHERE xuid = ?)
                SELECT least(place, ?) AS position,
                """
                        + Figures.ofGroup()
                        + "\nFROM scope JOIN o USING (match_id) GROUP BY position HAVING count(*) >= ? ORDER BY position",
                scope.filter().player().text(),
                (long) positions,
                (long) scope.filter().leastMatches());
    }
}
