package dev.spartanlake.analytics.people;

import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.Companionship;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who killed the player and whom the player killed in those of the filter's matches whose film is known. Who met the
/// player in fewer such matches than the filter's least number is left out.
///
/// Deaths are paired with kills as [dev.spartanlake.film.KillPairs] does.
///
/// @param order which come first
/// @param limit how many at most
public record Duels(Order order, int limit) implements ListQuestion<Duels.Duel> {

    /// @throws IllegalArgumentException when there is nothing to list
    public Duels {
        Argument.atLeast(1, "limit", limit);
    }

    /// Who comes first; of equals the one with the smaller identifier.
    public enum Order {
        /// Those with the most kills of either, of equals the one who was killed more.
        MOST("kills + deaths DESC, kills DESC"),
        /// Those who killed the player most, of equals the one who was killed less.
        NEMESIS("deaths DESC, kills"),
        /// Those whom the player killed most, of equals the one who killed less.
        PREY("kills DESC, deaths");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// One other player.
    ///
    /// @param xuid who
    /// @param gamertag the name, or else that of the latest film; null when not known
    /// @param kills how often the player killed this one
    /// @param deaths how often this one killed the player
    /// @param difference kills minus deaths
    /// @param matches matches with a film in which the two were against each other at the end
    /// @param killsPerMatch kills for each of these; null without
    /// @param deathsPerMatch deaths for each of these; null without
    /// @param lastMet when the last match began in which one of them killed the other
    public record Duel(
            String xuid,
            @Nullable String gamertag,
            long kills,
            long deaths,
            long difference,
            long matches,
            @Nullable Double killsPerMatch,
            @Nullable Double deathsPerMatch,
            Instant lastMet) {}

    @Override
    public RecordShape<Duel> shape() {
        return RecordShape.of(Duel.class);
    }

    @Override
    public Query query(Scope scope) {
        String player = scope.filter().player().text();
        List<Object> parameters = new ArrayList<>(Collections.nCopies(PairedKills.PARAMETERS, player));
        parameters.add((long) scope.filter().leastMatches());
        parameters.add((long) limit);
        return scope.queryOfPlayer(
                """
                , f AS MATERIALIZED (SELECT match_id, start_time, team_id, my_team_score FROM scope
                    WHERE match_id IN (SELECT match_id FROM meta.match_ledger WHERE film_sha256 IS NOT NULL))
                """ + PairedKills.TABLES + """

                , t AS MATERIALIZED (SELECT rival AS xuid, count_if(is_kill) AS kills, count_if(NOT is_kill) AS deaths,
                        max(start_time) AS last_met
                    FROM fought JOIN f USING (match_id) GROUP BY rival)
                , m AS (SELECT p.xuid, count(*) AS matches
                    FROM f JOIN match_participants AS p USING (match_id)
                    WHERE p.xuid IN (SELECT xuid FROM t) AND %s GROUP BY p.xuid)
                , s AS MATERIALIZED (SELECT t.*, coalesce(matches, 0) AS matches, matches AS divisor FROM t LEFT JOIN m ON m.xuid = t.xuid
                    WHERE greatest(coalesce(matches, 0), 1) >= ? ORDER BY %s, CAST(t.xuid AS BIGINT) LIMIT ?)
                , u AS (SELECT xuid FROM s WHERE xuid NOT IN (SELECT xuid FROM meta.players WHERE gamertag IS NOT NULL))
                , e AS (SELECT xuid, arg_max(gamertag, start_time) AS gamertag FROM highlight_events
                    WHERE xuid IN (SELECT xuid FROM u) AND gamertag <> '' GROUP BY xuid)
                SELECT s.xuid, coalesce(n.gamertag, e.gamertag) AS gamertag, CAST(kills AS BIGINT) AS kills, CAST(deaths AS BIGINT) AS deaths,
                    CAST(kills - deaths AS BIGINT) AS difference, matches,
                    kills / divisor AS kills_per_match, deaths / divisor AS deaths_per_match, last_met
                FROM s LEFT JOIN meta.players AS n ON n.xuid = s.xuid LEFT JOIN e ON e.xuid = s.xuid
                ORDER BY %s, CAST(s.xuid AS BIGINT)""".formatted(Companionship.OTHER_TEAM.formatted("f"), order.sql, order.sql),
                parameters.toArray());
    }
}
