package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of measures of `docs/reference/analytics.md` read aloud.
final class Definitions {

    private static final Set<Measure> FEWER = EnumSet.of(
            Measure.DEATHS_PER_MATCH, Measure.DEATHS_PER_MINUTE, Measure.DAMAGE_TAKEN, Measure.DEATHS_ABOVE_EXPECTED);
    private static final Set<Measure> NEITHER =
            EnumSet.of(Measure.MINUTES_PLAYED, Measure.TEAM_MMR, Measure.ENEMY_MMR, Measure.MMR_ADVANTAGE);

    private Definitions() {}

    /// 1 where more is better, -1 where fewer is, 0 where neither is.
    static int better(Measure measure) {
        return NEITHER.contains(measure) ? 0 : FEWER.contains(measure) ? -1 : 1;
    }

    /// The measures of which a trend can be good or bad, in the order of the table.
    static List<Measure> judged() {
        return Arrays.stream(Measure.values())
                .filter(measure -> better(measure) != 0)
                .toList();
    }

    static int scale(Measure measure) {
        return switch (measure) {
            case WIN_RATE, ACCURACY, HEADSHOT_RATE -> 100;
            case KILLS_PER_MINUTE, DEATHS_PER_MINUTE, ASSISTS_PER_MINUTE, DAMAGE_PER_MINUTE -> 60;
            default -> 1;
        };
    }

    /// Numerator and denominator of one match; null where one of them is not known.
    static @Nullable Ratio ratio(Measure measure, RawRow row) {
        BigDecimal kills = BigDecimal.valueOf(row.count("kills"));
        BigDecimal deaths = BigDecimal.valueOf(row.count("deaths"));
        BigDecimal assists = BigDecimal.valueOf(row.count("assists"));
        BigDecimal lives = deaths.add(BigDecimal.ONE);
        BigDecimal played = played(row);
        BigDecimal damage = row.integral("damage_dealt");
        return switch (measure) {
            case WIN_RATE -> ended(row) ? mean(BigDecimal.valueOf(won(row) ? 1 : 0)) : null;
            case KDA -> new Ratio(thirds(row), BigDecimal.valueOf(3));
            case KD_RATIO -> new Ratio(kills, deaths);
            case KILLS_PER_MATCH -> mean(kills);
            case DEATHS_PER_MATCH -> mean(deaths);
            case ASSISTS_PER_MATCH -> mean(assists);
            case KILLS_PER_MINUTE -> Ratio.of(kills, played);
            case DEATHS_PER_MINUTE -> Ratio.of(deaths, played);
            case ASSISTS_PER_MINUTE -> Ratio.of(assists, played);
            case ACCURACY -> Ratio.of(row.integral("shots_hit"), row.integral("shots_fired"));
            case HEADSHOT_RATE -> Ratio.of(row.integral("headshot_kills"), kills);
            case DAMAGE_PER_LIFE -> Ratio.of(damage, lives);
            case DAMAGE_DEALT -> mean(damage);
            case DAMAGE_TAKEN -> mean(row.integral("damage_taken"));
            case DAMAGE_PER_MINUTE -> Ratio.of(damage, played);
            case LIFE_SECONDS -> Ratio.of(product(row.decimal("avg_life_seconds", 1), lives), lives);
            case KILLING_SPREE -> mean(row.integral("max_killing_spree"));
            case PERSONAL_SCORE -> mean(row.integral("personal_score"));
            case PERFORMANCE_SCORE -> mean(row.decimal("performance_score", 1));
            case MINUTES_PLAYED -> Ratio.of(played, BigDecimal.valueOf(60));
            case TEAM_MMR -> mean(row.decimal("team_mmr", 3));
            case ENEMY_MMR -> mean(row.decimal("enemy_mmr", 3));
            case MMR_ADVANTAGE -> mean(difference(row.decimal("team_mmr", 3), row.decimal("enemy_mmr", 3)));
            case KILLS_ABOVE_EXPECTED -> mean(difference(kills, row.decimal("expected_kills", 4)));
            case DEATHS_ABOVE_EXPECTED -> mean(difference(deaths, row.decimal("expected_deaths", 4)));
            case CSR_CHANGE -> mean(difference(row.integral("csr_after"), row.integral("csr_before")));
        };
    }

    static MeasureValues values(List<PlayedMatch> matches) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Double value = value(measure, matches);
            if (value != null) {
                values.put(measure, value);
            }
        }
        return new MeasureValues(values);
    }

    static @Nullable Double value(Measure measure, List<PlayedMatch> matches) {
        Ratio ratio = sum(measure, matches);
        return ratio == null ? null : Double.valueOf(ratio.scaled(scale(measure)));
    }

    static @Nullable Ratio sum(Measure measure, List<PlayedMatch> matches) {
        return Ratio.sum(matches.stream()
                .map(match -> match.ratio(measure))
                .filter(Objects::nonNull)
                .toList());
    }

    static Tally tally(List<PlayedMatch> matches) {
        long[] outcomes = new long[5];
        for (PlayedMatch match : matches) {
            Integer outcome = match.row().integer("outcome");
            outcomes[outcome == null || outcome < 1 || outcome > 4 ? 0 : outcome]++;
        }
        List<BigDecimal> times = matches.stream()
                .map(match -> match.row().decimal("time_played_seconds", 3))
                .filter(Objects::nonNull)
                .toList();
        return new Tally(
                matches.size(),
                outcomes[2],
                outcomes[3],
                outcomes[1],
                outcomes[4],
                outcomes[0],
                sum("kills", matches),
                sum("deaths", matches),
                sum("assists", matches),
                times.isEmpty()
                        ? null
                        : times.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue(),
                matches.isEmpty() ? null : matches.getFirst().start(),
                matches.isEmpty() ? null : matches.getLast().start());
    }

    static boolean won(RawRow row) {
        return Objects.equals(row.integer("outcome"), 2);
    }

    static boolean ended(RawRow row) {
        Integer outcome = row.integer("outcome");
        return outcome != null && outcome >= 1 && outcome <= 3;
    }

    /// Three times the KDA.
    static BigDecimal thirds(RawRow row) {
        return BigDecimal.valueOf(3 * row.count("kills") + row.count("assists") - 3 * row.count("deaths"));
    }

    private static long sum(String column, List<PlayedMatch> matches) {
        return matches.stream().mapToLong(match -> match.row().count(column)).sum();
    }

    private static @Nullable BigDecimal played(RawRow row) {
        BigDecimal part = row.decimal("time_played_seconds", 3);
        BigDecimal whole = row.decimal("playable_duration_seconds", 3);
        BigDecimal played = part == null ? whole : whole == null ? part : part.min(whole);
        return played == null || played.signum() <= 0 ? null : played.setScale(3, RoundingMode.UNNECESSARY);
    }

    private static @Nullable Ratio mean(@Nullable BigDecimal value) {
        return Ratio.of(value, BigDecimal.ONE);
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal from, @Nullable BigDecimal what) {
        return from == null || what == null ? null : from.subtract(what);
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal value, BigDecimal factor) {
        return value == null ? null : value.multiply(factor);
    }
}
