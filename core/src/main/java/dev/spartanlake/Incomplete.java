package dev.spartanlake;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.relation.RowCursor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A stored match of which something is lost, or not everything is known that may exist.
///
/// @param match the match
/// @param end when it ended; a day after its start where that is not known, as no match lasts longer
/// @param players the people in it, without bots; none where that was lost with its document
/// @param isLost whether its document was lost
/// @param lacking what is not known besides
public record Incomplete(MatchId match, Instant end, List<Xuid> players, boolean isLost, Set<MatchPart> lacking) {

    /// Copies what it is given.
    public Incomplete {
        players = List.copyOf(players);
        lacking = Set.copyOf(lacking);
    }

    static Incomplete of(RowCursor row) throws SQLException {
        boolean isLost = Boolean.TRUE.equals(row.value(2));
        boolean lacksSkill = Boolean.TRUE.equals(row.value(3));
        boolean lacksFilm = Boolean.TRUE.equals(row.value(4));
        Object players = row.value(5);
        Set<MatchPart> lacking = EnumSet.noneOf(MatchPart.class);
        if (lacksSkill) {
            lacking.add(MatchPart.SKILL);
        }
        if (lacksFilm) {
            lacking.add(MatchPart.FILM);
        }
        return new Incomplete(
                new MatchId(String.valueOf(row.value(0))),
                (Instant) Objects.requireNonNull(row.value(1)),
                players == null
                        ? List.of()
                        : Stream.of(players.toString().split(" ", -1))
                                .map(Xuid::parse)
                                .toList(),
                isLost,
                lacking);
    }
}
