package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.people.Companions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Team-mates and opponents.
public record ExpectedPeople(Selection selection) {

    /// The matches that a player shares with somebody.
    private record Shared(List<PlayedMatch> together, List<PlayedMatch> against) {

        Shared() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        List<PlayedMatch> all() {
            List<PlayedMatch> all = new ArrayList<>(together);
            all.addAll(against);
            all.sort(PlayedMatch.ORDER);
            return all;
        }
    }

    /// The answer to [Companions].
    public List<Companions.Companion> companions(Companions.Order order, int limit) {
        Map<Long, Shared> people = new TreeMap<>();
        for (PlayedMatch match : selection.matches()) {
            for (RawRow row : selection.warehouse().participants(match)) {
                String xuid = row.text("xuid");
                if (xuid == null || xuid.equals(selection.filter().player().text())) {
                    continue;
                }
                if (match.isSameTeam(row)) {
                    people.computeIfAbsent(Long.valueOf(xuid), _ -> new Shared())
                            .together()
                            .add(match);
                } else if (match.isOtherTeam(row)) {
                    people.computeIfAbsent(Long.valueOf(xuid), _ -> new Shared())
                            .against()
                            .add(match);
                }
            }
        }
        Ratio winRate = Definitions.sum(Measure.WIN_RATE, selection.matches());
        List<Companions.Companion> expected = new ArrayList<>();
        people.forEach((xuid, shared) -> {
            if (counted(order, shared) >= selection.filter().leastMatches()) {
                expected.add(companion(String.valueOf(xuid), shared, winRate));
            }
        });
        expected.sort(comparator(order));
        return expected.stream().limit(limit).toList();
    }

    private static int counted(Companions.Order order, Shared shared) {
        return switch (order) {
            case TOGETHER, BEST_TOGETHER -> shared.together().size();
            case AGAINST, HARDEST -> shared.against().size();
        };
    }

    private static Comparator<Companions.Companion> comparator(Companions.Order order) {
        Comparator<Companions.Companion> together =
                Comparator.comparing(Companions.Companion::together, Comparator.reverseOrder());
        Comparator<Companions.Companion> against =
                Comparator.comparing(Companions.Companion::against, Comparator.reverseOrder());
        Comparator<Companions.Companion> best = Comparator.comparing(
                Companions.Companion::winRateTogether, Comparator.nullsLast(Comparator.<Double>reverseOrder()));
        Comparator<Companions.Companion> hardest = Comparator.comparing(
                Companions.Companion::winRateAgainst, Comparator.nullsLast(Comparator.<Double>naturalOrder()));
        // Sorting keeps people of equal standing in the order of their numbers.
        return switch (order) {
            case TOGETHER -> together;
            case BEST_TOGETHER -> best.thenComparing(together);
            case AGAINST -> against;
            case HARDEST -> hardest.thenComparing(against);
        };
    }

    private static @Nullable Double winRateWithout(Shared shared, @Nullable Ratio winRate) {
        if (winRate == null) {
            return null;
        }
        Ratio without = winRate.minus(Definitions.sum(Measure.WIN_RATE, shared.together()));
        return without.isDefined() ? without.scaled(100) : null;
    }

    private Companions.Companion companion(String xuid, Shared shared, @Nullable Ratio winRate) {
        return new Companions.Companion(
                xuid,
                gamertag(xuid),
                shared.together().size(),
                Definitions.value(Measure.WIN_RATE, shared.together()),
                winRateWithout(shared, winRate),
                Definitions.value(Measure.KDA, shared.together()),
                shared.against().size(),
                Definitions.value(Measure.WIN_RATE, shared.against()),
                Definitions.value(Measure.KDA, shared.against()),
                shared.all().getFirst().start(),
                shared.all().getLast().start());
    }

    private @Nullable String gamertag(String xuid) {
        return selection.warehouse().gamertag(xuid);
    }
}
