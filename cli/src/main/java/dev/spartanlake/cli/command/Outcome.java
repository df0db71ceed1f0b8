package dev.spartanlake.cli.command;

/// How a command went that ran to its end.
public enum Outcome {
    /// All was done.
    DONE,
    /// The rest was done, but some input was refused; or nothing was, because all or none was asked for.
    SOME_REFUSED,
    /// The rest was done, but some questions could not be answered.
    SOME_FAILED,
    /// What was to be changed is not there.
    NOTHING_FOUND,
    /// The work was done, and something that it is for is left.
    INCOMPLETE,
    /// Something that is needed from elsewhere cannot be had now; the same command may succeed later.
    UNAVAILABLE,
    /// What is stored is damaged.
    DAMAGE_FOUND
}
