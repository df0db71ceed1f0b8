package dev.spartanlake.analytics.question;

/// Whom matches were played against.
public enum Opposition {
    /// Other players.
    PVP("NOT is_pve"),
    /// The environment, as in Firefight.
    PVE("is_pve"),
    /// Either.
    ANY("true");

    private final String condition;

    Opposition(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
