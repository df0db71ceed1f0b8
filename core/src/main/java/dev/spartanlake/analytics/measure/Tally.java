package dev.spartanlake.analytics.measure;

import dev.spartanlake.match.MatchOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is counted about some matches. `wins + losses + ties + unfinished + unknown` is `matches`.
///
/// @param matches how many
/// @param wins those with outcome 2
/// @param losses those with outcome 3
/// @param ties those with outcome 1
/// @param unfinished those the player did not finish, outcome 4
/// @param unknown those with no outcome, or one of no known meaning
/// @param kills all kills
/// @param deaths all deaths
/// @param assists all assists
/// @param timePlayedSeconds the known times of taking part, added; null without any
/// @param firstPlayed the start of the earliest match; null without matches
/// @param lastPlayed the start of the latest match; null without matches
public record Tally(
        long matches,
        long wins,
        long losses,
        long ties,
        long unfinished,
        long unknown,
        long kills,
        long deaths,
        long assists,
        @Nullable Double timePlayedSeconds,
        @Nullable Instant firstPlayed,
        @Nullable Instant lastPlayed) {

    /// The columns of a tally as SQL over the columns of `match_facts`, for a list of what is selected.
    public static String columns() {
        return """
                count(*) AS matches,
                count(*) FILTER (%s) AS wins,
                count(*) FILTER (%s) AS losses,
                count(*) FILTER (%s) AS ties,
                count(*) FILTER (%s) AS unfinished,
                count(*) FILTER (NOT coalesce(%s, false)) AS unknown,
                CAST(coalesce(sum(kills), 0) AS BIGINT) AS kills,
                CAST(coalesce(sum(deaths), 0) AS BIGINT) AS deaths,
                CAST(coalesce(sum(assists), 0) AS BIGINT) AS assists,
                CAST(sum(TRY_CAST(time_played_seconds AS DECIMAL(18, 3))) AS DOUBLE) AS time_played_seconds,
                min(start_time) AS first_played,
                max(start_time) AS last_played""".formatted(
                        Term.endedIn(MatchOutcome.WIN),
                        Term.endedIn(MatchOutcome.LOSS),
                        Term.endedIn(MatchOutcome.TIE),
                        Term.endedIn(MatchOutcome.UNFINISHED),
                        Term.endedIn(MatchOutcome.values()));
    }
}
