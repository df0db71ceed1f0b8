package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Award;
import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.game.Scoring;
import dev.spartanlake.generator.game.Venue;

/// The figures that follow from kills, deaths and assists: shots, damage, lives, personal score.
final class Tally {

    private static final int RESPAWN_MILLIS = 9000;
    private static final int PERFECTION_KILLS = 10;

    private final Fixture fixture;
    private final Draw draw;

    Tally(Fixture fixture, Draw draw) {
        this.fixture = fixture;
        this.draw = draw;
    }

    void complete(Participant participant) {
        for (Stint stint : participant.stints()) {
            if (stint.presentMillis() > 0) {
                extras(stint.line());
            }
        }
        if (participant.isTracked()) {
            oddities(participant.lastStint());
        }
        for (Stint stint : participant.stints()) {
            if (stint.presentMillis() > 0) {
                finish(stint, participant);
            }
        }
    }

    private void extras(StatLine line) {
        int callouts = draw.count(0.7);
        line.set(CoreStat.CALLOUT_ASSISTS, callouts);
        line.award(Award.MARK_ASSIST, callouts);
        line.award(Award.SENSOR_ASSIST, draw.count(0.15));
        if (fixture.pairing().venue() == Venue.BIG_TEAMS) {
            vehicles(line);
        }
        boolean objective = fixture.pairing().mode().scoring() == Scoring.OBJECTIVE;
        line.set(CoreStat.OBJECTIVES_COMPLETED, objective && draw.chance(0.05) ? draw.between(1, 5) : 0);
        if (line.of(CoreStat.DEATHS) == 0 && line.of(CoreStat.KILLS) >= PERFECTION_KILLS) {
            line.earn(Medal.PERFECTION);
        }
    }

    private void vehicles(StatLine line) {
        count(line, CoreStat.VEHICLE_DESTROYS, Award.DESTROYED_WARTHOG, 0.3);
        count(line, CoreStat.DRIVER_ASSISTS, Award.DRIVER_ASSIST, 0.3);
        count(line, CoreStat.HIJACKS, Award.HIJACKED_GHOST, 0.15);
        count(line, CoreStat.EMP_ASSISTS, Award.EMP_ASSIST, 0.1);
        if (draw.chance(0.2)) {
            line.earn(draw.oneOf(Medal.vehicles()));
        }
    }

    private void count(StatLine line, CoreStat stat, Award award, double mean) {
        int count = draw.count(mean);
        line.set(stat, count);
        line.award(award, count);
    }

    private void oddities(Stint stint) {
        if (fixture.has(Twist.UNLISTED_MEDALS)) {
            stint.line().earn(Medal.BIG_DEAL);
            stint.line().earn(Medal.HIGH_VALUE_TARGET);
        }
        while (fixture.has(Twist.NEGATIVE_SCORE) && stint.line().points() >= 0) {
            Combat.selfDestruct(stint);
        }
    }

    private void finish(Stint stint, Participant participant) {
        StatLine line = stint.line();
        int kills = line.of(CoreStat.KILLS);
        int deaths = line.of(CoreStat.DEATHS);
        int assists = line.of(CoreStat.ASSISTS);
        boolean unfired = participant.isTracked() && fixture.has(Twist.UNFIRED);
        if (!unfired && !fixture.has(Twist.ACCURACY_MISSING)) {
            shots(
                    line,
                    draw.around(kills * 7 + assists * 4 + deaths * 2.5, 0.2),
                    stint.skill().accuracy());
        }
        line.set(CoreStat.DAMAGE_DEALT, (int) draw.around(kills * 215 + assists * 110 + deaths * 70, 0.15));
        line.set(CoreStat.DAMAGE_TAKEN, (int) draw.around(deaths * 235 + kills * 80, 0.12));
        if (!fixture.has(Twist.LIVES_UNRECORDED)) {
            line.set(CoreStat.SPAWNS, deaths + 1);
            line.set(CoreStat.AVERAGE_LIFE, averageLife(stint.presentMillis(), deaths));
        }
        line.set(CoreStat.PERSONAL_SCORE, line.points());
        if (participant.isBot()) {
            line.dropRewards();
        }
    }

    private void shots(StatLine line, double hits, double accuracy) {
        int hit = (int) hits;
        line.set(CoreStat.SHOTS_HIT, hit);
        line.set(CoreStat.SHOTS_FIRED, Math.max(hit, (int) (hit / draw.around(accuracy, 0.08))) + draw.below(9));
    }

    private static int averageLife(long presentMillis, int deaths) {
        long alive = Math.max(presentMillis - (long) deaths * RESPAWN_MILLIS, presentMillis / 3);
        return (int) (alive / (deaths + 1) / 100);
    }
}
