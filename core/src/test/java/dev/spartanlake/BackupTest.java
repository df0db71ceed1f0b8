package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class BackupTest {

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(16);
    private Engine engine;
    private Path source;
    private Path target;

    @BeforeEach
    void makeSource() {
        engine = Engine.open(new EngineSettings(1L << 28, 1, directory.resolve("spill")));
        source = directory.resolve("source");
        target = directory.resolve("disk").resolve("backup");
        WholeWarehouse.take(source, documents.subList(0, 8), 1, Set.of(player));
        at(source).befriend(player, new Players.Friend(Fixture.xuid(77), "Somebody", "Meri"));
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void holdsEveryRowOfEveryTableAndOpensLikeAnyWarehouse() {
        CopyReport report = at(source).backupTo(target);

        assertThat(rows(target)).isEqualTo(rows(source));
        assertThat(report.matches()).isEqualTo(8);
        assertThat(report.filesPresent()).isZero();
        assertThat(report.filesCopied()).isEqualTo(at(source).status().files());
        assertThat(report.bytesCopied()).isEqualTo(at(source).status().sizeBytes());
        assertThat(at(target).status().matches()).isEqualTo(8);
        assertThat(new Fixture(target).metadata("SELECT command, applied FROM commits ORDER BY commit_id DESC LIMIT 1"))
                .containsExactly("{command=test, applied=1}");
        for (Path file : new Fixture(target).files("match_documents")) {
            assertThat(target.resolve(".mirror").resolve(target.relativize(file)))
                    .hasSameBinaryContentAs(file);
        }
    }

    @Test
    void writesOnlyWhatChangedSince() throws IOException {
        at(source).backupTo(target);
        Map<String, FileTime> aged = age(target);
        ObjectNode late = Documents.with(documents.getLast(), "/MatchInfo/StartTime", "\"2031-05-01T10:00:00Z\"");
        ingest(List.of(Documents.with(late, "/MatchInfo/EndTime", "\"2031-05-01T10:20:00Z\"")));

        CopyReport report = at(source).backupTo(target);

        Map<String, FileTime> now = modified(target);
        assertThat(now).containsAllEntriesOf(aged);
        assertThat(report.filesCopied()).isEqualTo(now.size() - aged.size());
        assertThat(report.filesPresent()).isEqualTo(aged.size());
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void forgetsWhatTheWarehouseForgotWithoutATrace() throws IOException {
        at(source).backupTo(target);
        at(source).forget(player);

        at(source).backupTo(target);

        assertThat(rows(target)).isEqualTo(rows(source));
        assertThat(new Fixture(target).files("match_facts")).isEmpty();
        for (String file : WholeWarehouse.fingerprints(target).keySet()) {
            String bytes = Files.readString(target.resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains(player.text())).as(file).isFalse();
        }
    }

    @Test
    void goesOnAfterTheBackupWasMendedWhateverThatWasCalled() throws IOException {
        at(source).backupTo(target);
        flip(new Fixture(target).files("match_facts").getFirst());
        Warehouse.at(target, Fixture.config().withCommand("my own program")).repair();
        flip(new Fixture(target).files("match_facts").getLast());
        Warehouse.at(target, Fixture.config().withCommand("my own program")).repair();
        assertThat(new Fixture(target).metadata("SELECT count(*) AS n FROM commits WHERE command = 'my own program'"))
                .containsExactly("{n=2}");

        at(source).backupTo(target);

        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void isNotMendedByAChangeThatIsCalledRepair() throws IOException {
        at(source).backupTo(target);
        Warehouse.at(target, Fixture.config().withCommand("repair")).namePlayer(player, "Somebody");
        flip(new Fixture(target).files("match_facts").getFirst());
        at(target).repair();

        assertRefused(() -> at(source).backupTo(target), ErrorCode.BACKUP_REFUSED, "was changed after it was made");
    }

    @Test
    void mendsABackupThatWasDamaged() throws IOException {
        at(source).backupTo(target);
        Map<String, String> before = dataFingerprints(target);
        Path facts = new Fixture(target).files("match_facts").getFirst();
        Path document = new Fixture(target).files("match_documents").getFirst();
        flip(facts);
        flip(target.resolve(".mirror").resolve(target.relativize(document)));

        CopyReport report = at(source).backupTo(target);

        assertThat(report.filesCopied()).isEqualTo(1);
        assertThat(dataFingerprints(target)).isEqualTo(before);
    }

    @Test
    void refusesADamagedWarehouseAndStaysWhatItWas() throws IOException {
        at(source).backupTo(target);
        Map<String, List<String>> before = rows(target);
        ingest(documents.subList(8, 12));
        Path damaged = new Fixture(source).files("match_facts").getLast();
        flip(damaged);

        assertRefused(() -> at(source).backupTo(target), ErrorCode.DAMAGED, damaged.toString());

        assertThat(rows(target)).isEqualTo(before);
    }

    @Test
    void isOneStateOfAWarehouseThatIsWrittenToAllTheTime() {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (ObjectNode document : documents.subList(8, 16)) {
                ingest(List.of(document));
            }
        });
        int backups = 0;
        boolean isLast = false;
        while (!isLast) {
            isLast = writing.isDone();
            Warehouse.at(source, Fixture.config().withLockPatience(Duration.ofMinutes(1)))
                    .backupTo(target);
            assertConsistent(target);
            backups++;
        }

        writing.join();
        assertThat(backups).isGreaterThan(1);
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void startsAgainWhenTheWarehouseGoesOnAndKeepsWritersOutInTheEnd() {
        AtomicInteger next = new AtomicInteger(8);
        AtomicInteger refused = new AtomicInteger();
        Warehouse meddled = Warehouse.at(source, Fixture.config(), WatchedFileStore.by((operation, paths) -> {
            if (operation.equals("copy") && paths.getFirst().startsWith(source.resolve("match_facts"))) {
                try {
                    ingest(List.of(documents.get(next.get())));
                    next.incrementAndGet();
                } catch (WarehouseException locked) {
                    assertThat(locked.code()).isEqualTo(ErrorCode.WRITER_LOCKED);
                    refused.incrementAndGet();
                }
            }
        }));

        CopyReport report = meddled.backupTo(target);

        assertThat(next.get()).isGreaterThan(9);
        assertThat(rows(target)).isEqualTo(rows(source));
        assertThat(report.matches()).isEqualTo(next.get());
    }

    @Test
    void takesTheFileOfAnInterruptedCommitFromWhereItIs() {
        Warehouse failing = Warehouse.at(source, Fixture.config(), WatchedFileStore.by((operation, paths) -> {
            if (operation.equals("replace") && !paths.getLast().toString().contains(".mirror")) {
                throw new WarehouseException(ErrorCode.STORAGE, Location.nowhere(), "full");
            }
        }));
        failing.track(Set.of(other()));
        assertThat(new Fixture(source).metadata("SELECT * FROM commit_files")).isNotEmpty();

        at(source).backupTo(target);

        WholeWarehouse.recover(source);
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void keepsRefusedDocumentsWithTheirReasonsAndBothOfTwo() throws IOException {
        Path kept = Files.createDirectories(source.resolve("quarantine"));
        Files.writeString(kept.resolve("0123456789abcdef01234567.json"), "{");
        Files.writeString(kept.resolve("0123456789abcdef01234567.json.reason.txt"), "no");
        CopyReport first = at(source).backupTo(target);
        Files.writeString(kept.resolve("0123456789abcdef01234567.json"), "{}");

        CopyReport second = at(source).backupTo(target);
        CopyReport third = at(source).backupTo(target);

        assertThat(List.of(first.quarantined(), second.quarantined(), third.quarantined()))
                .containsExactly(1L, 1L, 0L);
        Path there = target.resolve("quarantine");
        assertThat(there.resolve("0123456789abcdef01234567.json")).hasContent("{");
        assertThat(there.resolve("0123456789abcdef01234567.json.reason.txt")).hasContent("no");
        // The first digits of the SHA-256 of {}.
        assertThat(there.resolve("44136fa355b3678a1146ad16.json")).hasContent("{}");
    }

    @Test
    void stopsAtEveryMomentWithoutHavingTakenARefusedDocument() throws IOException {
        Path kept = Files.createDirectories(source.resolve("quarantine"));
        Files.writeString(kept.resolve("0123456789abcdef01234567.json"), "{");
        Path copy = target.resolve("quarantine").resolve("0123456789abcdef01234567.json");
        int stops = 0;
        while (isStoppedAfter(stops)) {
            assertThat(copy).doesNotExist();
            stops++;
        }

        assertThat(stops).isGreaterThan(2);
        assertThat(copy).hasContent("{");
    }

    private boolean isStoppedAfter(int looks) {
        AtomicInteger left = new AtomicInteger(looks);
        try {
            Warehouse.at(source, Fixture.config().withStop(() -> left.getAndDecrement() <= 0))
                    .backupTo(target);
            return false;
        } catch (WarehouseException stopped) {
            assertThat(stopped)
                    .hasMessageContaining("is as it was before")
                    .extracting(WarehouseException::code)
                    .isEqualTo(ErrorCode.STOPPED);
            return true;
        }
    }

    @Test
    void refusesDirectoriesThatAreSomethingElse() throws IOException {
        Path photos = Files.createDirectories(directory.resolve("photos"));
        Files.writeString(photos.resolve("me.jpg"), "x");
        Path foreign = directory.resolve("foreign");
        WholeWarehouse.ingest(foreign, Fixture.config(), documents.subList(0, 2), Set.of());
        Path backupOfForeign = directory.resolve("backup-of-foreign");
        at(foreign).backupTo(backupOfForeign);
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertRefused(() -> at(source).backupTo(source), ErrorCode.BACKUP_REFUSED, "neither is in the other");
        assertRefused(
                () -> at(source).backupTo(source.resolve("deep")), ErrorCode.BACKUP_REFUSED, "neither is in the other");
        assertRefused(() -> at(source).backupTo(directory), ErrorCode.BACKUP_REFUSED, "neither is in the other");
        assertRefused(() -> at(source).backupTo(photos), ErrorCode.BACKUP_REFUSED, "me.jpg");
        assertRefused(() -> at(source).backupTo(file), ErrorCode.BACKUP_REFUSED, "found a file");
        assertRefused(() -> at(source).backupTo(foreign), ErrorCode.BACKUP_REFUSED, "a warehouse of its own");
        assertRefused(
                () -> at(source).backupTo(backupOfForeign), ErrorCode.BACKUP_REFUSED, "found one of another warehouse");
        assertThat(photos.resolve(".lock")).doesNotExist();
    }

    @Test
    void refusesToOverwriteWhatOnlyTheBackupHolds() {
        at(source).backupTo(target);
        Path early = directory.resolve("early");
        at(early).restoreFrom(target, RestoreMode.INTO_EMPTY);
        ingest(documents.subList(8, 10));
        at(source).backupTo(target);

        assertRefused(() -> at(early).backupTo(target), ErrorCode.BACKUP_REFUSED, "holds what " + early);
        at(target).namePlayer(player, "Somebody");
        assertRefused(() -> at(source).backupTo(target), ErrorCode.BACKUP_REFUSED, "was changed after it was made");
    }

    @Test
    void refusesToOverwriteTheLastCopyOfALostDocument() throws IOException {
        at(source).backupTo(target);
        Map<String, List<String>> before = rows(source);
        for (String place : List.of("match_documents", ".mirror/match_documents")) {
            for (Path file : parquet(source.resolve(place))) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThat(at(source).repair().lost()).isNotEmpty();

        assertRefused(() -> at(source).backupTo(target), ErrorCode.BACKUP_REFUSED, "merge " + target);
        at(source).mergeFrom(target);

        assertThat(rows(source).get("match_documents")).isEqualTo(before.get("match_documents"));
        assertThat(rows(target).get("match_documents")).isEqualTo(before.get("match_documents"));
        at(source).backupTo(target);
        assertConsistent(target);
    }

    /// Skill documents and films are nowhere else: those of old matches cannot be had again.
    @ParameterizedTest
    @ValueSource(strings = {"skill_documents", "highlight_events"})
    void refusesToOverwriteTheLastCopyOfALostPart(String table) throws IOException {
        at(source).backupTo(target);
        Map<String, List<String>> before = rows(source);
        loseHalf(table);

        assertRefused(
                () -> at(source).backupTo(target),
                ErrorCode.BACKUP_REFUSED,
                "of " + lostParts() + " of its matches; bring them in first with: spartanlake merge " + target);
        assertThat(rows(target)).isEqualTo(before);
        at(source).mergeFrom(target);

        assertThat(rows(source).get(table)).isEqualTo(before.get(table)).isNotEmpty();
        at(source).backupTo(target);
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void refusesToOverwriteALostSkillDocumentWhoseMatchHasAnotherDocumentNow() throws IOException {
        at(source).backupTo(target);
        loseHalf("skill_documents");
        long lost = lostParts();
        ingest(documents.subList(0, 8).stream()
                .map(document -> Documents.with(document, "/MatchInfo/SeasonId", "\"another\""))
                .toList());

        assertRefused(() -> at(source).backupTo(target), ErrorCode.BACKUP_REFUSED, "of " + lost + " of its matches");
    }

    @Test
    void takesItThatAForgottenPlayerLeavesNoSkillDocument() {
        Obtained alone = new Obtained();
        documents
                .subList(0, 8)
                .forEach(document -> alone.add(Parts.match(document)
                        .withSkill(Parts.bytes(Parts.skillOf(document, List.of("xuid(" + player.text() + ")"), 1)))
                        .withFilm(Parts.film(document, 1), Parts.FILM_VERSION)));
        at(source).track(Set.of(other()));
        new Fixture(source).take(alone);
        at(source).backupTo(target);
        at(source).forget(player);
        assertThat(new Fixture(source)
                        .metadata("SELECT count(*) AS n FROM match_ledger WHERE skill_sha256 IS NULL"
                                + " AND film_sha256 IS NOT NULL"))
                .isNotEqualTo(List.of("{n=0}"));

        at(source).backupTo(target);

        assertThat(rows(target)).isEqualTo(rows(source));
    }

    /// Damages both copies of half the files of a table beyond repair, and repairs.
    private void loseHalf(String table) throws IOException {
        List<Path> files = new Fixture(source).files(table);
        for (Path file : files.subList(0, (files.size() + 1) / 2)) {
            Files.write(file, new byte[] {1, 2, 3});
            Files.write(source.resolve(".mirror").resolve(source.relativize(file)), new byte[] {1, 2, 3});
        }
        assertThat(at(source).repair().lostParts()).isNotEmpty();
    }

    /// Of how many matches of the source a part is missing.
    private long lostParts() {
        try (Catalog catalog = Catalog.openForReading(source)) {
            return catalog.ledger().all().stream()
                    .filter(entry -> entry.skillSha256() == null || entry.film() == null)
                    .count();
        }
    }

    private static List<Path> parquet(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    @Test
    void whatIsRestoredIsNoBackupAndGoesOnBackingUpToTheSamePlace() {
        at(source).backupTo(target);
        Path again = directory.resolve("again");

        at(again).restoreFrom(target, RestoreMode.INTO_EMPTY);

        assertThat(rows(again)).isEqualTo(rows(source));
        try (Catalog catalog = Catalog.openForReading(again)) {
            assertThat(catalog.settings().backupMark()).isEmpty();
        }
        assertThat(at(again).backupTo(target).filesCopied()).isZero();
        assertRefused(() -> at(source).backupTo(again), ErrorCode.BACKUP_REFUSED, "a warehouse of its own");
    }

    private void ingest(List<ObjectNode> batch) {
        WholeWarehouse.ingest(source, Fixture.config(), batch, Set.of(player));
    }

    /// Somebody who is in the documents and not tracked.
    private Xuid other() {
        return new Fixture(source)
                .rows(Tables.MATCH_PARTICIPANTS).stream()
                        .map(row -> row.get("xuid"))
                        .filter(xuid -> xuid != null && !xuid.equals(player.text()))
                        .map(xuid -> Xuid.parse(xuid.toString()))
                        .findFirst()
                        .orElseThrow();
    }

    private static Warehouse at(Path place) {
        return Warehouse.at(place, Fixture.config());
    }

    private Map<String, List<String>> rows(Path warehouse) {
        return WholeWarehouse.rows(engine, warehouse);
    }

    /// Holds for every committed state, and for no mixture of two.
    private void assertConsistent(Path warehouse) {
        Map<String, List<String>> rows = rows(warehouse);
        Set<String> stored = Objects.requireNonNull(rows.get("match_documents")).stream()
                .map(BackupTest::first)
                .collect(Collectors.toSet());
        assertThat(stored).hasSameSizeAs(Objects.requireNonNull(rows.get("match_documents")));
        assertThat(Objects.requireNonNull(rows.get("meta.match_ledger")).stream()
                        .map(BackupTest::first))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(Objects.requireNonNull(rows.get("match_participants")).stream()
                        .map(BackupTest::first)
                        .collect(Collectors.toSet()))
                .isEqualTo(stored);
        assertThat(new Fixture(warehouse).metadata("SELECT sum(inserted) AS n FROM commits"))
                .containsExactly("{n=" + stored.size() + "}");
        assertThat(new Fixture(warehouse)
                        .metadata("SELECT sum(match_count) = (SELECT sum(row_count) FROM data_files"
                                + " WHERE table_name = 'match_facts') AS same FROM sessions"))
                .containsExactly("{same=1}");
    }

    private static String first(String row) {
        return row.substring(0, row.indexOf('|'));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static Map<String, FileTime> age(Path warehouse) throws IOException {
        for (String file : modified(warehouse).keySet()) {
            Files.setLastModifiedTime(warehouse.resolve(file), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
        return modified(warehouse);
    }

    private static Map<String, FileTime> modified(Path warehouse) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String file : dataFingerprints(warehouse).keySet()) {
            if (!file.startsWith(".mirror")) {
                times.put(file, Files.getLastModifiedTime(warehouse.resolve(file)));
            }
        }
        return times;
    }

    private static Map<String, String> dataFingerprints(Path warehouse) {
        Map<String, String> fingerprints = WholeWarehouse.fingerprints(warehouse);
        fingerprints.keySet().removeIf(file -> !file.endsWith(".parquet"));
        return fingerprints;
    }

    private static void assertRefused(ThrowingCallable work, ErrorCode code, String says) {
        assertThatThrownBy(work)
                .hasMessageContaining(says)
                .asInstanceOf(InstanceOfAssertFactories.type(WarehouseException.class))
                .extracting(WarehouseException::code)
                .isEqualTo(code);
    }
}
