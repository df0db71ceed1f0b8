package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.commit.FaultyFileStore.Fault;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.FileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// The disk fails at the first operation, at the second, and so on until none fails, under everything that
/// changes a warehouse by itself. [BackupSweepTest] does the same for two of them.
class DiskFailureTest {

    private static final String KILLS = "/Players/0/PlayerTeamStats/0/Stats/CoreStats/Kills";

    @TempDir(factory = MemoryDirectory.class)
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = WholeWarehouse.documentsOfOneMonth(6);
    private Path before;

    @BeforeEach
    void ingest() {
        before = directory.resolve("before");
        WholeWarehouse.ingest(before, Fixture.config(), documents.subList(0, 3), Set.of(player));
    }

    /// The matches that are there get skill documents and films. They make for half as many files
    /// again, so that they are only where they matter.
    private void supplement() {
        new Fixture(before).take(Parts.supplements(documents.subList(0, 3), 1));
    }

    @ParameterizedTest
    @EnumSource
    void anIngestHasHappenedOrNot(Fault fault) throws IOException {
        ObjectNode changed = Documents.with(documents.getFirst(), KILLS, "77");
        Path file = Files.write(
                directory.resolve("batch.ndjson"),
                Stream.concat(Stream.of(changed), documents.subList(3, 6).stream())
                        .map(Object::toString)
                        .toList());

        assertThat(sweep(
                        fault,
                        (target, disk) -> at(target, disk)
                                .ingest(IngestRequest.of(List.of(file.toString()), Set.of()), IngestProgress.NONE)))
                .isGreaterThan(10);
    }

    /// New matches with their parts, and other parts of one that is there.
    @Test
    void partsHaveBeenTakenInOrNot() {
        supplement();
        Obtained obtained = Parts.supplements(documents.subList(0, 1), 2);
        Parts.obtained(documents.subList(3, 4), 1).forEach(obtained::add);

        assertThat(sweep(Fault.GONE, (target, disk) -> at(target, disk).take(obtained)))
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "ONCE"})
    void anImportOfReferenceDataHasHappenedOrNot(Fault fault) throws IOException {
        Path medals = Files.writeString(directory.resolve("medals.json"), "{\"1169571763\": \"Key to Victory\"}");

        assertThat(sweep(
                        fault,
                        (target, disk) ->
                                at(target, disk).importReference(new ReferenceFiles(null, medals, null, null))))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "ONCE"})
    void aPlayerIsTrackedOrNot(Fault fault) {
        Xuid other = new Xuid(Long.parseLong(Documents.JSON
                .valueToTree(documents.getFirst())
                .at("/Players/1/PlayerId")
                .asString()
                .replaceAll("[^0-9]", "")));

        assertThat(sweep(fault, (target, disk) -> at(target, disk).track(List.of(other))))
                .isGreaterThan(10);
    }

    @Test
    void aPlayerIsForgottenOrNot() {
        supplement();
        try (FailureSweep sweep =
                new FailureSweep(directory, (target, disk) -> at(target, disk).forget(player), 1)) {
            assertThat(sweep.repeatable(before, Fault.GONE)).isGreaterThan(10);
        }
    }

    @Test
    void aRebuildHasHappenedOrNot() {
        supplement();
        Fixture fixture = new Fixture(before);
        Tampering.metadata(fixture, "UPDATE sessions SET total_kills = total_kills + 1");
        Tampering.acceptMetadata(fixture);

        try (FailureSweep sweep =
                new FailureSweep(directory, (target, disk) -> at(target, disk).rebuild(), 1)) {
            assertThat(sweep.repeatable(before, Fault.GONE)).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecomputationHasHappenedOrNot(Fault fault) {
        WarehouseConfig others = Fixture.config().withSessionGap(Duration.ofMinutes(7));

        assertThat(sweep(
                        fault,
                        (target, disk) -> Warehouse.at(target, others, disk).recompute()))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aRepairThatFailsMakesNothingWorse(Fault fault) throws IOException {
        supplement();
        Fixture fixture = new Fixture(before);
        Files.delete(fixture.files("match_facts").getFirst());
        Files.delete(fixture.files("highlight_events").getFirst());
        for (String table : List.of("match_documents", "skill_documents")) {
            Path file = fixture.files(table).getFirst();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
        }

        assertThat(repeatedRepair(fault, step(fault))).isGreaterThan(10);
    }

    @Test
    void aDatabaseIsRescuedHoweverOftenThatFails() throws IOException {
        Path database = before.resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[0] ^= 4;
        Files.write(database, bytes);

        assertThat(repeatedRepair(Fault.GONE, FailureSweep.STEP)).isPositive();
    }

    @Test
    void aDatabaseIsFilledAnewHoweverOftenThatFails() throws IOException {
        supplement();
        Files.delete(before.resolve("metadata.db"));
        try (Stream<Path> copies = Files.list(before.resolve(".mirror"))) {
            for (Path copy : copies.filter(Files::isRegularFile).toList()) {
                Files.delete(copy);
            }
        }

        assertThat(repeatedRepair(Fault.GONE, FailureSweep.STEP)).isGreaterThan(10);
    }

    /// A disk that fails for good fails at every single operation, and in the other ways at some.
    private static int step(Fault fault) {
        return fault == Fault.GONE ? 1 : FailureSweep.STEP;
    }

    private int repeatedRepair(Fault fault, int step) {
        try (FailureSweep sweep =
                new FailureSweep(directory, (target, disk) -> at(target, disk).repair(), step)) {
            return sweep.repeatable(before, fault);
        }
    }

    private int sweep(Fault fault, BiConsumer<Path, FileStore> work) {
        try (FailureSweep sweep = new FailureSweep(directory, work, step(fault))) {
            return sweep.betweenTwoStates(before, fault);
        }
    }

    private static Warehouse at(Path place, FileStore disk) {
        return Warehouse.at(place, Fixture.config(), disk);
    }
}
