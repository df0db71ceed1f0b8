package dev.spartanlake.cli;

import dev.spartanlake.cli.command.Outcome;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.ErrorKind;

/// What the process tells its caller. The numbers are a promise to scripts.
enum ExitCode {
    /// All was done.
    OK(0),
    /// It could not be done as asked.
    FAILED(1),
    /// The arguments are wrong.
    USAGE(2),
    /// Some input was refused.
    REFUSED(3),
    /// Lock, disk, memory or network; the same command may succeed later.
    ENVIRONMENT(4),
    /// What is stored is damaged.
    DAMAGE(5),
    /// A defect of SpartanLake.
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The number of the process.
    int number() {
        return number;
    }

    /// The code for a command that ran to its end.
    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case DONE -> OK;
            case SOME_REFUSED -> REFUSED;
            case SOME_FAILED, NOTHING_FOUND, INCOMPLETE -> FAILED;
            case UNAVAILABLE -> ENVIRONMENT;
            case DAMAGE_FOUND -> DAMAGE;
        };
    }

    /// The code for an error. A query that ran into its limit has refused no input: it failed.
    static ExitCode of(ErrorCode error) {
        return error == ErrorCode.QUERY_LIMIT ? FAILED : of(error.kind());
    }

    private static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case USER -> FAILED;
            case DATA -> REFUSED;
            case ENVIRONMENT -> ENVIRONMENT;
            case DAMAGE -> DAMAGE;
            case INTERNAL -> BUG;
        };
    }
}
