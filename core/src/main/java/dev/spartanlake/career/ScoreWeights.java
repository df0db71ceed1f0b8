package dev.spartanlake.career;

/// How much each measure counts in a performance score, in parts of their sum.
///
/// @param killsPerMinute kills per minute
/// @param deathsPerMinute deaths per minute, where fewer are better
/// @param assistsPerMinute assists per minute
/// @param kda the game's KDA
/// @param accuracy accuracy
public record ScoreWeights(int killsPerMinute, int deathsPerMinute, int assistsPerMinute, int kda, int accuracy) {

    /// The weights scores are made with unless configured otherwise.
    public static final ScoreWeights STANDARD = new ScoreWeights(30, 25, 15, 20, 10);

    /// Keeps the exact arithmetic of scores within 64 bits for careers of millions of matches.
    private static final int MAX_SUM = 1_000;

    /// Refuses weights that give no score.
    ///
    /// @throws IllegalArgumentException when a weight is negative or the sum is not from 1 to 1,000
    public ScoreWeights {
        int sum = killsPerMinute + deathsPerMinute + assistsPerMinute + kda + accuracy;
        boolean negative = killsPerMinute < 0 || deathsPerMinute < 0 || assistsPerMinute < 0 || kda < 0 || accuracy < 0;
        if (negative || sum < 1 || sum > MAX_SUM) {
            throw new IllegalArgumentException("score weights: expected five integers from 0 whose sum is 1 to "
                    + MAX_SUM + ", found " + killsPerMinute + ", " + deathsPerMinute + ", " + assistsPerMinute + ", "
                    + kda + ", " + accuracy);
        }
    }
}
