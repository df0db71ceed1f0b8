package dev.spartanlake.error;

import org.jspecify.annotations.Nullable;

/// A real failure: not a misuse of the API (those are JDK exceptions) and not an outcome a caller should expect
/// (those are results). The message says what failed, where, what was expected and found, and what to do next.
public class WarehouseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Location location;

    /// Describes a failure that has no cause below it.
    public WarehouseException(ErrorCode code, Location location, String message) {
        this(code, location, message, null);
    }

    /// Describes a failure caused by another one.
    ///
    /// @param cause what failed underneath; `null` because nothing did
    public WarehouseException(ErrorCode code, Location location, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.location = location;
    }

    /// The stable name of this error.
    public ErrorCode code() {
        return code;
    }

    /// Where it happened.
    public Location location() {
        return location;
    }
}
