package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.commit.FaultyFileStore.Fault;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.FileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The disk fails at the first operation, at the second, and so on until none fails: a warehouse is always
/// what it was before or what it was to become, and what it is made from never changes.
class BackupSweepTest {

    @TempDir(factory = MemoryDirectory.class)
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = WholeWarehouse.documentsOfOneMonth(9);
    private Path source;

    @BeforeEach
    void makeSource() throws IOException {
        source = directory.resolve("source");
        WholeWarehouse.take(source, documents.subList(0, 6), 1, Set.of(player));
        Files.createDirectories(source.resolve("quarantine"));
        Files.writeString(source.resolve("quarantine").resolve("0123456789abcdef01234567.json"), "{");
        Files.writeString(source.resolve("quarantine").resolve("0123456789abcdef01234567.json.reason.txt"), "no");
    }

    @Test
    void aNewBackupIsThereOrIsNot() {
        sweep(directory.resolve("absent"), (target, disk) -> backUp(disk, target));
    }

    @Test
    void anIncrementalBackupIsTheOldOneOrTheNewOne() {
        Path old = directory.resolve("old");
        Warehouse.at(source, Fixture.config()).backupTo(old);
        WholeWarehouse.take(source, documents.subList(6, 9), 1, Set.of());

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
        WholeWarehouse.take(other, documents.subList(4, 9), 2, Set.of(player));
        Warehouse.at(other, Fixture.config()).befriend(player, new Players.Friend(Fixture.xuid(77), "Somebody", null));
        return other;
    }

    private void backUp(FileStore disk, Path target) {
        Warehouse.at(source, Fixture.config(), disk).backupTo(target);
    }

    private void sweep(Path before, BiConsumer<Path, FileStore> work) {
        Map<String, String> sourceBefore = WholeWarehouse.fingerprints(source);

        try (FailureSweep sweep = new FailureSweep(directory, work, 1)) {
            assertThat(sweep.betweenTwoStates(before, Fault.GONE)).isGreaterThan(20);
        }

        assertThat(WholeWarehouse.fingerprints(source)).isEqualTo(sourceBefore);
    }
}
