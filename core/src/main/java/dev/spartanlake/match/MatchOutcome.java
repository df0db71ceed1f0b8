package dev.spartanlake.match;

import java.util.Arrays;
import java.util.Optional;

/// How a match ended for a player, as far as the meaning of its code is known.
public enum MatchOutcome {
    /// Neither side won.
    TIE(1),
    /// Won.
    WIN(2),
    /// Lost.
    LOSS(3),
    /// The player did not see the end.
    UNFINISHED(4);

    private final int code;

    MatchOutcome(int code) {
        this.code = code;
    }

    /// The code in the column `outcome`.
    public int code() {
        return code;
    }

    /// The outcome of a code; empty because the code has no known meaning.
    public static Optional<MatchOutcome> of(int code) {
        return Arrays.stream(values()).filter(outcome -> outcome.code == code).findFirst();
    }
}
