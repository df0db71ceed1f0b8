package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Scoring;
import java.util.List;
import java.util.UUID;

/// One match, played from its fixture.
final class MatchSimulation {

    private static final double ACCIDENTS_PER_HEAD = 0.04;
    private static final double KILLS_PER_HEAD_AND_MINUTE = 1.2;
    private static final double SURVIVAL_SHARE = 0.7;
    private static final long UUID_VERSION_4 = 0x4000L;
    private static final long UUID_VARIANT = 0x8000000000000000L;

    private final Fixture fixture;
    private final Draw draw;
    private final MatchClock clock;
    private final List<Participant> participants;
    private final Objectives objectives;
    private List<Frag> frags = List.of();

    private MatchSimulation(Fixture fixture) {
        this.fixture = fixture;
        this.draw = Draw.of(fixture.seed());
        this.clock = MatchClock.of(fixture, draw);
        this.participants = Lobby.gather(fixture, clock, draw);
        this.objectives = new Objectives(fixture.pairing().mode(), draw);
    }

    static PlayedMatch play(Fixture fixture) {
        MatchSimulation simulation = new MatchSimulation(fixture);
        String matchId = simulation.matchId();
        List<TeamResult> teams = switch (fixture.pairing().venue()) {
            case SMALL_TEAMS, BIG_TEAMS, CUSTOM_TEAMS -> simulation.betweenTeams();
            case FREE_FOR_ALL, CUSTOM_FREE_FOR_ALL -> simulation.everyoneForThemselves();
            case COOPERATIVE -> simulation.againstTheComputer();
        };
        return new PlayedMatch(matchId, fixture, simulation.clock, teams, simulation.participants, simulation.frags);
    }

    private String matchId() {
        long high = (draw.next() & ~0xF000L) | UUID_VERSION_4;
        long low = (draw.next() >>> 2) | UUID_VARIANT;
        return new UUID(high, low).toString();
    }

    private List<TeamResult> betweenTeams() {
        List<Goal> goals = Goal.ofTeams(participants, fixture, clock, draw);
        Combat combat = Combat.ofTeams(participants, fixture, clock, draw);
        int[] assisted = combat.betweenTeams(
                new int[] {goals.get(0).kills(), goals.get(1).kills()});
        combat.accidents(ACCIDENTS_PER_HEAD);
        frags = combat.frags();
        if (fixture.pairing().mode().scoring() == Scoring.OBJECTIVE) {
            objectives.share(goals.get(0).points(), participants, 0);
            objectives.share(goals.get(1).points(), participants, 1);
        }
        complete();
        return new Standings(fixture, participants).ofTeams(goals, assisted);
    }

    private List<TeamResult> everyoneForThemselves() {
        double minutes = clock.durationMillis() / 60_000.0;
        Combat combat = Combat.ofEveryone(participants, fixture, clock, draw);
        combat.freeForAll((int) draw.around(fixture.teamSize() * minutes * KILLS_PER_HEAD_AND_MINUTE, 0.2));
        combat.accidents(ACCIDENTS_PER_HEAD);
        frags = combat.frags();
        complete();
        new Standings(fixture, participants).ofIndividuals();
        return List.of();
    }

    private List<TeamResult> againstTheComputer() {
        GameMode mode = fixture.pairing().mode();
        for (Participant participant : participants) {
            Firefight.play(participant.lastStint(), draw);
        }
        complete();
        boolean won = draw.chance(SURVIVAL_SHARE);
        int points = won ? mode.target() : draw.below(mode.target());
        return new Standings(fixture, participants).ofCooperation(new Goal(0, points, 1));
    }

    private void complete() {
        Tally tally = new Tally(fixture, draw);
        for (Participant participant : participants) {
            for (Stint stint : participant.stints()) {
                objectives.complete(stint);
            }
            tally.complete(participant);
        }
    }
}
