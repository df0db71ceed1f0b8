package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.imports.ImportRemark.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are in use, damaged, of somebody else, or made to do harm.
class ForeignFileTest {

    private static final List<GeneratedDocument> DOCUMENTS = Target.documents();

    @TempDir
    private Path directory;

    private Target target;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        target = new Target(directory.resolve("warehouse"));
        file = Files.createDirectory(directory.resolve("data # 100%")).resolve(Target.OWNER + ".db");
    }

    /// The files beside the database and what is in them, but for the index, which is shared
    /// memory.
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each : files.toList()) {
                String name = String.valueOf(each.getFileName());
                contents.put(name, name.endsWith("-shm") ? "" : Sha256.of(Files.readAllBytes(each)));
            }
        }
        return contents;
    }

    private ImportReport unchanged() throws IOException {
        Map<String, String> before = contents();
        ImportReport report = target.workshop(file);
        assertThat(contents()).isEqualTo(before);
        return report;
    }

    @Test
    void readsTheNewestRowsWhileWorkshopRuns() throws Exception {
        try (WorkshopFile running = WorkshopFile.create(file, "journal_mode = WAL", "wal_autocheckpoint = 0")) {
            running.match(DOCUMENTS.get(0)).match(DOCUMENTS.get(1));

            assertThat(contents()).hasSize(3);
            assertThat(unchanged().imported()).isEqualTo(2);
            // It can still write, and its rows are seen.
            running.match(DOCUMENTS.get(2));
            assertThat(unchanged().imported()).isEqualTo(1);
        }
        assertThat(contents()).hasSize(1);
        assertThat(unchanged().present()).isEqualTo(3);
    }

    @Test
    void readsTheLogOfACopyThatLacksItsIndex() throws Exception {
        copyARunningOne();

        assertThat(unchanged().imported()).isEqualTo(1);
        assertThat(contents()).hasSize(2);
    }

    /// The database of a running Workshop with its log, whose last row is in the log alone.
    private void copyARunningOne() throws Exception {
        Path original = directory.resolve("original.db");
        try (WorkshopFile running = WorkshopFile.create(original, "journal_mode = WAL", "wal_autocheckpoint = 0")) {
            running.match(DOCUMENTS.get(0));
            Files.copy(original, file);
            Files.copy(directory.resolve("original.db-wal"), file.resolveSibling(file.getFileName() + "-wal"));
        }
    }

    @Test
    void leavesNothingBesideADatabaseThatNobodyHasOpen() throws Exception {
        try (WorkshopFile workshop = WorkshopFile.create(file, "journal_mode = WAL")) {
            workshop.match(DOCUMENTS.get(0));
        }
        assertThat(contents()).hasSize(1);
        assertThat(unchanged().imported()).isEqualTo(1);
        // An empty log has nothing to say.
        Files.createFile(file.resolveSibling(file.getFileName() + "-wal"));
        assertThat(unchanged().present()).isEqualTo(1);
    }

    @Test
    void saysSoWhenAnotherProgramHasItLocked() throws Exception {
        ImportOptions impatient = ImportOptions.standard().withPatience(Duration.ofMillis(1));
        try (WorkshopFile running = WorkshopFile.create(file)) {
            running.match(DOCUMENTS.get(0)).statement("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> target.workshop(file, impatient))
                    .isInstanceOfSatisfying(
                            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_BUSY))
                    .hasMessageContaining(file.toRealPath() + ": another program has it locked; close that program");
            running.statement("COMMIT");
        }
        assertThat(target.workshop(file).imported()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoDatabaseOfResponses() throws Exception {
        assertRefused("there is no such file");
        Files.writeString(file, "SQLite format 3, or so it says");
        assertRefused("it is not a SQLite database");
        Files.delete(file);
        try (WorkshopFile other = WorkshopFile.empty(file)) {
            other.execute("CREATE TABLE MatchStats (id INTEGER, body TEXT)");
        }
        assertRefused("it has no table MatchStats with a column ResponseBody");
        assertThat(target.directory()).doesNotExist();
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        try (WorkshopFile workshop = WorkshopFile.create(file, "page_size = 4096")) {
            for (GeneratedDocument document : DOCUMENTS) {
                workshop.match(document);
            }
        }
        byte[] content = Files.readAllBytes(file);
        java.util.Arrays.fill(content, 4096, 8192, (byte) 0x7F);
        Files.write(file, content);

        assertRefused("cannot read " + file.toRealPath() + ": [SQLITE_CORRUPT]");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> target.workshop(file))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE))
                .hasMessageContaining(message);
    }

    /// A view runs what its author wrote.
    @Test
    void readsNoViewAndNoComputedColumn() throws Exception {
        try (WorkshopFile hostile = WorkshopFile.empty(file)) {
            hostile.execute("CREATE TABLE Trap (ResponseBody TEXT)")
                    .execute("CREATE VIEW MatchStats AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            + " SELECT i AS ResponseBody FROM n")
                    .execute("CREATE TRIGGER spring INSTEAD OF INSERT ON MatchStats BEGIN DELETE FROM Trap; END");
        }
        assertRefused("it has no table MatchStats with a column ResponseBody");
        Files.delete(file);
        try (WorkshopFile hostile = WorkshopFile.empty(file)) {
            hostile.execute("CREATE TABLE MatchStats (a TEXT, ResponseBody TEXT AS (zeroblob(1000000000)) VIRTUAL)")
                    .execute("INSERT INTO MatchStats (a) VALUES ('x')");
        }
        assertRefused("it has no table MatchStats with a column ResponseBody");
    }

    @Test
    void tellsOfTablesItCannotRead() throws Exception {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            workshop.match(DOCUMENTS.get(0))
                    .execute("DROP TABLE PlayerMatchStats")
                    .execute("CREATE VIEW PlayerMatchStats AS SELECT ResponseBody, '' AS MatchId FROM MatchStats")
                    .execute("DROP TABLE Maps")
                    .execute("DROP TABLE ServiceRecordSnapshots");
        }

        ImportReport report = target.workshop(file);

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.remarks()).contains(ImportRemark.of(Kind.TABLE_UNREADABLE, "PlayerMatchStats"));
    }

    @Test
    void refusesEachBadBodyAloneAndKeepsItInQuarantine() throws Exception {
        // Workshop's own tables have computed columns that are worked out of JSON, which these are not.
        try (WorkshopFile workshop = WorkshopFile.empty(file)) {
            workshop.execute("CREATE TABLE MatchStats (ResponseBody)")
                    .execute("CREATE TABLE PlayerMatchStats (ResponseBody TEXT, MatchId TEXT)");
            String insert = "INSERT INTO MatchStats (ResponseBody) VALUES ";
            workshop.match(DOCUMENTS.get(0))
                    .statement(insert + "(NULL)")
                    .statement(insert + "('')")
                    .statement(insert + "('{\"Message\":\"Unauthorized\"}')")
                    .statement(insert + "(CAST(x'7BFF7D' AS TEXT))")
                    .statement(insert + "(zeroblob(20000000))")
                    .statement(insert + "(4711)")
                    .match("\uFEFF" + new String(DOCUMENTS.get(1).json(), StandardCharsets.UTF_8))
                    .skill(DOCUMENTS.get(0).matchId(), "<html>")
                    .skill("no match", WorkshopFile.skillOf(Target.OWNER, 1000));
        }

        ImportReport report = target.workshop(file);

        assertThat(List.of(report.documents(), report.imported(), report.refused()))
                .containsExactly(8L, 2L, 8L);
        assertThat(report.rejections())
                .extracting(rejection ->
                        rejection.sentence().substring(file.toString().length()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("!PlayerMatchStats:1: expected JSON, found '<html>'"),
                        line -> assertThat(line)
                                .isEqualTo("!PlayerMatchStats:2: expected a match in MatchId, found \"no match\""),
                        line -> assertThat(line).isEqualTo("!MatchStats:2: expected a document, found nothing"),
                        line -> assertThat(line).isEqualTo("!MatchStats:3: expected a document, found nothing"),
                        line -> assertThat(line).startsWith("!MatchStats:4 at /MatchId: expected a value"),
                        line -> assertThat(line).startsWith("!MatchStats:5: expected JSON in UTF-8"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "!MatchStats:6: expected a document of at most 16777216 bytes, found 20000000"
                                                + " bytes"),
                        line -> assertThat(line).startsWith("!MatchStats:7: expected an object"));
        try (Stream<Path> kept = Files.list(target.directory().resolve("quarantine"))) {
            // Five documents, each with its reason: what is not there or too long is not kept.
            assertThat(kept).hasSize(10);
        }
    }

    @Test
    void readsADatabaseInUtf16() throws Exception {
        try (WorkshopFile workshop = WorkshopFile.create(file, "encoding = 'UTF-16le'")) {
            workshop.match(DOCUMENTS.get(0))
                    .skill(DOCUMENTS.get(0).matchId(), WorkshopFile.skillOf(Target.OWNER, 1200));
        }

        assertThat(target.workshop(file).imported()).isEqualTo(1);
        assertThat(target.value("SELECT count(*) FROM skill_documents")).isEqualTo("1");
    }

    @Test
    void aColumnNamedAsTheRowNumberIsDoesNoHarm() throws Exception {
        try (WorkshopFile lookalike = WorkshopFile.empty(file)) {
            lookalike.execute("CREATE TABLE \"MatchStats\" (RowId TEXT, responsebody TEXT)");
            for (GeneratedDocument document : DOCUMENTS) {
                lookalike.execute(
                        "INSERT INTO MatchStats VALUES ('same', ?)",
                        new String(document.json(), StandardCharsets.UTF_8));
            }
        }

        assertThat(target.workshop(file).imported()).isEqualTo(6);
    }
}
