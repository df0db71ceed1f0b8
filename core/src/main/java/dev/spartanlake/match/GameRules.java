package dev.spartanlake.match;

/// The game's own arithmetic, for figures that have to be recomputed because several were summed.
///
/// Both rules were verified against every recorded block of statistics.
public final class GameRules {

    private GameRules() {}

    /// The game's KDA: kills + assists / 3 − deaths, truncated toward zero to two decimals. A signed
    /// difference, not a ratio.
    public static float kda(long kills, long assists, long deaths) {
        long hundredths = (300 * (kills - deaths) + 100 * assists) / 3;
        return hundredths / 100f;
    }

    /// The game's accuracy in percent, 0 to 100: computed in single precision and truncated to two decimals; 0
    /// when nothing was fired.
    public static float accuracy(long shotsHit, long shotsFired) {
        if (shotsFired == 0) {
            return 0f;
        }
        float percent = 100f * shotsHit / shotsFired;
        return (float) (Math.floor(percent * 100f) / 100.0);
    }
}
