package dev.spartanlake.generator.match;

/// How a match ended for a player or a team, with the documents' code.
enum Outcome {
    TIE(1),
    WIN(2),
    LOSS(3),
    DID_NOT_FINISH(4);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
