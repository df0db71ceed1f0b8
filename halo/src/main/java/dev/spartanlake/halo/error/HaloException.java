package dev.spartanlake.halo.error;

import org.jspecify.annotations.Nullable;

/// A real failure of the client, as opposed to an outcome of a request, which is a
/// [dev.spartanlake.halo.reply.Reply]. The message says what failed, where, and what to do; it
/// never has a token in it.
public abstract sealed class HaloException extends RuntimeException permits SettingRefused, LocalFileFailed {

    private static final long serialVersionUID = 1L;

    HaloException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
