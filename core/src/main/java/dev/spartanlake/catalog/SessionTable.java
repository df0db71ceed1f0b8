package dev.spartanlake.catalog;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.Session;
import dev.spartanlake.match.Xuid;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Database database;

    SessionTable(Database database) {
        this.database = database;
    }

    /// How many sessions are stored.
    public long count() {
        return database.number("SELECT count(*) FROM sessions");
    }

    /// Makes these the sessions of a player. Rows that are as they should be are not touched.
    ///
    /// @param scores the performance score of each scored match
    public void put(Xuid xuid, List<Session> sessions, Map<String, Float> scores) {
        Map<Object, List<@Nullable Object>> stale = new HashMap<>();
        stored(xuid).forEach(values -> stale.put(Objects.requireNonNull(values.getFirst()), values));
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

    private List<List<@Nullable Object>> stored(Xuid xuid) {
        return database.query(
                "SELECT " + String.join(", ", COLUMNS) + " FROM sessions WHERE xuid = ?",
                row -> {
                    @Nullable Object[] values = new Object[COLUMNS.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1) instanceof Integer number
                                ? Long.valueOf(number)
                                : row.getObject(i + 1);
                    }
                    return Arrays.asList(values);
                },
                xuid.text());
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
}
