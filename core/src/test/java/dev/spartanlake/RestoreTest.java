package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.backup.RestoreReport;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class RestoreTest {

    private static final String COUNT = "SELECT count(*) AS n FROM match_documents";

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(10);
    private Engine engine;
    private Path backup;
    private Path target;

    @BeforeEach
    void makeBackup() throws IOException {
        engine = Engine.open(new EngineSettings(1L << 28, 1, directory.resolve("spill")));
        Path original = directory.resolve("original");
        WholeWarehouse.take(original, documents.subList(0, 4), 1, Set.of(player));
        WholeWarehouse.ingest(original, Fixture.config(), documents.subList(4, 6), Set.of(player));
        at(original).befriend(player, new Players.Friend(Fixture.xuid(77), "Somebody", "Meri"));
        Files.createDirectories(original.resolve("quarantine"));
        Files.writeString(original.resolve("quarantine").resolve("0123456789abcdef01234567.json"), "{");
        backup = directory.resolve("backup");
        at(original).backupTo(backup);
        target = directory.resolve("target");
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void givesEveryRowOfEveryTableBack() {
        CopyReport report = (CopyReport) at(target).restoreFrom(backup, RestoreMode.INTO_EMPTY);

        assertThat(rows(target)).isEqualTo(rows(backup));
        assertThat(report.matches()).isEqualTo(6);
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(at(target).status().quarantined()).isEqualTo(1);
    }

    @Test
    void isNotDoneFromMetadataThatAreNotWhatTheLastWriterLeft() {
        Tampering.metadata(new Fixture(backup), "UPDATE friends SET nickname = 'Mary'");

        assertRefused(
                () -> at(target).restoreFrom(backup, RestoreMode.INTO_EMPTY),
                ErrorCode.DAMAGED,
                "is not what the last writer left");
    }

    @Test
    void isNotDoneOverMatchesUnlessAsked() {
        fillTarget();
        Map<String, List<String>> before = rows(target);

        assertRefused(
                () -> at(target).restoreFrom(backup, RestoreMode.INTO_EMPTY),
                ErrorCode.BACKUP_REFUSED,
                "expected an empty warehouse, found 4 matches, 1 players and ");

        assertThat(rows(target)).isEqualTo(before);
    }

    @Test
    void replacesEverythingWhileSomebodyReads() {
        fillTarget();
        try (Warehouse reader = at(target)) {
            assertThat(count(reader)).isEqualTo(4L);

            RestoreReport report = at(target).restoreFrom(backup, RestoreMode.REPLACE);

            assertThat(count(reader)).isEqualTo(6L);
            assertThat(report)
                    .isInstanceOfSatisfying(
                            CopyReport.class, copy -> assertThat(copy.dropped()).isEqualTo(4));
        }
        assertThat(rows(target)).isEqualTo(rows(backup));
    }

    @Test
    void countsTheMatchesOfWhichAPartGoesWithWhatIsReplaced() {
        at(target).restoreFrom(backup, RestoreMode.INTO_EMPTY);
        ObjectNode bare = documents.get(4);
        ObjectNode whole = documents.get(6);
        Obtained later = new Obtained();
        later.add(Parts.match(bare).withSkill(Parts.bytes(Parts.skill(bare, 1))));
        later.add(Parts.match(documents.get(5)).withFilm(Parts.film(documents.get(5), 1), Parts.FILM_VERSION));
        Parts.obtained(List.of(whole), 1).forEach(later::add);
        // Another skill document in the place of one that the backup has is not counted.
        later.add(Parts.match(documents.get(0)).withSkill(Parts.bytes(Parts.skill(documents.get(0), 2))));
        new Fixture(target).take(later);

        RestoreReport report = at(target).restoreFrom(backup, RestoreMode.REPLACE);

        assertThat(report)
                .isInstanceOfSatisfying(
                        CopyReport.class, copy -> assertThat(copy.dropped()).isEqualTo(3));
        assertThat(rows(target)).isEqualTo(rows(backup));
    }

    @Test
    void mergesTheBackupIntoWhatIsThere() throws IOException {
        fillTarget();
        Path all = directory.resolve("all");
        WholeWarehouse.ingest(all, Fixture.config(), documents, Set.of(player));
        new Fixture(all).take(Parts.supplements(documents.subList(0, 4), 1));

        at(target).restoreFrom(backup, RestoreMode.MERGE);

        assertThat(new Fixture(target).everything()).isEqualTo(new Fixture(all).everything());
        assertThat(at(target).friends(player)).isEqualTo(at(backup).friends(player));
    }

    @ParameterizedTest
    @EnumSource
    void refusesADamagedBackupAndChangesNothing(RestoreMode mode) throws IOException {
        List<Path> facts = new Fixture(backup).files("match_facts");
        flip(facts.getFirst());
        Files.delete(new Fixture(backup).files("medal_awards").getLast());

        assertRefused(() -> at(target).restoreFrom(backup, mode), ErrorCode.DAMAGED, "2 are like this");
        assertRefused(
                () -> at(target).restoreFrom(backup, mode),
                ErrorCode.DAMAGED,
                facts.getFirst().toString());

        assertThat(target).doesNotExist();
    }

    @Test
    void refusesABackupWhoseDatabaseMakesNoSense() throws IOException {
        byte[] bytes = Files.readAllBytes(backup.resolve("metadata.db"));
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = 0x5a;
        }
        Files.write(backup.resolve("metadata.db"), bytes);

        assertRefused(() -> at(target).restoreFrom(backup, RestoreMode.INTO_EMPTY), ErrorCode.DAMAGED, "metadata.db");

        assertThat(target).doesNotExist();
    }

    @Test
    void refusesWhatIsNoWarehouse() {
        assertRefused(
                () -> at(target).restoreFrom(directory.resolve("nowhere"), RestoreMode.INTO_EMPTY),
                ErrorCode.NOT_A_WAREHOUSE,
                "found no metadata.db in");
        assertRefused(
                () -> at(backup).restoreFrom(backup, RestoreMode.REPLACE),
                ErrorCode.BACKUP_REFUSED,
                "neither is in the other");
    }

    private void fillTarget() {
        WholeWarehouse.ingest(target, Fixture.config(), documents.subList(6, 10), Set.of(player));
    }

    private static Object count(Warehouse warehouse) {
        return String.valueOf(warehouse
                        .query(COUNT, List.of(), Language.EN, Limits.standard())
                        .rows()
                        .getFirst()
                        .getFirst())
                .transform(Long::valueOf);
    }

    private Map<String, List<String>> rows(Path warehouse) {
        return WholeWarehouse.rows(engine, warehouse);
    }

    private static Warehouse at(Path place) {
        return Warehouse.at(place, Fixture.config());
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void assertRefused(ThrowingCallable work, ErrorCode code, String says) {
        assertThatThrownBy(work)
                .hasMessageContaining(says)
                .asInstanceOf(InstanceOfAssertFactories.type(WarehouseException.class))
                .extracting(WarehouseException::code)
                .isEqualTo(code);
    }
}
