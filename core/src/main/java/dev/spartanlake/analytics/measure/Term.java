package dev.spartanlake.analytics.measure;

import dev.spartanlake.match.MatchOutcome;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One side of a ratio, for one match.
///
/// @param sql over the columns of `match_facts` and [#PLAYED_SECONDS]
/// @param isNullable whether it may be unknown
/// @param places how many decimal places it has
record Term(String sql, boolean isNullable, int places) {

    /// The seconds a player was in play: late joiners and leavers the time they took part, all others the match without
    /// the breaks between rounds. Null where that is not known, zero or negative.
    static final String PLAYED_SECONDS = "CASE WHEN least(time_played_seconds, playable_duration_seconds) > 0"
            + " THEN TRY_CAST(least(time_played_seconds, playable_duration_seconds) AS DECIMAL(18, 3)) END AS played_seconds";

    /// One for each match: the ratio is a mean.
    static final Term MATCH = always("1");

    /// The seconds in play.
    static final Term PLAYED = known("played_seconds", 3);

    static Term always(String sql) {
        return new Term(sql, false, 0);
    }

    static Term known(String sql) {
        return known(sql, 0);
    }

    static Term known(String sql, int places) {
        return new Term(sql, true, places);
    }

    /// Whether a match ended in one of some ways; null where its outcome is not known.
    static String endedIn(MatchOutcome... outcomes) {
        return Arrays.stream(outcomes)
                .map(outcome -> Integer.toString(outcome.code()))
                .collect(Collectors.joining(", ", "(outcome IN (", "))"));
    }

    /// Single precision as a decimal, of which sums do not depend on the order of adding; null for what is no number.
    static String decimal(String column, int places) {
        return "TRY_CAST(" + column + " AS DECIMAL(18, " + places + "))";
    }

    /// The term where another one is known as well.
    String where(Term other) {
        return other.isNullable ? "CASE WHEN (" + other.sql + ") IS NOT NULL THEN " + sql + " END" : sql;
    }

    /// In how many matches it is known, which is cheaper to find than a sum of ones.
    String count() {
        return "count(" + (isNullable ? sql : "*") + ")";
    }
}
