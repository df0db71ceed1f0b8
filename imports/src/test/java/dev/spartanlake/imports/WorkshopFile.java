package dev.spartanlake.imports;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A database as OpenSpartan Workshop makes one, written by a test and, if it stays open, by a
/// running Workshop.
final class WorkshopFile implements AutoCloseable {

    private static final List<String> ASSETS =
            List.of("Maps", "GameVariants", "EngineGameVariants", "Playlists", "PlaylistMapModePairs");

    private final Path path;
    private final Connection connection;

    private WorkshopFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /// A new one without tables.
    ///
    /// @param settings pragmas that come before the first table, such as `journal_mode = WAL`
    static WorkshopFile empty(Path path, String... settings) throws SQLException {
        WorkshopFile file = new WorkshopFile(path, DriverManager.getConnection("jdbc:sqlite:" + path));
        for (String setting : settings) {
            file.execute("PRAGMA " + setting);
        }
        return file;
    }

    /// A new one with Workshop's tables.
    static WorkshopFile create(Path path, String... settings) throws SQLException {
        WorkshopFile file = empty(path, settings);
        file.execute("CREATE TABLE MatchStats (ResponseBody TEXT, " + computed("MatchId", "MatchInfo", "Teams") + ")");
        file.execute("CREATE UNIQUE INDEX IDX_MATCH_STATS ON MatchStats (MatchId)");
        file.execute("CREATE TABLE PlayerMatchStats (ResponseBody TEXT, MatchId TEXT, PlayerStats Text GENERATED ALWAYS"
                + " AS (json_extract(ResponseBody, '$.Value')) VIRTUAL)");
        for (String table : ASSETS) {
            file.execute("CREATE TABLE " + table + " (ResponseBody TEXT, "
                    + computed("AssetId", "VersionId", "PublicName", "Description") + ")");
            file.execute("CREATE UNIQUE INDEX IDX_" + table + " ON " + table + " (AssetId, VersionId)");
        }
        file.execute("CREATE TABLE ServiceRecordSnapshots (ResponseBody TEXT, SnapshotTimestamp DATETIME, "
                + computed("MatchesCompleted") + ")");
        file.execute("CREATE TABLE PlaylistCSRSnapshots (ResponseBody TEXT, PlaylistId TEXT, PlaylistVersion TEXT,"
                + " SnapshotTimestamp DATETIME, " + computed("Value") + ")");
        file.execute("CREATE TABLE OwnedInventoryItems (Amount INTEGER, ItemId TEXT)");
        return file;
    }

    private static String computed(String... fields) {
        return String.join(
                ", ",
                List.of(fields).stream()
                        .map(field -> field + " Text GENERATED ALWAYS AS (json_extract(ResponseBody, '$." + field
                                + "')) VIRTUAL")
                        .toList());
    }

    Path path() {
        return path;
    }

    WorkshopFile execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return this;
    }

    WorkshopFile match(GeneratedDocument document) throws SQLException {
        return match(new String(document.json(), StandardCharsets.UTF_8));
    }

    WorkshopFile match(String json) throws SQLException {
        return execute("INSERT INTO MatchStats (ResponseBody) VALUES (?)", json);
    }

    WorkshopFile skill(String match, String json) throws SQLException {
        return execute("INSERT INTO PlayerMatchStats (ResponseBody, MatchId) VALUES (?, ?)", json, match);
    }

    /// An answer of the skill service about one player.
    static String skillOf(long xuid, int mmr) {
        return """
                {"Value":[{"Id":"xuid(%d)","ResultCode":0,"Result":{"TeamMmr":%d.5,"TeamId":0,"TeamMmrs":{"0":%d.5,"1":900.0},
                "StatPerformances":{"Kills":{"Count":1,"Expected":2.5,"StdDev":1.0},"Deaths":{"Count":1,"Expected":3.5,"StdDev":1.0}}}}]}
                """.formatted(xuid, mmr, mmr);
    }

    WorkshopFile asset(String table, String assetId, String versionId, String name) throws SQLException {
        return execute(
                "INSERT INTO " + table + " (ResponseBody) VALUES (?)",
                "{\"AssetId\":\"" + assetId + "\",\"VersionId\":\"" + versionId + "\",\"PublicName\":\"" + name
                        + "\",\"Description\":\"\"}");
    }

    WorkshopFile statement(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /// The files of the database that lie in its directory, each with its content.
    static List<String> files(Path directory) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
