package dev.spartanlake.halo.error;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of the client's own, such as that of the tokens, cannot be read or written, or is not
/// what it should be.
public final class LocalFileFailed extends HaloException {

    private static final long serialVersionUID = 1L;

    /// @param message what was expected and found, and what to do; begins after the path
    /// @param cause what failed underneath; `null` because nothing did
    public LocalFileFailed(Path file, String message, @Nullable IOException cause) {
        super(file + ": " + message, cause);
    }
}
