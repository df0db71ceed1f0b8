package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;

/// How good a participant is.
///
/// @param weight how likely they are to be the one who kills, relative to the others; above 0
/// @param accuracy what share of their shots hits
record Skill(double weight, double accuracy) {

    /// Somebody who hardly ever kills.
    static final Skill HOPELESS = new Skill(0.01, 0.2);

    private static final double LEARNT_WEIGHT = 0.8;
    private static final double LEARNT_ACCURACY = 0.13;

    static Skill ofTracked(double progress, Draw draw) {
        return new Skill(
                draw.around(0.7 + LEARNT_WEIGHT * progress, 0.35), draw.around(0.4 + LEARNT_ACCURACY * progress, 0.15));
    }

    static Skill ofStranger(Draw draw) {
        return new Skill(draw.around(1, 0.6), draw.around(0.46, 0.25));
    }

    static Skill ofBot(Draw draw) {
        return new Skill(draw.around(0.3, 0.5), draw.around(0.15, 0.5));
    }
}
