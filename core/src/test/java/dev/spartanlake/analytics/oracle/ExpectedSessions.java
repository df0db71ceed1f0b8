package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Sessions, and what happens within them.
public record ExpectedSessions(Selection selection) {

    /// The answer to [SessionList].
    public List<SessionList.PlaySession> sessions(SessionList.Order order, int limit) {
        Map<String, List<PlayedMatch>> sessions = new LinkedHashMap<>();
        for (PlayedMatch match : selection.matches()) {
            sessions.computeIfAbsent(match.session(), _ -> new ArrayList<>()).add(match);
        }
        return sessions.values().stream()
                .filter(matches -> matches.size() >= selection.filter().leastMatches())
                .sorted(comparator(order))
                .limit(limit)
                .map(ExpectedSessions::session)
                .toList();
    }

    private static Comparator<List<PlayedMatch>> comparator(SessionList.Order order) {
        Comparator<List<PlayedMatch>> latest = Comparator.comparing(
                        (List<PlayedMatch> matches) -> matches.getFirst().start())
                .thenComparing(matches -> matches.getFirst().session())
                .reversed();
        Comparator<Ratio> best = Comparator.reverseOrder();
        Comparator<Ratio> better = switch (order) {
            case LATEST, BEST -> best;
            case WORST -> Comparator.naturalOrder();
        };
        Comparator<List<PlayedMatch>> byScore = Comparator.comparing(
                matches -> Definitions.sum(Measure.PERFORMANCE_SCORE, matches), Comparator.nullsLast(better));
        Comparator<List<PlayedMatch>> byKda =
                Comparator.comparing(matches -> Objects.requireNonNull(Definitions.sum(Measure.KDA, matches)), better);
        return order == SessionList.Order.LATEST
                ? latest
                : byScore.thenComparing(byKda).thenComparing(latest);
    }

    private static SessionList.PlaySession session(List<PlayedMatch> matches) {
        Instant end = matches.stream()
                .map(ExpectedSessions::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new SessionList.PlaySession(
                matches.getFirst().session(),
                matches.getFirst().start(),
                end,
                Definitions.tally(matches),
                Definitions.values(matches));
    }

    private static Instant end(PlayedMatch match) {
        Instant end = match.row().time("end_time");
        return end == null ? match.start() : end;
    }

    /// The answer to [Fatigue].
    public List<Fatigue.Position> fatigue(int positions) {
        Map<String, Integer> positionOf = new HashMap<>();
        Map<String, Integer> played = new HashMap<>();
        for (PlayedMatch match : selection.career()) {
            positionOf.put(match.id(), played.merge(match.session(), 1, Integer::sum));
        }
        TreeMap<Integer, List<PlayedMatch>> groups = new TreeMap<>();
        for (PlayedMatch match : selection.matches()) {
            int position = Math.min(positions, Objects.requireNonNull(positionOf.get(match.id())));
            groups.computeIfAbsent(position, _ -> new ArrayList<>()).add(match);
        }
        List<Fatigue.Position> expected = new ArrayList<>();
        groups.forEach((position, matches) -> {
            if (matches.size() >= selection.filter().leastMatches()) {
                expected.add(new Fatigue.Position(position, Definitions.tally(matches), Definitions.values(matches)));
            }
        });
        return expected;
    }
}
