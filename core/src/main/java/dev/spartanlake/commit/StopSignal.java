package dev.spartanlake.commit;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;

/// Whether somebody asked for the work to stop. Work that changes a warehouse looks at it between its steps;
/// what was begun and has not happened yet is then abandoned, what has happened is finished. A question that is being
/// answered looks at it several times a second, and is cancelled.
@FunctionalInterface
public interface StopSignal {

    /// Nobody ever asks.
    StopSignal NEVER = () -> false;

    /// Whether the work should stop.
    boolean isRaised();

    /// Returns if the work may go on.
    ///
    /// @param otherwise what has happened and what has not, for the message
    /// @throws WarehouseException with [ErrorCode#STOPPED] if it may not
    default void check(String otherwise) {
        if (isRaised()) {
            throw new WarehouseException(ErrorCode.STOPPED, Location.nowhere(), "stopped: " + otherwise);
        }
    }
}
