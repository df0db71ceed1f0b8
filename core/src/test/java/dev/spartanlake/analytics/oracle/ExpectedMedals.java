package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.reference.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Medals earned.
public record ExpectedMedals(Selection selection) {

    private static final List<String> LADDER = List.of("normal", "heroic", "legendary", "mythic");

    /// One award in one match.
    private record Award(PlayedMatch match, long kind, long count) {}

    /// The answer to [MedalTotals].
    public List<MedalTotals.Medal> totals(MedalTotals.Order order, int limit) {
        Map<Long, List<Award>> kinds = new TreeMap<>();
        awards().forEach(award ->
                kinds.computeIfAbsent(award.kind(), _ -> new ArrayList<>()).add(award));
        Comparator<MedalTotals.Medal> most = Comparator.comparing(MedalTotals.Medal::count, Comparator.reverseOrder());
        Comparator<MedalTotals.Medal> comparator = switch (order) {
            case MOST -> most;
            case RAREST -> Comparator.comparingLong(MedalTotals.Medal::count);
            case NEWEST -> Comparator.comparing(MedalTotals.Medal::firstEarned, Comparator.reverseOrder());
            case DIFFICULTY ->
                Comparator.comparingInt((MedalTotals.Medal medal) -> -rung(medal.difficulty()))
                        .thenComparing(most);
        };
        return kinds.values().stream()
                .filter(awards -> awards.size() >= selection.filter().leastMatches())
                .map(this::medal)
                .sorted(comparator.thenComparingLong(MedalTotals.Medal::medalNameId))
                .limit(limit)
                .toList();
    }

    /// From 1 for the easiest, 0 for what is not known.
    private static int rung(@Nullable String difficulty) {
        return difficulty == null ? 0 : 1 + LADDER.indexOf(difficulty);
    }

    private List<Award> awards() {
        return selection.matches().stream()
                .flatMap(match -> selection.warehouse().medals(match).stream()
                        .map(row -> new Award(match, row.count("medal_name_id"), row.count("count"))))
                .toList();
    }

    private MedalTotals.Medal medal(List<Award> awards) {
        Award first = awards.getFirst();
        RawRow kind = selection.warehouse().medalKind(first.kind());
        long count = awards.stream().mapToLong(Award::count).sum();
        return new MedalTotals.Medal(
                first.kind(),
                name(first.kind()),
                kind.text("difficulty"),
                kind.text("type"),
                count,
                awards.size(),
                (double) count / selection.size(),
                first.match().start(),
                first.match().id(),
                awards.getLast().match().start());
    }

    @Nullable
    String name(long nameId) {
        RawRow kind = selection.warehouse().medalKind(nameId);
        String english = kind.text("name_en");
        String french = kind.text("name_fr");
        boolean frenchFirst = selection.viewpoint().language() == Language.FR;
        String preferred = frenchFirst ? french : english;
        return preferred != null ? preferred : frenchFirst ? english : french;
    }

    /// The answer to [MedalDifficulties].
    public List<MedalDifficulties.Difficulty> difficulties() {
        Comparator<Optional<String>> ladder = Comparator.comparing((Optional<String> difficulty) ->
                        difficulty.map(LADDER::indexOf).orElse(LADDER.size()))
                .thenComparing(difficulty -> difficulty.orElse(""));
        Map<Optional<String>, List<Award>> groups = new TreeMap<>(ladder);
        for (Award award : awards()) {
            String difficulty = selection.warehouse().medalKind(award.kind()).text("difficulty");
            groups.computeIfAbsent(Optional.ofNullable(difficulty), _ -> new ArrayList<>())
                    .add(award);
        }
        List<MedalDifficulties.Difficulty> expected = new ArrayList<>();
        groups.forEach((difficulty, awards) -> {
            long count = awards.stream().mapToLong(Award::count).sum();
            expected.add(new MedalDifficulties.Difficulty(
                    difficulty.orElse(null),
                    awards.stream().map(Award::kind).distinct().count(),
                    difficulty.map(selection.warehouse()::medalKindsOf).orElse(null),
                    count,
                    (double) count / selection.size()));
        });
        return expected;
    }
}
