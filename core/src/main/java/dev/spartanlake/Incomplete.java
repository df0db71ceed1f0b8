package dev.spartanlake;

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

/// A stored match of which not everything is known that may exist.
///
/// @param match the match
/// @param startTime when it started
/// @param players the people in it, without bots
/// @param lacking what is not known, at least one part
public record Incomplete(MatchId match, Instant startTime, List<Xuid> players, Set<Part> lacking) {

    /// Copies what it is given.
    public Incomplete {
        players = List.copyOf(players);
        lacking = Set.copyOf(lacking);
    }

    /// What there may be of a match beside its document.
    public enum Part {
        /// Skill data.
        SKILL,
        /// The highlight events of its film.
        FILM
    }

    static Incomplete of(RowCursor row) throws SQLException {
        boolean lacksSkill = Boolean.TRUE.equals(row.value(2));
        boolean lacksFilm = Boolean.TRUE.equals(row.value(3));
        Set<Part> lacking = EnumSet.noneOf(Part.class);
        if (lacksSkill) {
            lacking.add(Part.SKILL);
        }
        if (lacksFilm) {
            lacking.add(Part.FILM);
        }
        return new Incomplete(
                new MatchId(String.valueOf(row.value(0))),
                (Instant) Objects.requireNonNull(row.value(1)),
                Stream.of(String.valueOf(row.value(4)).split(" ", -1))
                        .map(Xuid::parse)
                        .toList(),
                lacking);
    }
}
