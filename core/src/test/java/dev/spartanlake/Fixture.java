package dev.spartanlake;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.schema.Table;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A warehouse of a test, and a look at what is really on disk, past the library.
public final class Fixture {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path directory;

    public Fixture(Path directory) {
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }

    public Warehouse warehouse() {
        return warehouse(config());
    }

    public Warehouse warehouse(WarehouseConfig config) {
        return Warehouse.at(directory, config);
    }

    public static WarehouseConfig config() {
        return WarehouseConfig.standard().withCommand("test").withClock(() -> NOW);
    }

    public IngestReport ingest(Collection<Path> paths, Set<Xuid> players) {
        return ingest(config(), paths, players);
    }

    public IngestReport ingest(WarehouseConfig config, Collection<Path> paths, Set<Xuid> players) {
        try (Warehouse warehouse = warehouse(config)) {
            return warehouse.ingest(
                    IngestRequest.of(paths.stream().map(Path::toString).toList(), players), IngestProgress.NONE);
        }
    }

    /// Takes in what was obtained.
    public IntakeReport take(Obtained obtained) {
        try (Warehouse warehouse = warehouse()) {
            return warehouse.take(obtained);
        }
    }

    /// The damage that a verification finds.
    public List<Finding> damage(Depth depth) {
        try (Warehouse warehouse = warehouse()) {
            return warehouse.verify(depth).damage();
        }
    }

    /// What a repair would do about all damage there is.
    public RepairPlan planRepair() {
        try (Warehouse warehouse = warehouse()) {
            return warehouse.planRepair(warehouse.verify(Depth.DEEP).damage());
        }
    }

    /// Repairs.
    public RepairReport repair() {
        try (Warehouse warehouse = warehouse()) {
            return warehouse.repair();
        }
    }

    public static Xuid xuid(long value) {
        return new Xuid(value);
    }

    /// All rows of a table of Parquet files by column name, in the order of the key.
    public List<Map<String, @Nullable Object>> rows(Table<?> table) {
        try (Engine engine = engine()) {
            return rows(engine, table);
        }
    }

    private Engine engine() {
        return Engine.open(new EngineSettings(1L << 29, 2, directory));
    }

    private List<Map<String, @Nullable Object>> rows(Engine engine, Table<?> table) {
        List<Path> files = files(table.name());
        if (files.isEmpty()) {
            return List.of();
        }
        String sql = "SELECT " + table.columnList() + " FROM " + Engine.parquet(files) + " ORDER BY "
                + String.join(", ", table.key());
        return engine.query(sql, Fixture::row);
    }

    /// The text of all rows of all tables, of Parquet files and of the metadata that follow from documents alone.
    public Map<String, List<String>> everything() {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Engine engine = engine()) {
            for (Table<?> table : Tables.ALL) {
                tables.put(
                        table.name(),
                        rows(engine, table).stream().map(Object::toString).toList());
            }
        }
        for (String table : List.of("sessions", "playlists", "maps", "game_variants", "map_mode_pairs")) {
            tables.put(table, metadata("SELECT * FROM " + table + " ORDER BY 1"));
        }
        tables.put("players", metadata("SELECT xuid, tracked, last_seen_at FROM players ORDER BY 1"));
        tables.put("sync_meta", metadata("SELECT xuid, last_match_id, total_matches FROM sync_meta ORDER BY 1"));
        tables.put(
                "match_ledger",
                metadata("SELECT match_id, start_time, content_sha256, skill_sha256, film_sha256, film_version"
                        + " FROM match_ledger ORDER BY 1"));
        return tables;
    }

    /// The rows of a query of the metadata database, each as text.
    public List<String> metadata(String sql) {
        return metadataRows(sql).stream().map(Object::toString).toList();
    }

    /// The rows of a query of the metadata database by column name.
    public List<Map<String, @Nullable Object>> metadataRows(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("metadata.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The data files of a table.
    public List<Path> files(String table) {
        Path tree = directory.resolve(table);
        if (!Files.isDirectory(tree)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        return row;
    }
}
