package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import java.util.function.Consumer;

/// Makes a change happen whose files are staged and durable, and puts them in place, as
/// [WarehouseWriter#publish] does.
@FunctionalInterface
interface Publisher {

    /// Makes it happen.
    ///
    /// @param change is given the catalog within the transaction, and records a commit and its files; all of it
    ///     happens, or nothing
    /// @throws dev.spartanlake.error.WarehouseException with [dev.spartanlake.error.ErrorCode#COMMIT_UNKNOWN]
    ///     when the disk did not say whether it happened; with another code when it did not happen
    void publish(Consumer<Catalog> change);
}
