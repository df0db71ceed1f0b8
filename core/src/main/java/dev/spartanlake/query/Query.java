package dev.spartanlake.query;

import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement with the values of its parameters.
///
/// @param sql the statement
/// @param parameters the values of its `?`, in order: `String`, `Long`, `Integer`, `Double`, `Boolean`,
///     `Instant`, `LocalDate` or null
/// @param player the one player whose rows of `match_facts` (and of `matches`, which is made of them) and
/// `medal_awards`
///     make a difference to the answer, so that no others need to be loaded; null where that cannot be said
/// @param match the one match whose rows of `match_participants`, `medal_awards` and `highlight_events` make a
///     difference to the answer, so that no others need to be loaded; null where that cannot be said
public record Query(
        String sql,
        List<@Nullable Object> parameters,
        @Nullable Xuid player,
        @Nullable MatchId match) {

    /// Copies the list, which may hold nulls.
    public Query {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /// A statement that may read everything.
    public Query(String sql, List<@Nullable Object> parameters) {
        this(sql, parameters, null, null);
    }

    /// The same, for whose answer the rows of one player are enough.
    public Query ofPlayer(Xuid one) {
        return new Query(sql, parameters, one, match);
    }

    /// The same, for whose answer the rows of one match are enough.
    public Query ofMatch(MatchId one) {
        return new Query(sql, parameters, player, one);
    }

    /// A statement without parameters.
    public static Query of(String sql) {
        return new Query(sql, List.of());
    }
}
