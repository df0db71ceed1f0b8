package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.commit.FaultyFileStore;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The disk fails at the first operation, at the second, and so on until none fails: a warehouse is always
/// what it was before or what it was to become, and what it is made from never changes.
class BackupSweepTest {

    /// Every so many failures the work is done again; it takes a while.
    private static final int AGAIN = 7;

    @TempDir(factory = MemoryDirectory.class)
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = WholeWarehouse.documentsOfOneMonth(9);
    private Engine engine;
    private Path source;

    @BeforeEach
    void makeSource() throws IOException {
        engine = Engine.open(new EngineSettings(1L << 28, 1, directory.resolve("spill")));
        source = directory.resolve("source");
        WholeWarehouse.ingest(source, Fixture.config(), documents.subList(0, 6), Set.of(player));
        Files.createDirectories(source.resolve("quarantine"));
        Files.writeString(source.resolve("quarantine").resolve("0123456789abcdef01234567.json"), "{");
        Files.writeString(source.resolve("quarantine").resolve("0123456789abcdef01234567.json.reason.txt"), "no");
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void aNewBackupIsThereOrIsNot() {
        sweep(directory.resolve("absent"), (target, disk) -> backUp(disk, target));
    }

    @Test
    void anIncrementalBackupIsTheOldOneOrTheNewOne() {
        Path old = directory.resolve("old");
        Warehouse.at(source, Fixture.config()).backupTo(old);
        WholeWarehouse.ingest(source, Fixture.config(), documents.subList(6, 9), Set.of());

        sweep(old, (target, disk) -> backUp(disk, target));
    }

    @Test
    void aRestoredWarehouseIsThereOrIsNot() {
        sweep(
                directory.resolve("absent"),
                (target, disk) ->
                        Warehouse.at(target, Fixture.config(), disk).restoreFrom(source, RestoreMode.INTO_EMPTY));
    }

    @Test
    void aReplacedWarehouseIsTheOldOneOrTheNewOne() {
        Path old = other();

        sweep(
                old,
                (target, disk) ->
                        Warehouse.at(target, Fixture.config(), disk).restoreFrom(source, RestoreMode.REPLACE));
    }

    @Test
    void aMergedWarehouseHasAllOfTheOtherOrNothing() {
        Path old = other();

        sweep(
                old,
                (target, disk) -> Warehouse.at(target, Fixture.config(), disk).mergeFrom(source));
    }

    private Path other() {
        Path other = directory.resolve("other");
        WholeWarehouse.ingest(other, Fixture.config(), documents.subList(4, 9), Set.of(player));
        Warehouse.at(other, Fixture.config()).befriend(player, new Players.Friend(Fixture.xuid(77), "Somebody", null));
        return other;
    }

    private void backUp(FileStore disk, Path target) {
        Warehouse.at(source, Fixture.config(), disk).backupTo(target);
    }

    /// Lets the disk fail, each time on a new copy of a warehouse.
    private void sweep(Path before, BiConsumer<Path, FileStore> work) {
        Map<String, List<String>> rowsBefore = rows(before);
        Path undisturbed = copy(before, "undisturbed");
        work.accept(undisturbed, new FaultyFileStore(Integer.MAX_VALUE));
        Map<String, List<String>> rowsAfter = rows(undisturbed);
        assertThat(rowsAfter).isNotEqualTo(rowsBefore);
        Map<String, String> sourceBefore = WholeWarehouse.fingerprints(source);

        boolean refusing = true;
        int failedAfterwards = 0;
        int operations = 0;
        for (; refusing; operations++) {
            Path target = copy(before, "target-" + operations);
            FaultyFileStore disk = new FaultyFileStore(operations);
            try {
                work.accept(target, disk);
            } catch (WarehouseException refused) {
                assertThat(refused).hasMessageContaining("the disk refuses");
            }
            refusing = disk.hasRefused();

            Map<String, List<String>> rows = rows(target);
            assertThat(rows).as("after %d operations", operations).isIn(rowsBefore, rowsAfter);
            failedAfterwards += refusing && rows.equals(rowsAfter) ? 1 : 0;
            assertThat(WholeWarehouse.fingerprints(source)).isEqualTo(sourceBefore);

            if (operations % AGAIN == 0 && !rows.equals(rowsAfter)) {
                work.accept(target, new FaultyFileStore(Integer.MAX_VALUE));
                assertThat(rows(target))
                        .as("done again after %d operations", operations)
                        .isEqualTo(rowsAfter);
            }
            new LocalFileStore().deleteTree(target);
        }
        assertThat(operations).isGreaterThan(20);
        // Some runs fail after the commit point, and the commit stands.
        assertThat(failedAfterwards).isPositive();
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
}
