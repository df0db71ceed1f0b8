package dev.spartanlake.analytics.film;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who has the first kill of a match and who dies first, and how such matches end, over those of the filter's matches
/// whose film is known. Of two events of one moment the first is the one that stands first in the film. Of
/// somebody who was taken out of the warehouse no event is known.
public record Openings() implements ListQuestion<Openings.Opening> {

    /// A way in which a match begins.
    ///
    /// @param opening `first_kill`: the player has the first kill, `first_death`: the player dies first,
    ///     `team_first_kill` and `team_first_death`: somebody of the player's team, the player included
    /// @param matches matches of which it is known whether they began so; those of teams count matches with teams
    /// @param times how many of them began so
    /// @param share percent of them that did; null without any
    /// @param winRate percent of wins among those of them that ended; null without
    /// @param winRateOtherwise percent of wins where the match began otherwise; null without
    /// @param kda the player's KDA in matches that began so; null without
    /// @param kdaOtherwise the player's KDA in the others; null without
    public record Opening(
            String opening,
            long matches,
            long times,
            @Nullable Double share,
            @Nullable Double winRate,
            @Nullable Double winRateOtherwise,
            @Nullable Double kda,
            @Nullable Double kdaOtherwise) {}

    private static final String TERMS = String.join(
            ", ",
            Measure.WIN_RATE.numerator() + " AS won",
            Measure.WIN_RATE.denominator() + " AS ended",
            Measure.KDA.numerator() + " AS kda_over",
            Measure.KDA.denominator() + " AS kda_under");

    private static final String RATIOS = String.join(
            ",\n",
            Measure.WIN_RATE.ofSums("sum(won) FILTER (so)", "sum(ended) FILTER (so)") + " AS win_rate",
            Measure.WIN_RATE.ofSums("sum(won) FILTER (NOT so)", "sum(ended) FILTER (NOT so)")
                    + " AS win_rate_otherwise",
            Measure.KDA.ofSums("sum(kda_over) FILTER (so)", "sum(kda_under) FILTER (so)") + " AS kda",
            Measure.KDA.ofSums("sum(kda_over) FILTER (NOT so)", "sum(kda_under) FILTER (NOT so)")
                    + " AS kda_otherwise");

    /// Two parameters, both the player.
    private static final String FIRSTS =
            Stream.of("kill", "death").map("""
                    min(event_index) FILTER (event = '%1$s') AS %1$s,
                    min(event_index) FILTER (event = '%1$s' AND xuid = ?) AS my_%1$s,
                    min_by(team_id, event_index) FILTER (event = '%1$s') AS %1$s_team"""::formatted).collect(Collectors.joining(",\n"));

    /// Nearly every film has its first kill and death among so many events. The others are gone through whole.
    private static final int EARLY = 64;

    @Override
    public RecordShape<Opening> shape() {
        return RecordShape.of(Opening.class);
    }

    @Override
    public Query query(Scope scope) {
        String player = scope.filter().player().text();
        return scope.queryOfPlayer(
                """
                , f AS MATERIALIZED (SELECT match_id, my_team_score IS NOT NULL AS has_teams, %s FROM scope
                    WHERE match_id IN (SELECT match_id FROM meta.match_ledger WHERE film_sha256 IS NOT NULL))
                , early AS MATERIALIZED (SELECT match_id, %s FROM highlight_events
                    WHERE event_index < %d AND event IN ('kill', 'death') AND match_id IN (SELECT match_id FROM f)
                    GROUP BY match_id HAVING kill IS NOT NULL AND death IS NOT NULL)
                , late AS MATERIALIZED (SELECT match_id FROM f EXCEPT SELECT match_id FROM early)
                , t AS (SELECT match_id, min_by(team_id, event_index) AS team FROM highlight_events
                    WHERE xuid = ? AND match_id IN (SELECT match_id FROM f) GROUP BY match_id)
                , o AS (SELECT * FROM early UNION ALL SELECT match_id, %s FROM highlight_events
                    WHERE match_id IN (SELECT match_id FROM late) GROUP BY match_id)
                , w AS (SELECT f.*, unnest([
                        {'place': 1, 'opening': 'first_kill', 'so': CASE WHEN kill IS NOT NULL THEN coalesce(my_kill = kill, false) END},
                        {'place': 2, 'opening': 'first_death', 'so': CASE WHEN death IS NOT NULL THEN coalesce(my_death = death, false) END},
                        {'place': 3, 'opening': 'team_first_kill', 'so': CASE WHEN has_teams THEN kill_team = team END},
                        {'place': 4, 'opening': 'team_first_death', 'so': CASE WHEN has_teams THEN death_team = team END}],
                        recursive := true)
                    FROM f JOIN o USING (match_id) LEFT JOIN t USING (match_id))
                SELECT opening, count(so) AS matches, count(*) FILTER (so) AS times,
                    100.0 * count(*) FILTER (so) / nullif(count(so), 0) AS share,
                    %s
                FROM w GROUP BY place, opening ORDER BY place""".formatted(TERMS, FIRSTS, EARLY, FIRSTS, RATIOS), player, player, player, player, player);
    }
}
