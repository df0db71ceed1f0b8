package dev.spartanlake.generator.match;

import dev.spartanlake.generator.game.BlockField;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Scoring;
import java.util.ArrayList;
import java.util.List;

/// Who won, and everybody's place.
///
/// Players are ranked by standard competition ranking (1, 2, 2, 4): those who did not finish last and level, then by
/// the rank of their team, then by their score.
final class Standings {

    private final Fixture fixture;
    private final List<Participant> participants;

    Standings(Fixture fixture, List<Participant> participants) {
        this.fixture = fixture;
        this.participants = participants;
    }

    /// Two teams, with what each was to reach and how many of its kills were assisted.
    List<TeamResult> ofTeams(List<Goal> goals, int[] assistedKills) {
        List<StatLine> lines = new ArrayList<>();
        for (int team = 0; team < 2; team++) {
            lines.add(teamLine(team, goals.get(team), assistedKills[team]));
        }
        List<TeamResult> results = new ArrayList<>();
        for (int team = 0; team < 2; team++) {
            StatLine own = lines.get(team);
            StatLine other = lines.get(1 - team);
            Outcome outcome = outcome(own.of(CoreStat.SCORE), other.of(CoreStat.SCORE));
            rounds(own, goals, outcome);
            results.add(new TeamResult(team, outcome, outcome == Outcome.LOSS ? 2 : 1, own));
        }
        rankPlayers(results);
        return results;
    }

    /// Players against the computer, whose team has no figures and never finishes.
    List<TeamResult> ofCooperation(Goal goal) {
        StatLine own = teamLine(0, goal, sumOfAssists());
        boolean won = goal.points() == fixture.pairing().mode().target();
        Outcome outcome = won ? Outcome.WIN : Outcome.LOSS;
        rounds(own, List.of(goal), outcome);
        TeamResult players = new TeamResult(0, outcome, 1, own);
        TeamResult computer = new TeamResult(1, Outcome.DID_NOT_FINISH, 2, new StatLine());
        List<TeamResult> results = List.of(players, computer);
        rankPlayers(results);
        return results;
    }

    /// Everyone for themselves.
    void ofIndividuals() {
        for (Participant participant : participants) {
            int rank = rank(participant, List.of());
            Outcome outcome = individualOutcome(participant, rank);
            rounds(participant.lastStint().line(), List.of(), outcome);
            participant.finish(outcome, rank);
        }
    }

    private Outcome individualOutcome(Participant participant, int rank) {
        if (unfinished(participant)) {
            return Outcome.DID_NOT_FINISH;
        }
        if (rank > 1) {
            return Outcome.LOSS;
        }
        return sharesFirstPlace(participant) ? Outcome.TIE : Outcome.WIN;
    }

    private StatLine teamLine(int team, Goal goal, int assistedKills) {
        GameMode mode = fixture.pairing().mode();
        StatLine line = new StatLine();
        int life = 0;
        int objectives = 0;
        for (Participant participant : participants) {
            for (Stint stint : participant.stints()) {
                if (stint.team() == team) {
                    line.absorb(stint.line(), mode.block());
                    life = life == 0 ? stint.line().of(CoreStat.AVERAGE_LIFE) : life;
                    objectives = Math.max(objectives, stint.line().of(CoreStat.OBJECTIVES_COMPLETED));
                }
            }
        }
        line.set(CoreStat.AVERAGE_LIFE, life);
        line.set(CoreStat.OBJECTIVES_COMPLETED, objectives);
        line.set(CoreStat.ASSISTS, assistedKills);
        if (mode.scoring() != Scoring.KILLS) {
            line.set(CoreStat.SCORE, goal.points());
        }
        teamBlock(line, mode, goal);
        return line;
    }

    private static void teamBlock(StatLine line, GameMode mode, Goal goal) {
        List<BlockField> fields = mode.block().fields();
        for (int i = 0; i < fields.size(); i++) {
            switch (fields.get(i).kind()) {
                case SHARED_COUNT -> line.addInBlock(i, -line.inBlock(i) / 4);
                case ASSISTS -> line.setInBlock(i, line.of(CoreStat.ASSISTS));
                case TICKS -> line.setInBlock(i, mode.playersTick() ? line.inBlock(i) : goal.points());
                case COUNT, KILLS, PEAK, TIME, LONGEST_TIME, SCORE, SCORE_TIME, LIVES -> {
                    // The sum or the maximum of the players' figures already.
                }
            }
        }
    }

    private int sumOfAssists() {
        int sum = 0;
        for (Participant participant : participants) {
            sum += participant.lastStint().line().of(CoreStat.ASSISTS);
        }
        return sum;
    }

    private Outcome outcome(int own, int other) {
        if (fixture.has(Twist.ABANDONED)) {
            return Outcome.DID_NOT_FINISH;
        }
        if (own == other) {
            return Outcome.TIE;
        }
        return own > other ? Outcome.WIN : Outcome.LOSS;
    }

    private void rankPlayers(List<TeamResult> teams) {
        for (Participant participant : participants) {
            TeamResult team = teams.get(participant.lastTeam());
            boolean unfinished = unfinished(participant);
            if (!unfinished) {
                copyRounds(team.line(), participant.lastStint().line());
            }
            participant.finish(unfinished ? Outcome.DID_NOT_FINISH : team.outcome(), rank(participant, teams));
        }
    }

    private int rank(Participant participant, List<TeamResult> teams) {
        int ahead = 0;
        for (Participant other : participants) {
            ahead += isAhead(other, participant, teams) ? 1 : 0;
        }
        return ahead + 1;
    }

    private static boolean isAhead(Participant one, Participant other, List<TeamResult> teams) {
        if (unfinished(one) || unfinished(other)) {
            return !unfinished(one) && unfinished(other);
        }
        if (!teams.isEmpty()) {
            int difference = teams.get(one.lastTeam()).rank()
                    - teams.get(other.lastTeam()).rank();
            if (difference != 0) {
                return difference < 0;
            }
        }
        return one.score() > other.score();
    }

    private boolean sharesFirstPlace(Participant participant) {
        for (Participant other : participants) {
            if (other != participant && !unfinished(other) && other.score() == participant.score()) {
                return true;
            }
        }
        return false;
    }

    private static boolean unfinished(Participant participant) {
        return participant.presence().left();
    }

    private static void rounds(StatLine line, List<Goal> goals, Outcome outcome) {
        int most = 1;
        int fewest = 1;
        for (Goal goal : goals) {
            most = Math.max(most, goal.rounds());
            fewest = Math.min(fewest, goal.rounds());
        }
        fewest = goals.size() < 2 ? 0 : fewest;
        switch (outcome) {
            case WIN -> {
                line.set(CoreStat.ROUNDS_WON, most);
                line.set(CoreStat.ROUNDS_LOST, fewest);
            }
            case LOSS -> {
                line.set(CoreStat.ROUNDS_WON, fewest);
                line.set(CoreStat.ROUNDS_LOST, most);
            }
            case TIE -> line.set(CoreStat.ROUNDS_TIED, 1);
            case DID_NOT_FINISH -> line.set(CoreStat.ROUNDS_WON, 0);
        }
    }

    private static void copyRounds(StatLine from, StatLine to) {
        to.set(CoreStat.ROUNDS_WON, from.of(CoreStat.ROUNDS_WON));
        to.set(CoreStat.ROUNDS_LOST, from.of(CoreStat.ROUNDS_LOST));
        to.set(CoreStat.ROUNDS_TIED, from.of(CoreStat.ROUNDS_TIED));
    }
}
