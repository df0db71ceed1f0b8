package dev.spartanlake.generator.match;

import java.util.List;

/// Someone in the match, human or bot.
final class Participant {

    private final String playerId;
    private final int botDifficulty;
    private final boolean tracked;
    private final Presence presence;
    private final List<Stint> stints;
    private Outcome outcome = Outcome.DID_NOT_FINISH;
    private int rank;

    private Participant(String playerId, int botDifficulty, boolean tracked, Presence presence, List<Stint> stints) {
        this.playerId = playerId;
        this.botDifficulty = botDifficulty;
        this.tracked = tracked;
        this.presence = presence;
        this.stints = List.copyOf(stints);
    }

    static Participant tracked(long xuid, Presence presence, List<Stint> stints) {
        return new Participant(humanId(xuid), 0, true, presence, stints);
    }

    static Participant stranger(long xuid, Presence presence, List<Stint> stints) {
        return new Participant(humanId(xuid), 0, false, presence, stints);
    }

    static Participant bot(int number, int difficulty, Presence presence, Stint stint) {
        return new Participant("bid(" + number + ".0)", difficulty, false, presence, List.of(stint));
    }

    private static String humanId(long xuid) {
        return "xuid(" + xuid + ")";
    }

    String playerId() {
        return playerId;
    }

    boolean isBot() {
        return botDifficulty > 0;
    }

    int botDifficulty() {
        return botDifficulty;
    }

    boolean isTracked() {
        return tracked;
    }

    Presence presence() {
        return presence;
    }

    /// The time in each team, the last team first.
    List<Stint> stints() {
        return stints;
    }

    Stint lastStint() {
        return stints.getFirst();
    }

    int lastTeam() {
        return lastStint().team();
    }

    int score() {
        int score = 0;
        for (Stint stint : stints) {
            score += stint.line().of(CoreStat.SCORE);
        }
        return score;
    }

    Outcome outcome() {
        return outcome;
    }

    int rank() {
        return rank;
    }

    void finish(Outcome finalOutcome, int finalRank) {
        outcome = finalOutcome;
        rank = finalRank;
    }
}
