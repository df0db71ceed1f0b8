package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Scoring;
import dev.spartanlake.generator.json.JsonBytes;
import java.util.List;

/// When a match runs. All but the durations are milliseconds since 1970.
///
/// A match takes at least two minutes from start to end and at most twenty, unless it is one of those that take more
/// than an hour. The playable duration is at most the duration, which is at most the time from first join to end.
///
/// @param startMillis when the session is created
/// @param firstJoinMillis when the first player is in
/// @param endMillis when it is over
/// @param durationTicks from the first join to the end, in ticks of 100 ns
/// @param playableMillis the duration without the pauses between rounds
public record MatchClock(
        long startMillis, long firstJoinMillis, long endMillis, long durationTicks, long playableMillis) {

    private static final long SHORTEST_MILLIS = 125_000;
    private static final long LONGEST_MILLIS = 17 * 60_000L;
    private static final long HOUR_MILLIS = 62 * 60_000L;
    private static final int BETWEEN_ROUNDS_MILLIS = 15_100;
    private static final long TICKS = JsonBytes.TICKS_PER_MILLI;
    private static final int LONGEST_LAG_TICKS = 270_000;
    private static final List<Integer> GRAINS = List.of(10, 100, 1000, 10_000);

    static MatchClock of(Fixture fixture, Draw draw) {
        int resolution = fixture.resolutionMillis();
        long grain = fixture.has(Twist.WHOLE_SECONDS) ? 60_000 : resolution;
        long playable = Math.ceilDiv(playable(fixture, draw), grain) * grain;
        long pauses = (long) pauses(fixture.pairing().mode(), draw) * BETWEEN_ROUNDS_MILLIS;
        long lag = resolution == 1 ? lag(draw) : 0;
        long duration = (playable + pauses / resolution * resolution) * TICKS + lag;
        long start = fixture.startMillis();
        long load = fixture.pairing().venue().isCustom() ? draw.below(20_000) : draw.between(15_000, 35_000);
        long firstJoin = roundUp(start + load, resolution);
        long end = roundUp(firstJoin + (duration + TICKS - 1) / TICKS + draw.below(3), resolution);
        return new MatchClock(start, firstJoin, end, duration, playable);
    }

    /// From the first join to the end, in whole milliseconds.
    int durationMillis() {
        return (int) (durationTicks / TICKS);
    }

    /// What the engine adds to whole milliseconds, in ticks of every coarseness.
    private static int lag(Draw draw) {
        int lag = draw.below(LONGEST_LAG_TICKS);
        int grain = draw.chance(0.6) ? 1 : draw.oneOf(GRAINS);
        return lag / grain * grain;
    }

    private static long playable(Fixture fixture, Draw draw) {
        if (fixture.has(Twist.HOUR_LONG)) {
            return HOUR_MILLIS + draw.below(5 * 60_000);
        }
        if (fixture.has(Twist.ABANDONED)) {
            return SHORTEST_MILLIS + draw.below(60_000);
        }
        double minutes = fixture.has(Twist.OVERTIME) ? draw.around(15, 0.1) : draw.around(typicalMinutes(fixture), 0.4);
        return Math.clamp((long) (minutes * 60_000), SHORTEST_MILLIS, LONGEST_MILLIS);
    }

    private static double typicalMinutes(Fixture fixture) {
        GameMode mode = fixture.pairing().mode();
        if (mode.isPve()) {
            return 11;
        }
        return mode.scoring() == Scoring.ROUNDS ? 6 : 9.4;
    }

    private static int pauses(GameMode mode, Draw draw) {
        return mode.rounds() > 1 ? (mode.rounds() - 1) / 2 + draw.below(2) : 0;
    }

    private static long roundUp(long millis, int resolution) {
        return Math.ceilDiv(millis, resolution) * resolution;
    }
}
