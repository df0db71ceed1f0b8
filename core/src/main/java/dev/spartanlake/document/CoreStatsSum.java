package dev.spartanlake.document;

import dev.spartanlake.match.GameRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds up the figures of a player who was on several teams in one match.
///
/// Counts are summed, sprees are the longest, KDA and accuracy follow from the sums by the game's own rules. A
/// sum with an unknown part is unknown.
final class CoreStatsSum {

    private CoreStatsSum() {}

    static CoreStats of(List<CoreStats> parts) {
        CoreStats first = withKnownLife(parts.getFirst());
        return parts.size() == 1 ? first : combined(parts);
    }

    /// Payloads of early 2022 say `PT0S` for everybody, also for those who lived and died.
    private static CoreStats withKnownLife(CoreStats part) {
        boolean impossible = Duration.ZERO.equals(part.averageLifeDuration()) && part.deaths() > 0;
        List<CoreStats.Medal> medals = distinct(part.medals());
        return impossible || medals.size() != part.medals().size()
                ? with(part, impossible ? null : part.averageLifeDuration(), medals)
                : part;
    }

    private static CoreStats combined(List<CoreStats> parts) {
        CoreStats sum = parts.stream().reduce(CoreStatsSum::plus).orElseThrow();
        return with(sum, onlyKnownLife(parts), distinct(sum.medals()));
    }

    /// A mean of lives cannot be had from means without their counts; it is known when only one part has lives at
    /// all.
    private static @Nullable Duration onlyKnownLife(List<CoreStats> parts) {
        List<Duration> known = parts.stream()
                .map(CoreStatsSum::withKnownLife)
                .map(CoreStats::averageLifeDuration)
                .filter(life -> life != null && !life.isZero())
                .toList();
        boolean allAccounted = parts.stream()
                .allMatch(part -> part.averageLifeDuration() != null
                        && (part.deaths() == 0 || !part.averageLifeDuration().isZero()));
        return known.size() == 1 && allAccounted ? known.getFirst() : null;
    }

    private static List<CoreStats.Medal> distinct(List<CoreStats.Medal> medals) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (CoreStats.Medal medal : medals) {
            counts.merge(medal.nameId(), medal.count(), Math::addExact);
        }
        if (counts.size() == medals.size()) {
            return medals;
        }
        return counts.entrySet().stream()
                .map(entry -> new CoreStats.Medal(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CoreStats plus(CoreStats a, CoreStats b) {
        int kills = Math.addExact(a.kills(), b.kills());
        int deaths = Math.addExact(a.deaths(), b.deaths());
        int assists = Math.addExact(a.assists(), b.assists());
        Integer fired = sum(a.shotsFired(), b.shotsFired());
        Integer hit = sum(a.shotsHit(), b.shotsHit());
        return new CoreStats(
                sum(a.score(), b.score()),
                sum(a.personalScore(), b.personalScore()),
                sum(a.roundsWon(), b.roundsWon()),
                sum(a.roundsLost(), b.roundsLost()),
                sum(a.roundsTied(), b.roundsTied()),
                kills,
                deaths,
                assists,
                GameRules.kda(kills, assists, deaths),
                sum(a.suicides(), b.suicides()),
                sum(a.betrayals(), b.betrayals()),
                null,
                sum(a.grenadeKills(), b.grenadeKills()),
                sum(a.headshotKills(), b.headshotKills()),
                sum(a.meleeKills(), b.meleeKills()),
                sum(a.powerWeaponKills(), b.powerWeaponKills()),
                fired,
                hit,
                fired == null || hit == null ? null : GameRules.accuracy(hit, fired),
                sum(a.damageDealt(), b.damageDealt()),
                sum(a.damageTaken(), b.damageTaken()),
                sum(a.calloutAssists(), b.calloutAssists()),
                sum(a.vehicleDestroys(), b.vehicleDestroys()),
                sum(a.driverAssists(), b.driverAssists()),
                sum(a.hijacks(), b.hijacks()),
                sum(a.empAssists(), b.empAssists()),
                longest(a.maxKillingSpree(), b.maxKillingSpree()),
                concatenated(a.medals(), b.medals()),
                sum(a.spawns(), b.spawns()),
                sum(a.objectivesCompleted(), b.objectivesCompleted()));
    }

    private static CoreStats with(CoreStats s, @Nullable Duration life, List<CoreStats.Medal> medals) {
        return new CoreStats(
                s.score(),
                s.personalScore(),
                s.roundsWon(),
                s.roundsLost(),
                s.roundsTied(),
                s.kills(),
                s.deaths(),
                s.assists(),
                s.kda(),
                s.suicides(),
                s.betrayals(),
                life,
                s.grenadeKills(),
                s.headshotKills(),
                s.meleeKills(),
                s.powerWeaponKills(),
                s.shotsFired(),
                s.shotsHit(),
                s.accuracy(),
                s.damageDealt(),
                s.damageTaken(),
                s.calloutAssists(),
                s.vehicleDestroys(),
                s.driverAssists(),
                s.hijacks(),
                s.empAssists(),
                s.maxKillingSpree(),
                medals,
                s.spawns(),
                s.objectivesCompleted());
    }

    private static @Nullable Integer sum(@Nullable Integer a, @Nullable Integer b) {
        return a == null || b == null ? null : Integer.valueOf(Math.addExact(a, b));
    }

    private static @Nullable Integer longest(@Nullable Integer a, @Nullable Integer b) {
        return a == null || b == null ? null : Integer.valueOf(Math.max(a, b));
    }

    private static <T> List<T> concatenated(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
