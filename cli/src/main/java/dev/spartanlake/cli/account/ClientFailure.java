package dev.spartanlake.cli.account;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.halo.error.HaloException;
import dev.spartanlake.halo.error.LocalFileFailed;
import dev.spartanlake.halo.error.SettingRefused;

/// Makes failures of the client ones that the command tells as it tells all others.
public final class ClientFailure {

    private ClientFailure() {}

    /// Something that is asked of the client.
    ///
    /// @param <T> what comes of it
    /// @param <X> what it throws besides
    @FunctionalInterface
    public interface Asking<T, X extends Exception> {
        /// Asks.
        T ask() throws X;
    }

    /// Asks.
    ///
    /// @throws WarehouseException when the client fails
    public static <T, X extends Exception> T told(Asking<T, X> asking) throws X {
        try {
            return asking.ask();
        } catch (HaloException failed) {
            throw new WarehouseException(
                    switch (failed) {
                        case SettingRefused _ -> ErrorCode.CONFIGURATION;
                        case LocalFileFailed _ -> ErrorCode.STORAGE;
                    },
                    Location.nowhere(),
                    String.valueOf(failed.getMessage()),
                    failed);
        }
    }
}
