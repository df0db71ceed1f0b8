package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Warehouse;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.imports.ImportRemark.Kind;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LevelUpImportTest {

    private static final List<GeneratedDocument> DOCUMENTS = Target.documents();
    private static final String UNKNOWN = "00000000-0000-4000-8000-00000000000c";

    @TempDir
    private Path directory;

    private Target target;
    private Path data;

    @BeforeEach
    void make() throws IOException {
        target = new Target(directory.resolve("warehouse"));
        data = Files.createDirectory(directory.resolve("data"));
    }

    private ImportReport run(Path path) {
        try (Warehouse warehouse = target.open()) {
            return LevelUpImport.run(warehouse, path, ImportOptions.standard(), ImportProgress.NONE);
        }
    }

    private Path raw() throws SQLException {
        Path file = data.resolve("spnkr_gt_DemoLarkspur.db");
        try (WorkshopFile levelUp = WorkshopFile.empty(file)) {
            levelUp.execute("CREATE TABLE MatchStats (ResponseBody TEXT NOT NULL)")
                    .execute("CREATE TABLE PlayerMatchStats (ResponseBody TEXT, MatchId TEXT)")
                    .execute("CREATE TABLE HighlightEvents (MatchId TEXT NOT NULL, ResponseBody TEXT NOT NULL)")
                    .execute("INSERT INTO HighlightEvents VALUES ('gone', '{}')")
                    .execute("INSERT INTO HighlightEvents VALUES ('x', '{\"event_type\":\"kill\"}')")
                    .execute("DELETE FROM HighlightEvents WHERE MatchId = 'gone'")
                    .execute("CREATE TABLE SyncMeta (Key TEXT PRIMARY KEY, Value TEXT, UpdatedAt TEXT)")
                    .execute("INSERT INTO SyncMeta VALUES ('player_xuid', ?, '')", String.valueOf(Target.OWNER))
                    .execute("CREATE TABLE MatchCache (match_id TEXT, xuid TEXT, kills INTEGER)");
            for (GeneratedDocument document : DOCUMENTS.subList(0, 3)) {
                levelUp.match(document);
            }
        }
        return file;
    }

    /// The layout of LevelUp's Parquet files, with those columns that matter here.
    private void facts(String... matches) throws IOException {
        Path month = data.resolve("warehouse/match_facts/player=" + Target.OWNER + "/year=2024/month=03");
        Files.createDirectories(month);
        try (Engine engine = Engine.open(new EngineSettings(1L << 28, 1, directory))) {
            engine.execute(
                    "COPY (SELECT unnest(" + Engine.literals(List.of(matches)) + ") AS match_id, '" + Target.OWNER
                            + "' AS xuid, 7::SMALLINT AS kills) TO "
                            + Engine.literal(month.resolve("data.parquet").toString())
                            + " (FORMAT parquet, COMPRESSION snappy)");
        }
    }

    @Test
    void importsARawDatabaseAsWorkshops() throws SQLException {
        ImportReport report = run(raw());

        assertThat(report.owner()).isEqualTo(new Xuid(Target.OWNER));
        assertThat(List.of(report.documents(), report.imported())).containsExactly(3L, 3L);
        assertThat(report.remarks()).contains(ImportRemark.of(Kind.EVENTS_LEFT_OUT, 1), ImportRemark.of(Kind.NO_SKILL));
        assertThat(run(data.resolve("spnkr_gt_DemoLarkspur.db")).present()).isEqualTo(3);
    }

    @Test
    void saysWhichMatchesAWarehouseOfFiguresHasThatAreNotStored() throws Exception {
        raw();
        target.noteAbsent(UNKNOWN);
        facts(DOCUMENTS.get(0).matchId(), DOCUMENTS.get(1).matchId().toUpperCase(java.util.Locale.ROOT), UNKNOWN);

        ImportReport report = run(data);

        assertThat(report.imported()).isEqualTo(3);
        assertThat(report.missing()).containsExactly(new MatchId(UNKNOWN));
        assertThat(report.remarks()).contains(ImportRemark.of(Kind.WITHOUT_DOCUMENTS, 3, 1));
    }

    /// The files of figures are read after the database, for which a commit has been made.
    @Test
    void saysThatSomethingIsCommittedWhereAnotherFileIsBeingRead() throws Exception {
        raw();
        facts(DOCUMENTS.get(0).matchId());
        Path database = target.directory().resolve("metadata.db");
        ImportOptions options = ImportOptions.standard().withStop(() -> Files.exists(database));

        try (Warehouse warehouse = target.open()) {
            assertThatThrownBy(() -> LevelUpImport.run(warehouse, data, options, ImportProgress.NONE))
                    .hasMessage("stopped: 3 documents were looked at, those before the last commit are in the"
                            + " warehouse; run the same command again to go on");
        }
        assertThat(run(data).present()).isEqualTo(3);
    }

    @Test
    void takesNamesOutOfTheMetadata() throws Exception {
        raw();
        JsonNode map = new JsonMapper().readTree(DOCUMENTS.get(2).json()).at("/MatchInfo/MapVariant");
        try (WorkshopFile metadata = WorkshopFile.empty(data.resolve("metadata.db"))) {
            metadata.execute("CREATE TABLE medal_definitions (name_id INTEGER PRIMARY KEY, name_en TEXT)")
                    .execute("CREATE TABLE playlists (asset_id TEXT PRIMARY KEY, version_id TEXT, public_name TEXT)")
                    .execute("CREATE TABLE maps (asset_id TEXT PRIMARY KEY, version_id TEXT, public_name TEXT)")
                    .execute("CREATE TABLE players (xuid TEXT PRIMARY KEY, gamertag TEXT)")
                    .execute(
                            "INSERT INTO maps VALUES (?, ?, 'A Map')",
                            map.get("AssetId").stringValue(),
                            map.get("VersionId").stringValue())
                    .execute("INSERT INTO players VALUES (?, 'DemoLarkspur')", String.valueOf(Target.OWNER));
        }

        ImportReport report = run(data);

        assertThat(report.names()).isEqualTo(2);
        assertThat(target.rows("SELECT public_name FROM meta.maps WHERE public_name IS NOT NULL"))
                .containsExactly("A Map");
        assertThat(run(data).names()).isZero();
    }

    @Test
    void refusesWhatIsNotLevelUps() throws IOException {
        assertThatThrownBy(() -> run(data))
                .hasMessage("cannot import " + data
                        + ": there is no raw database of LevelUp, no metadata.db and no match_facts in it; nothing was"
                        + " imported");
        Files.createDirectories(data.resolve("match_facts"));
        Files.writeString(data.resolve("match_facts/data.parquet"), "PAR1 or so");
        assertThatThrownBy(() -> run(data)).hasMessageContaining("is no Parquet file with a column match_id");
    }
}
