package dev.spartanlake.sync;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// Hands what has come over to the warehouse. Another writer is waited for, as what has come cost requests; a sync that
/// is stopped waits no longer than the warehouse itself does.
final class Delivery {

    private final Warehouse warehouse;
    private final SyncSettings settings;

    Delivery(Warehouse warehouse, SyncSettings settings) {
        this.warehouse = warehouse;
        this.settings = settings;
    }

    /// Commits.
    ///
    /// @throws WarehouseException with [ErrorCode#WRITER_LOCKED] when the other writer takes longer than is waited
    IntakeReport take(Obtained obtained) {
        return patiently(() -> warehouse.take(obtained));
    }

    /// Forgets what was asked for and did not exist.
    ///
    /// @throws WarehouseException with [ErrorCode#WRITER_LOCKED] when the other writer takes longer than is waited
    void forgetAbsences(Set<What> kinds) {
        patiently(() -> {
            warehouse.forgetAbsences(kinds);
            return kinds;
        });
    }

    private <T> T patiently(Supplier<T> change) {
        Instant end = settings.clock().instant().plus(settings.patience());
        while (true) {
            try {
                return change.get();
            } catch (WarehouseException failed) {
                boolean isWorthwhile = failed.code() == ErrorCode.WRITER_LOCKED
                        && !settings.stop().isRaised()
                        && settings.clock().instant().isBefore(end);
                if (!isWorthwhile) {
                    throw failed;
                }
            }
        }
    }
}
