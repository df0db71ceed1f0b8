package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Scoring;
import dev.spartanlake.generator.game.Venue;
import java.util.List;

/// What a team is going to reach in a match.
///
/// @param kills how many kills it makes
/// @param points its score, where kills are not what counts
/// @param rounds how many rounds it wins
record Goal(int kills, int points, int rounds) {

    private static final int BIG_TEAM_KILLS = 100;
    private static final double KILLS_PER_HEAD_AND_MINUTE = 1.1;
    private static final double TIMED_OUT_SHARE = 0.2;

    /// The goals of both teams, the first and the second; the stronger team reaches more, most of the time.
    static List<Goal> ofTeams(List<Participant> participants, Fixture fixture, MatchClock clock, Draw draw) {
        double first = strength(participants, 0);
        double second = strength(participants, 1);
        boolean firstWins = draw.chance(first * first / (first * first + second * second));
        GameMode mode = fixture.pairing().mode();
        int target = target(fixture);
        int winning = draw.chance(TIMED_OUT_SHARE) ? target - draw.below(target / 5 + 1) : target;
        int losing = Math.clamp((int) (winning * (0.45 + 0.55 * draw.unit())), 0, Math.max(0, winning - 1));
        int roundsToWin = (mode.rounds() + 1) / 2;
        Goal winner = goal(mode, winning, roundsToWin, killsMade(fixture, clock, draw));
        Goal loser = goal(mode, losing, draw.below(roundsToWin), killsMade(fixture, clock, draw));
        if (fixture.has(Twist.TIE)) {
            return List.of(loser, loser);
        }
        return firstWins ? List.of(winner, loser) : List.of(loser, winner);
    }

    private static Goal goal(GameMode mode, int score, int rounds, int kills) {
        return switch (mode.scoring()) {
            case KILLS -> new Goal(score, 0, rounds);
            case ROUNDS -> new Goal(kills, rounds, rounds);
            case OBJECTIVE, TEAM_ONLY, HILLS, POINTS -> new Goal(kills, score, rounds);
        };
    }

    private static int target(Fixture fixture) {
        GameMode mode = fixture.pairing().mode();
        if (mode.scoring() != Scoring.KILLS) {
            return mode.target();
        }
        return fixture.pairing().venue() == Venue.BIG_TEAMS
                ? BIG_TEAM_KILLS
                : Math.max(4, mode.target() * fixture.teamSize() / Venue.SMALL_TEAMS.teamSize());
    }

    private static int killsMade(Fixture fixture, MatchClock clock, Draw draw) {
        double minutes = clock.durationMillis() / 60_000.0;
        return (int) draw.around(fixture.teamSize() * minutes * KILLS_PER_HEAD_AND_MINUTE, 0.3);
    }

    private static double strength(List<Participant> participants, int team) {
        double strength = 0;
        for (Participant participant : participants) {
            strength += participant.lastTeam() == team ? participant.lastStint().strength() : 0;
        }
        return strength;
    }
}
