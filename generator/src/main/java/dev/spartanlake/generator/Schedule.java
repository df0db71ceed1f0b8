package dev.spartanlake.generator;

import dev.spartanlake.generator.chance.Draw;
import java.time.Duration;
import java.util.List;

/// When matches start, evening after evening, and who plays them.
///
/// No match starts before the one before it is over. Every evening has its share of the matches from the start,
/// so that they come out exactly, and nothing but the evening at hand is kept.
final class Schedule {

    private static final long MINUTE_MILLIS = 60_000;
    private static final double USUAL_MATCHES_PER_EVENING = 5;
    private static final int CROWDED_MATCHES_PER_DAY = 12;
    private static final double TOGETHER_SHARE = 0.35;
    private static final double REGROUP_SHARE = 0.06;
    private static final long EVENING_SALT = 0x5eed_0e7e_0000_0000L;

    private final CareerPlan plan;
    private final boolean crowded;
    private final double eveningShare;
    private final long totalWeight;

    private Evening tonight;
    private Draw draw;
    private List<TrackedPlayer> party;
    private long day;
    private long weightSoFar;
    private int dealt;
    private int leftTonight;
    private boolean opening;

    Schedule(CareerPlan plan) {
        this.plan = plan;
        long firstDay = epochDay(plan.firstDay().toEpochMilli());
        long lastDay = epochDay(plan.lastDay().toEpochMilli());
        long days = lastDay - firstDay + 1;
        this.crowded = plan.matches() > days * CROWDED_MATCHES_PER_DAY;
        this.eveningShare = plan.matches() / (USUAL_MATCHES_PER_EVENING * days);
        long total = 0;
        for (long each = firstDay; each <= lastDay; each++) {
            total += weight(each);
        }
        this.totalWeight = total;
        this.day = firstDay - 1;
        this.tonight = Evening.of(firstDay);
        this.draw = Draw.of(plan.seed());
        this.party = plan.players();
    }

    /// The next slot; to be asked for no more often than the plan has matches.
    ///
    /// @param previousEndMillis when the match before was over
    Slot next(long previousEndMillis) {
        while (leftTonight == 0) {
            turnPage();
        }
        long start = opening
                ? Math.max(tonight.opening(leftTonight, crowded, draw), previousEndMillis + shortPause())
                : previousEndMillis + pause(previousEndMillis);
        if (opening || draw.chance(REGROUP_SHARE)) {
            party = someParty();
        }
        opening = false;
        leftTonight--;
        return new Slot(crowded ? start : tonight.acrossBorder(start, leftTonight == 0, draw), party);
    }

    private void turnPage() {
        day++;
        weightSoFar += weight(day);
        leftTonight = (int) (plan.matches() * weightSoFar / totalWeight) - dealt;
        dealt += leftTonight;
        tonight = Evening.of(day);
        draw = Draw.of(Draw.seed(plan.seed() ^ EVENING_SALT, day));
        opening = true;
    }

    private long weight(long ofDay) {
        Draw chance = Draw.of(Draw.seed(plan.seed(), ofDay));
        if (crowded) {
            return 1;
        }
        if (Evening.of(ofDay).hasBorder()) {
            return 4;
        }
        return chance.chance(eveningShare) ? chance.between(2, 6) : 0;
    }

    private long pause(long previousEndMillis) {
        if (crowded || tonight.isBeforeBorder(previousEndMillis)) {
            return shortPause();
        }
        if (plan.mix() == MatchMix.EVERY_CASE && draw.chance(0.08)) {
            // Just at and just past the two hours that end a play session.
            return Duration.ofHours(2).toMillis() + draw.below(2);
        }
        int percentile = draw.below(100);
        if (percentile < 80) {
            return shortPause();
        }
        if (percentile < 92) {
            return minutes(3, 20);
        }
        return percentile < 97 ? minutes(20, 110) : minutes(125, 240);
    }

    private long shortPause() {
        return draw.between(20_000, 120_000);
    }

    private long minutes(int fewest, int most) {
        return fewest * MINUTE_MILLIS + draw.below((int) ((most - fewest) * MINUTE_MILLIS));
    }

    private List<TrackedPlayer> someParty() {
        List<TrackedPlayer> players = plan.players();
        if (players.size() == 1 || draw.chance(TOGETHER_SHARE)) {
            return players;
        }
        return List.of(draw.early(players));
    }

    private static long epochDay(long millis) {
        return Math.floorDiv(millis, Duration.ofDays(1).toMillis());
    }
}
