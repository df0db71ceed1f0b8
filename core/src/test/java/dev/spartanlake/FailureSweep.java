package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.FaultyFileStore;
import dev.spartanlake.commit.FaultyFileStore.Fault;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.verify.Depth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Does a piece of work again and again, each time on a new copy of a warehouse and on a disk that fails a little
/// later, until it fails no more.
final class FailureSweep implements AutoCloseable {

    /// Every so many operations the work is done again, and every row derived again; both take a while.
    private static final int AGAIN = 7;

    /// How many operations later the disk fails each time where not every single one is tried;
    /// `-Dspartanlake.sweep.step=1` tries them all.
    static final int STEP = Integer.getInteger("spartanlake.sweep.step", 5);

    private final Path directory;
    private final BiConsumer<Path, FileStore> work;
    private final int step;
    private final Engine engine;

    /// @param directory a scratch directory
    /// @param work what is done to a warehouse in a directory, on a disk
    /// @param step how many operations later the disk fails each time
    FailureSweep(Path directory, BiConsumer<Path, FileStore> work, int step) {
        this.directory = directory;
        this.work = work;
        this.step = step;
        engine = Engine.open(new EngineSettings(1L << 28, 1, directory.resolve("spill")));
    }

    /// After every failure, once a writer has finished what was begun, a sound warehouse is sound and holds what
    /// it held before or what it was to hold, nothing else.
    ///
    /// @return after how many operations the disk failed no more
    int betweenTwoStates(Path before, Fault fault) {
        Map<String, List<String>> rowsBefore = rows(before);
        Map<String, List<String>> rowsAfter = rowsAfter(before);
        assertThat(rowsAfter).isNotEqualTo(rowsBefore);
        int operations = 0;
        int afterTheCommit = 0;
        for (boolean failing = true; failing; ) {
            Path target = copy(before, "target-" + operations);
            failing = hasFailed(target, new FaultyFileStore(operations, fault));
            String when = "disk " + fault + " after " + operations + " operations";

            Map<String, List<String>> rows = rows(target);
            assertThat(rows).as(when).isIn(rowsBefore, rowsAfter);
            if (Catalog.existsIn(target)) {
                Depth depth = operations % AGAIN == 0 ? Depth.DEEP : Depth.NORMAL;
                assertThat(Warehouse.at(target, Fixture.config()).verify(depth).damage())
                        .as(when)
                        .isEmpty();
            }
            if (operations % AGAIN == 0 && !rows.equals(rowsAfter)) {
                work.accept(target, FaultyFileStore.sound());
                assertThat(rows(target)).as("again, " + when).isEqualTo(rowsAfter);
            }
            operations += failing ? step : 0;
            afterTheCommit += failing && rows.equals(rowsAfter) ? 1 : 0;
            new LocalFileStore().deleteTree(target);
        }
        // Otherwise the sweep has missed one side of the commit.
        assertThat(afterTheCommit).isBetween(fault == Fault.GONE ? 1 : 0, operations - 1);
        return operations;
    }

    /// After every failure the work can be done again, with the same end as if nothing had failed.
    ///
    /// @return after how many operations the disk failed no more
    int repeatable(Path before, Fault fault) {
        Map<String, List<String>> rowsAfter = rowsAfter(before);
        int operations = 0;
        for (boolean failing = true; failing; ) {
            Path target = copy(before, "target-" + operations);
            failing = hasFailed(target, new FaultyFileStore(operations, fault));
            String when = "disk " + fault + " after " + operations + " operations";

            work.accept(target, FaultyFileStore.sound());
            assertThat(rows(target)).as(when).isEqualTo(rowsAfter);
            assertThat(Warehouse.at(target, Fixture.config())
                            .verify(Depth.NORMAL)
                            .damage())
                    .as(when)
                    .isEmpty();
            operations += failing ? step : 0;
            new LocalFileStore().deleteTree(target);
        }
        return operations;
    }

    private boolean hasFailed(Path target, FaultyFileStore disk) {
        try {
            work.accept(target, disk);
        } catch (WarehouseException refused) {
            assertThat(refused).hasMessageContaining("the disk refuses");
        }
        return disk.hasRefused();
    }

    private Map<String, List<String>> rowsAfter(Path before) {
        Path undisturbed = copy(before, "undisturbed");
        work.accept(undisturbed, FaultyFileStore.sound());
        return rows(undisturbed);
    }

    private Path copy(Path warehouse, String name) {
        Path target = directory.resolve(name);
        return Files.exists(warehouse) ? WholeWarehouse.copy(warehouse, target) : target;
    }

    /// What a warehouse holds once a writer has finished what was begun.
    private Map<String, List<String>> rows(Path warehouse) {
        if (!Catalog.existsIn(warehouse)) {
            return Map.of();
        }
        WholeWarehouse.recover(warehouse);
        Map<String, List<String>> rows = WholeWarehouse.rows(engine, warehouse);
        boolean isEmpty = rows.values().stream().allMatch(List::isEmpty);
        assertThat(warehouse.resolve(".staging")).doesNotExist();
        return isEmpty ? Map.of() : rows;
    }

    @Override
    public void close() {
        engine.close();
    }
}
