package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Award;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who kills whom, one kill after the other.
///
/// Every kill is somebody's death, so that the kills of one side are the deaths of the other but for accidents.
final class Combat {

    private static final double ASSISTED_SHARE = 0.35;
    private static final double SECOND_ASSIST_SHARE = 0.1;
    private static final double BETRAYAL_SHARE = 0.2;

    private final List<List<Stint>> sides;
    private final int durationMillis;
    private final Award killAward;
    private final Draw draw;
    private final List<Frag> frags = new ArrayList<>();

    private Combat(List<List<Stint>> sides, Fixture fixture, MatchClock clock, Draw draw) {
        this.sides = sides;
        this.durationMillis = clock.durationMillis();
        this.killAward = fixture.pairing().mode().killAward();
        this.draw = draw;
    }

    static Combat ofTeams(List<Participant> participants, Fixture fixture, MatchClock clock, Draw draw) {
        List<List<Stint>> sides = List.of(new ArrayList<>(), new ArrayList<>());
        for (Participant participant : participants) {
            for (Stint stint : participant.stints()) {
                sides.get(stint.team()).add(stint);
            }
        }
        return new Combat(sides, fixture, clock, draw);
    }

    static Combat ofEveryone(List<Participant> participants, Fixture fixture, MatchClock clock, Draw draw) {
        List<Stint> everyone = new ArrayList<>();
        for (Participant participant : participants) {
            everyone.addAll(participant.stints());
        }
        return new Combat(List.of(everyone), fixture, clock, draw);
    }

    /// Two teams against each other, with so many kills each. Returns how many of them were made with
    /// somebody's help.
    int[] betweenTeams(int[] kills) {
        int[] left = kills.clone();
        int[] assisted = new int[2];
        int total = left[0] + left[1];
        for (int i = 0; i < total; i++) {
            int team = draw.below(left[0] + left[1]) < left[0] ? 0 : 1;
            left[team]--;
            if (kill(team, momentOf(i, total))) {
                assisted[team]++;
            }
        }
        return assisted;
    }

    /// Everyone against everyone, with so many kills in all.
    void freeForAll(int kills) {
        for (int i = 0; i < kills; i++) {
            kill(0, momentOf(i, kills));
        }
    }

    /// Deaths that nobody earned: suicides and betrayals.
    void accidents(double perHead) {
        for (List<Stint> side : sides) {
            for (Stint stint : side) {
                if (stint.presentMillis() > 0 && draw.chance(perHead)) {
                    accident(stint, side);
                }
            }
        }
    }

    /// The kills so far, in the order of time.
    List<Frag> frags() {
        return List.copyOf(frags);
    }

    static void selfDestruct(Stint stint) {
        stint.streakEndedByDeath();
        stint.line().add(CoreStat.SUICIDES, 1);
        stint.line().award(Award.SELF_DESTRUCTION, 1);
    }

    private void accident(Stint victim, List<Stint> side) {
        @Nullable
        Stint mate = sides.size() > 1 && draw.chance(BETRAYAL_SHARE)
                ? pick(side, victim, durationMillis / 2, Odds.STRENGTH)
                : null;
        if (mate == null) {
            selfDestruct(victim);
            return;
        }
        victim.streakEndedByDeath();
        mate.line().add(CoreStat.BETRAYALS, 1);
        mate.line().award(Award.BETRAYED_PLAYER, 1);
    }

    private long momentOf(int index, int total) {
        return (long) ((index + draw.unit()) * durationMillis / total);
    }

    private boolean kill(int team, long moment) {
        List<Stint> side = sides.get(team);
        @Nullable Stint killer = pick(side, null, moment, Odds.STRENGTH);
        if (killer == null) {
            return false;
        }
        @Nullable Stint victim = pick(sides.get(sides.size() - 1 - team), killer, moment, Odds.WEAKNESS);
        if (victim == null) {
            return false;
        }
        frags.add(new Frag(killer, victim, moment));
        int endedStreak = victim.streakEndedByDeath();
        int streak = killer.streakAfterKill(moment);
        killer.line().add(CoreStat.KILLS, 1);
        killer.line().award(killAward, 1);
        Flourish.of(killer, streak, endedStreak, draw);
        return draw.chance(ASSISTED_SHARE) && assist(side, killer, moment);
    }

    private boolean assist(List<Stint> side, Stint killer, long moment) {
        @Nullable Stint mate = pick(side, killer, moment, Odds.STRENGTH);
        if (mate == null) {
            return false;
        }
        helped(mate);
        @Nullable Stint second = draw.chance(SECOND_ASSIST_SHARE) ? pick(side, killer, moment, Odds.STRENGTH) : null;
        if (second != null && second != mate) {
            helped(second);
        }
        return true;
    }

    private static void helped(Stint mate) {
        mate.line().add(CoreStat.ASSISTS, 1);
        mate.line().award(Award.KILL_ASSIST, 1);
    }

    private @Nullable Stint pick(List<Stint> side, @Nullable Stint excluded, long moment, Odds odds) {
        double total = 0;
        for (Stint stint : side) {
            total += stint != excluded && stint.isPresentAt(moment) ? odds.of(stint) : 0;
        }
        double chosen = draw.unit() * total;
        @Nullable Stint last = null;
        for (Stint stint : side) {
            if (chosen >= 0 && stint != excluded && stint.isPresentAt(moment)) {
                last = stint;
                chosen -= odds.of(stint);
            }
        }
        return last;
    }

    /// What decides who is picked.
    private enum Odds {
        STRENGTH,
        WEAKNESS;

        double of(Stint stint) {
            return this == STRENGTH ? stint.strength() : stint.weakness();
        }
    }
}
