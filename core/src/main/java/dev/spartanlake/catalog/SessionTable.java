package dev.spartanlake.catalog;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.Session;
import dev.spartanlake.match.Xuid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The play sessions of the tracked players.
public final class SessionTable {

    private static final List<String> COLUMNS = List.of(
            "session_id",
            "xuid",
            "start_time",
            "end_time",
            "match_count",
            "wins",
            "losses",
            "ties",
            "total_kills",
            "total_deaths",
            "total_assists",
            "kd_ratio",
            "win_rate",
            "avg_kda",
            "accuracy",
            "performance_score",
            "time_played_seconds");

    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS) + " FROM sessions WHERE ";

    private static final String NONE = "-";

    private final Database database;

    SessionTable(Database database) {
        this.database = database;
    }

    /// How many sessions are stored.
    public long count() {
        return database.number("SELECT count(*) FROM sessions");
    }

    /// How many sessions of a player are stored.
    public long count(Xuid xuid) {
        return database.number("SELECT count(*) FROM sessions WHERE xuid = ?", xuid.text());
    }

    /// Makes these the sessions of a player. Rows that are as they should be are not touched.
    ///
    /// @param scores the performance score of each scored match
    public void put(Xuid xuid, List<Session> sessions, Map<String, Float> scores) {
        put(stored(xuid), sessions, scores);
    }

    /// Makes these the last sessions of a player; those that start before the first of them stay.
    ///
    /// @param sessions at least one
    /// @param scores the performance score of each scored match
    public void putEnd(Xuid xuid, List<Session> sessions, Map<String, Float> scores) {
        put(stored(xuid, sessions.getFirst().startTime()), sessions, scores);
    }

    private void put(List<List<@Nullable Object>> stored, List<Session> sessions, Map<String, Float> scores) {
        Map<Object, List<@Nullable Object>> stale = new HashMap<>();
        stored.forEach(values -> stale.put(Objects.requireNonNull(values.getFirst()), values));
        List<Database.Parameters> changed = sessions.stream()
                .map(session -> values(session, scores))
                .filter(values -> !values.equals(stale.remove(values.getFirst())))
                .map(Database.Parameters::new)
                .toList();
        database.updateAll(
                "DELETE FROM sessions WHERE session_id = ?",
                stale.keySet().stream().map(id -> Database.Parameters.of(id)).toList());
        String marks = String.join(", ", Collections.nCopies(COLUMNS.size(), "?"));
        database.updateAll(
                "INSERT OR REPLACE INTO sessions (" + String.join(", ", COLUMNS) + ") VALUES (" + marks + ")", changed);
    }

    /// In what the stored sessions of a player are not these, the first column of each that is not.
    ///
    /// @param scores the performance score of each scored match
    public List<Difference> differences(Xuid xuid, List<Session> sessions, Map<String, Float> scores) {
        Map<Object, List<@Nullable Object>> unexpected = new TreeMap<>();
        stored(xuid).forEach(values -> unexpected.put(Objects.requireNonNull(values.getFirst()), values));
        List<Difference> differences = new ArrayList<>();
        for (Session session : sessions) {
            List<@Nullable Object> expected = values(session, scores);
            List<@Nullable Object> found = unexpected.remove(session.sessionId());
            if (found == null) {
                differences.add(new Difference(session.sessionId(), COLUMNS.getFirst(), session.sessionId(), NONE));
            } else if (!found.equals(expected)) {
                int column = firstDifference(expected, found);
                differences.add(new Difference(
                        session.sessionId(),
                        COLUMNS.get(column),
                        String.valueOf(expected.get(column)),
                        String.valueOf(found.get(column))));
            }
        }
        unexpected
                .keySet()
                .forEach(id -> differences.add(new Difference(id.toString(), COLUMNS.getFirst(), NONE, id.toString())));
        return differences;
    }

    private static int firstDifference(List<@Nullable Object> expected, List<@Nullable Object> found) {
        int column = 0;
        while (Objects.equals(expected.get(column), found.get(column))) {
            column++;
        }
        return column;
    }

    /// The players with sessions.
    public List<Xuid> players() {
        return database.query("SELECT DISTINCT xuid FROM sessions", row -> Xuid.parse(row.getString(1)));
    }

    private List<List<@Nullable Object>> stored(Xuid xuid) {
        return database.query(SELECT + "xuid = ?", SessionTable::row, xuid.text());
    }

    private List<List<@Nullable Object>> stored(Xuid xuid, Instant from) {
        return database.query(
                SELECT + "xuid = ? AND start_time >= ?", SessionTable::row, xuid.text(), SqlTime.format(from));
    }

    private static List<@Nullable Object> row(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1) instanceof Integer number ? Long.valueOf(number) : row.getObject(i + 1);
        }
        return Arrays.asList(values);
    }

    private static List<@Nullable Object> values(Session session, Map<String, Float> scores) {
        List<Float> known = session.matches().stream()
                .map(CareerMatch::matchId)
                .map(scores::get)
                .filter(Objects::nonNull)
                .toList();
        return Arrays.asList(
                session.sessionId(),
                session.xuid().text(),
                SqlTime.format(session.startTime()),
                SqlTime.format(session.endTime()),
                (long) session.matches().size(),
                session.wins(),
                session.losses(),
                session.ties(),
                session.kills(),
                session.deaths(),
                session.assists(),
                session.killDeathRatio(),
                session.winRate(),
                session.averageKda(),
                session.accuracy(),
                Session.mean(known),
                session.timePlayedSeconds());
    }

    /// A session that is not stored as it should be.
    ///
    /// @param sessionId the session
    /// @param column the first column that differs; `session_id` when there is no such session, or should be none
    /// @param expected the value that should be there, `-` for none
    /// @param found the value that is there, `-` for none
    public record Difference(String sessionId, String column, String expected, String found) {}
}
