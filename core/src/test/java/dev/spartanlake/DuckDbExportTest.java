package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.Existing;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The exported database as any DuckDB sees it, which knows nothing of the library.
class DuckDbExportTest {

    private static final String NAMED = "SELECT match_id, map_name, mode_name, playlist_name, category_name, gamertag,"
            + " is_ranked, is_pve, kda FROM matches ORDER BY match_id";

    @TempDir
    private Path directory;

    private Fixture fixture;
    private Path file;

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("it's [a] warehouse"));
        file = directory.resolve("halo.duckdb");
        ingest(30);
    }

    private void ingest(int matches) throws IOException {
        Path documents = directory.resolve("matches-" + matches + ".ndjson");
        Files.write(
                documents,
                Documents.mixed(matches).stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(documents), Set.of(Documents.player()));
    }

    private void export(Existing existing, Language language) {
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.exportDuckDb(file, existing, language);
        }
    }

    @Test
    void showsEveryTableOfTheWarehouseWithItsRows() throws SQLException {
        export(Existing.KEEP, Language.FR);

        for (String table : List.of(
                "match_facts ORDER BY match_id",
                "medal_awards ORDER BY match_id, medal_name_id",
                "match_participants ORDER BY match_id, player_id",
                "match_documents ORDER BY match_id",
                "meta.players ORDER BY xuid",
                "meta.sessions ORDER BY session_id",
                "meta.medal_definitions ORDER BY ALL",
                "meta.commits ORDER BY ALL")) {
            assertThat(plainly("SELECT * FROM " + table)).as(table).isNotEmpty().isEqualTo(asked("FROM " + table));
        }
        assertThat(plainly(NAMED)).isEqualTo(asked(NAMED));
        assertThat(plainly("SELECT DISTINCT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal"))
                .hasSize(Tables.ALL.size() + 1);
    }

    @Test
    void hasTheTypesOfTheWarehouse() throws SQLException {
        export(Existing.KEEP, Language.EN);

        for (String table : List.of("match_facts", "match_participants", "matches", "meta.sessions", "meta.players")) {
            assertThat(plainly("SELECT column_name, column_type FROM (DESCRIBE " + table + ")"))
                    .isEqualTo(asked("DESCRIBE " + table).stream()
                            .map(row -> row.subList(0, 2))
                            .toList());
        }
    }

    /// The number is at byte 12 of the file; DuckDB 1.0 reads 64 and nothing later.
    @Test
    void opensInOldVersionsOfDuckDb() throws IOException {
        export(Existing.KEEP, Language.EN);

        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong(12))
                .isEqualTo(64);
    }

    @Test
    void canBeAttachedToAnotherDatabase() throws SQLException {
        export(Existing.KEEP, Language.FR);

        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement()) {
            statement.execute("ATTACH '" + file.toString().replace("'", "''") + "' AS halo (READ_ONLY)");

            assertThat(rows(statement, NAMED.replace("FROM matches", "FROM halo.matches")))
                    .isEqualTo(asked(NAMED));
        }
    }

    @Test
    void ofAWarehouseWithoutMatchesHasTheTablesWithoutRows() throws SQLException {
        fixture = new Fixture(directory.resolve("empty"));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.namePlayer(Documents.player(), "Somebody");
            warehouse.exportDuckDb(file, Existing.KEEP, Language.EN);
        }

        assertThat(plainly("SELECT * FROM matches")).isEmpty();
        assertThat(plainly("SELECT gamertag FROM meta.players")).isEqualTo(List.of(List.of("Somebody")));
    }

    @Test
    void isASnapshotThatIsExportedAgainAfterAnIngest() throws IOException, SQLException {
        export(Existing.KEEP, Language.EN);
        ingest(60);

        assertThatThrownBy(() -> export(Existing.KEEP, Language.EN))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("the file " + file + " is there already; use --force to replace it, or name another");
        export(Existing.REPLACE, Language.EN);

        assertThat(plainly("SELECT count(*) FROM match_documents")).isEqualTo(List.of(List.of(60L)));
        assertThat(everythingBeside()).containsExactly("halo.duckdb");
    }

    @Test
    void leavesNothingWhereTheDiskFails() {
        for (String operation : List.of("force", "replace")) {
            FileStore failing = WatchedFileStore.by((name, _) -> {
                if (name.equals(operation)) {
                    throw new WarehouseException(ErrorCode.STORAGE, Location.nowhere(), "no room to " + operation);
                }
            });
            try (Warehouse warehouse = Warehouse.at(fixture.directory(), Fixture.config(), failing)) {
                assertThatThrownBy(() -> warehouse.exportDuckDb(file, Existing.KEEP, Language.EN))
                        .isInstanceOf(WarehouseException.class)
                        .hasMessage("no room to " + operation);
            }
            assertThat(everythingBeside()).isEmpty();
        }
    }

    /// Views of files that are still staged would soon have no files.
    @Test
    void putsAnInterruptedCommitInPlaceFirst() throws IOException, SQLException {
        Path documents = directory.resolve("more.ndjson");
        Files.write(
                documents,
                Documents.mixed(50).stream().map(ObjectNode::toString).toList());
        FileStore failing = WatchedFileStore.by((name, paths) -> {
            if (name.equals("replace") && paths.getLast().endsWith("data.parquet")) {
                throw new WarehouseException(ErrorCode.STORAGE, Location.nowhere(), "cut off");
            }
        });
        try (Warehouse warehouse = Warehouse.at(fixture.directory(), Fixture.config(), failing)) {
            warehouse.ingest(IngestRequest.of(List.of(documents.toString()), Set.of()), IngestProgress.NONE);
        }
        assertThat(fixture.directory().resolve(".staging")).isDirectoryRecursivelyContaining("glob:**.staged");

        export(Existing.KEEP, Language.EN);

        assertThat(plainly("SELECT count(*) FROM match_documents")).isEqualTo(List.of(List.of(50L)));
        assertThat(plainly("SELECT sql FROM duckdb_views() WHERE NOT internal").toString())
                .contains("data.parquet")
                .doesNotContain(".staging");
    }

    @Test
    void mayNotBeInTheWarehouse() {
        file = fixture.directory().resolve("match_facts/halo.duckdb");

        assertThatThrownBy(() -> export(Existing.REPLACE, Language.EN))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(file
                        + " is in the directory of the warehouse, where nothing else may be; name a file elsewhere");
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.verify(Depth.NORMAL).isSound()).isTrue();
        }
    }

    /// What is beside the documents that the tests write.
    private List<String> everythingBeside() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".ndjson") && !name.endsWith("warehouse"))
                    .toList();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<List<@Nullable Object>> plainly(String sql) throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = plain.createStatement()) {
            return rows(statement, sql);
        }
    }

    private static List<List<@Nullable Object>> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(
                            result.getObject(i) instanceof OffsetDateTime time
                                    ? time.toInstant()
                                    : result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private List<List<@Nullable Object>> asked(String sql) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse
                    .query(sql, List.of(), Language.FR, Limits.standard())
                    .rows();
        }
    }
}
