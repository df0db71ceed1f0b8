package dev.spartanlake;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.commit.Workbench;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Whole warehouses of a test: made, copied by hand, and looked at from all sides.
final class WholeWarehouse {

    private static final Set<String> OF_ONE_DIRECTORY = Set.of("commits", "commit_files", "warehouse");

    private WholeWarehouse() {}

    /// Generated documents that are all of one month and have different starts, so that there are few files.
    static List<ObjectNode> documentsOfOneMonth(int count) {
        List<ObjectNode> documents = new ArrayList<>();
        for (ObjectNode document : Documents.mixed(count)) {
            Instant start = Instant.parse("2025-03-01T10:00:00Z").plus(Duration.ofMinutes(30L * documents.size()));
            ObjectNode moved = Documents.with(document, "/MatchInfo/StartTime", "\"" + start + "\"");
            documents.add(
                    Documents.with(moved, "/MatchInfo/EndTime", "\"" + start.plus(Duration.ofMinutes(10)) + "\""));
        }
        return documents;
    }

    /// Brings documents in.
    static void ingest(Path warehouse, WarehouseConfig config, List<ObjectNode> documents, Set<Xuid> players) {
        try {
            Path file = Files.createTempFile(warehouse.toAbsolutePath().getParent(), "batch", ".ndjson");
            Files.write(file, documents.stream().map(ObjectNode::toString).toList());
            try (Warehouse into = Warehouse.at(warehouse, config)) {
                into.ingest(IngestRequest.of(List.of(file.toString()), players), IngestProgress.NONE);
            }
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Brings documents in, each with a skill document and a film.
    ///
    /// @param edition of the parts, as in [Parts]
    static void take(Path warehouse, List<ObjectNode> documents, int edition, Set<Xuid> players) {
        Obtained obtained = new Obtained();
        players.forEach(obtained::track);
        Parts.obtained(documents, edition).forEach(obtained::add);
        new Fixture(warehouse).take(obtained);
    }

    /// Lets a writer finish what another one left.
    static void recover(Path warehouse) {
        WarehouseDirectory place = new WarehouseDirectory(warehouse);
        WarehouseWriter.open(
                        place,
                        new LocalFileStore(),
                        new EngineSettings(1L << 28, 1, place.staging()),
                        new WarehouseWriter.Claim("test", Duration.ZERO, Instant::now, StopSignal.NEVER),
                        Workbench.keepingNothing())
                .close();
    }

    /// Every row of every table but for the history of changes and what a directory says of itself, as text.
    static Map<String, List<String>> rows(Engine engine, Path warehouse) {
        Fixture fixture = new Fixture(warehouse);
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : Tables.ALL) {
            List<Path> files = fixture.files(table.name());
            rows.put(
                    table.name(),
                    files.isEmpty()
                            ? List.of()
                            : engine.query(
                                    "SELECT " + table.columnList() + " FROM " + Engine.parquet(files) + " ORDER BY "
                                            + String.join(", ", table.key()),
                                    WholeWarehouse::text));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + warehouse.resolve("metadata.db"))) {
            for (String table : query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
                String name = table.substring(0, table.length() - 1);
                if (!OF_ONE_DIRECTORY.contains(name)) {
                    rows.put("meta." + name, query(connection, "SELECT * FROM " + name + " ORDER BY 1, 2"));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return rows;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(text(result));
            }
            return rows;
        }
    }

    /// The fingerprints of all files, by path; without what SQLite needs to read.
    static Map<String, String> fingerprints(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            Map<String, String> found = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("-shm")
                            && !file.toString().endsWith("-wal"))
                    .forEach(file -> found.put(
                            directory.relativize(file).toString(),
                            new LocalFileStore().fingerprint(file).sha256()));
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Copies a directory that nobody uses.
    static Path copy(Path directory, Path target) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, target.resolve(directory.relativize(file)));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            return target;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                    .append('|');
        }
        return text.toString();
    }
}
