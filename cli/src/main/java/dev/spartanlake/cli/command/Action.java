package dev.spartanlake.cli.command;

/// What a command does once its arguments are understood.
@FunctionalInterface
public interface Action {

    /// Does it. Data goes to the session's answer, talk to its remarks.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when it fails
    /// @throws picocli.CommandLine.ParameterException when the arguments do not fit together
    Outcome run(Session session);
}
