package dev.spartanlake.analytics.question;

/// Whom matches were played against.
public enum Opposition {
    /// Other players.
    PVP("NOT is_pve"),
    /// The environment, as in Firefight.
    PVE("is_pve"),
    /// Either.
    ANY("true");

    /// SQL over the columns of `match_facts`: whether a match was against the environment. Never null.
    public static final String IS_PVE =
            "(coalesce(game_variant_category IN (41, 42), false) OR coalesce(gameplay_interaction = 2, false))";

    private final String condition;

    Opposition(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
