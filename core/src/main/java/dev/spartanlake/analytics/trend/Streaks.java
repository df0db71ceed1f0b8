package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs of wins and of losses in the order in which matches were played. Only wins and losses count: ties, unfinished
/// and unknown matches neither make a run longer nor end it.
public record Streaks() implements Question<Streaks.Report> {

    private static final int COMEBACK_AFTER = 2;

    /// The runs of a career.
    ///
    /// @param current the run that the last win or loss belongs to; null without any
    /// @param longestWins the longest run of wins, of equals the earliest; null without any
    /// @param longestLosses the longest run of losses, of equals the earliest; null without any
    /// @param comebacks how often a win ended a run of at least two losses
    /// @param runs all runs, from the first to the last
    public record Report(
            @Nullable Run current,
            @Nullable Run longestWins,
            @Nullable Run longestLosses,
            long comebacks,
            List<Run> runs) {

        /// Copies the list.
        public Report {
            runs = List.copyOf(runs);
        }
    }

    /// One run.
    ///
    /// @param outcome 2 for wins, 3 for losses
    /// @param length how many matches, those in between that do not count left out
    /// @param firstMatchId its first match
    /// @param lastMatchId its last match
    /// @param startTime when the first began
    /// @param endTime when the last began
    public record Run(
            int outcome, long length, String firstMatchId, String lastMatchId, Instant startTime, Instant endTime) {}

    @Override
    public List<Query> queries(Scope scope) {
        return List.of(scope.queryOfPlayer("""
                , n AS (SELECT match_id, start_time, outcome, row_number() OVER (ORDER BY start_time, match_id) AS number
                FROM scope WHERE outcome IN (?, ?))
                , i AS (SELECT *, number - row_number() OVER (PARTITION BY outcome ORDER BY number) AS island FROM n)
                SELECT outcome, count(*) AS length, min_by(match_id, number) AS first_match_id,
                    max_by(match_id, number) AS last_match_id, min(start_time) AS start_time, max(start_time) AS end_time
                FROM i GROUP BY outcome, island ORDER BY min(number)""", MatchOutcome.WIN.code(), MatchOutcome.LOSS.code()));
    }

    @Override
    public Report answer(List<QueryResult> results, Scope scope) {
        List<Run> runs = RecordShape.of(Run.class).read(results.getFirst());
        return new Report(
                runs.isEmpty() ? null : runs.getLast(),
                longest(runs, MatchOutcome.WIN),
                longest(runs, MatchOutcome.LOSS),
                comebacks(runs),
                runs);
    }

    private static @Nullable Run longest(List<Run> runs, MatchOutcome outcome) {
        return runs.stream()
                .filter(run -> run.outcome() == outcome.code())
                .max(Comparator.comparingLong(Run::length)
                        .thenComparing(Run::startTime, Comparator.reverseOrder())
                        .thenComparing(Run::firstMatchId, Comparator.reverseOrder()))
                .orElse(null);
    }

    /// Runs of wins and losses take turns, so that every run of losses but the last was ended by a win.
    private static long comebacks(List<Run> runs) {
        return runs.stream()
                .limit(Math.max(0, runs.size() - 1))
                .filter(run -> run.outcome() == MatchOutcome.LOSS.code() && run.length() >= COMEBACK_AFTER)
                .count();
    }
}
