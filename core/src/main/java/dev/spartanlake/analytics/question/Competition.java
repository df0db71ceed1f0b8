package dev.spartanlake.analytics.question;

/// How matches came to be.
public enum Competition {
    /// All of them.
    ANY("true"),
    /// With a known competitive rank, or in a playlist that counts for one.
    RANKED("is_ranked"),
    /// Matchmade in any other playlist.
    SOCIAL("lifecycle_mode IS NOT DISTINCT FROM 3 AND NOT is_ranked"),
    /// Custom and local matches.
    CUSTOM("lifecycle_mode IS DISTINCT FROM 3 AND NOT is_ranked");

    private final String condition;

    Competition(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
