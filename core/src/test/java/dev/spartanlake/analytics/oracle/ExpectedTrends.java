package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.trend.CsrHistory;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.analytics.trend.Streaks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What follows from the order of matches, and from the teams' ratings.
public record ExpectedTrends(Selection selection) {

    /// The answer to [RollingTrend].
    public List<RollingTrend.Point> rolling(int window, int points) {
        List<PlayedMatch> matches = selection.matches();
        List<RollingTrend.Point> expected = new ArrayList<>();
        for (int last = Math.max(window, matches.size() - points + 1); last <= matches.size(); last++) {
            PlayedMatch match = matches.get(last - 1);
            expected.add(new RollingTrend.Point(
                    last, match.id(), match.start(), Definitions.values(matches.subList(last - window, last))));
        }
        return expected;
    }

    /// The answer to [Streaks].
    public Streaks.Report streaks() {
        List<Streaks.Run> runs = new ArrayList<>();
        long comebacks = 0;
        for (PlayedMatch match : selection.matches()) {
            Integer outcome = match.row().integer("outcome");
            if (outcome == null || (outcome != 2 && outcome != 3)) {
                continue;
            }
            Streaks.Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.outcome() == outcome) {
                runs.set(
                        runs.size() - 1,
                        new Streaks.Run(
                                outcome,
                                last.length() + 1,
                                last.firstMatchId(),
                                match.id(),
                                last.startTime(),
                                match.start()));
            } else {
                comebacks += outcome == 2 && last != null && last.length() >= 2 ? 1 : 0;
                runs.add(new Streaks.Run(outcome, 1, match.id(), match.id(), match.start(), match.start()));
            }
        }
        return new Streaks.Report(
                runs.isEmpty() ? null : runs.getLast(), longest(runs, 2), longest(runs, 3), comebacks, runs);
    }

    private static Streaks.@Nullable Run longest(List<Streaks.Run> runs, int outcome) {
        Streaks.Run longest = null;
        for (Streaks.Run run : runs) {
            if (run.outcome() == outcome && (longest == null || run.length() > longest.length())) {
                longest = run;
            }
        }
        return longest;
    }

    /// The answer to [CsrHistory].
    public List<CsrHistory.Ranking> rankings() {
        List<CsrHistory.Ranking> rankings = new ArrayList<>();
        for (PlayedMatch match : selection.matches()) {
            Integer before = match.row().integer("csr_before");
            Integer after = match.row().integer("csr_after");
            if (before != null || after != null) {
                rankings.add(new CsrHistory.Ranking(
                        match.id(),
                        match.start(),
                        match.row().text("playlist_id"),
                        match.names().playlist(),
                        before,
                        after));
            }
        }
        return rankings;
    }

    /// The answer to [MmrBalance].
    public List<MmrBalance.Balance> balance(int width) {
        TreeMap<Long, List<PlayedMatch>> groups = new TreeMap<>();
        for (PlayedMatch match : selection.matches()) {
            BigDecimal own = match.row().decimal("team_mmr", 3);
            BigDecimal other = match.row().decimal("enemy_mmr", 3);
            if (own != null && other != null) {
                long group = own.subtract(other)
                        .divide(BigDecimal.valueOf(width), 0, RoundingMode.FLOOR)
                        .longValueExact();
                groups.computeIfAbsent(group * width, _ -> new ArrayList<>()).add(match);
            }
        }
        return groups.keySet().stream()
                .map(from -> balance(from, width, Objects.requireNonNull(groups.get(from))))
                .filter(balance ->
                        balance.tally().matches() >= selection.filter().leastMatches())
                .toList();
    }

    private static MmrBalance.Balance balance(long from, int width, List<PlayedMatch> matches) {
        return new MmrBalance.Balance(from, from + width, Definitions.tally(matches), Definitions.values(matches));
    }
}
