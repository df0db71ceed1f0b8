package dev.spartanlake.commit;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.PerformanceScores;
import dev.spartanlake.career.Session;
import dev.spartanlake.career.Sessions;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recomputes sessions and scores of the players a change concerns, and finds out which stored facts change by
/// it.
final class CareerUpdate {

    /// The table of the derived columns of all facts of the players concerned.
    static final String DERIVED = "derived";

    private static final String COLUMNS = """
            match_id, epoch_us(start_time), epoch_us(end_time), game_variant_category, gameplay_interaction, outcome,
            kills, deaths, assists, kda, accuracy, shots_fired, shots_hit, time_played_seconds, session_id,
            performance_score""";

    private final Engine engine;
    private final StoredFiles storedFiles;
    private final Sessions sessions;
    private final PerformanceScores scores;
    private final RowFeed<DerivedRow> feed;

    CareerUpdate(Engine engine, StoredFiles storedFiles, CareerRules rules) {
        this.engine = engine;
        this.storedFiles = storedFiles;
        this.sessions = rules.sessions();
        this.scores = rules.scores();
        feed = RowFeed.register(engine, DERIVED, DerivedRow.COLUMNS);
    }

    /// Whether a table has columns that follow from whole careers.
    static boolean derivesColumnsOf(Table<?> table) {
        return table.name().equals(Tables.MATCH_FACTS.name());
    }

    /// Starts with no player concerned.
    void clear() {
        feed.createTable(DERIVED);
    }

    /// Computes one player's career from the stored facts that stay and the incoming ones.
    Career update(Xuid xuid, List<DataFile> stored) {
        List<Entry> entries = entries(xuid, stored);
        List<CareerMatch> matches = entries.stream().map(Entry::match).toList();
        List<Session> cut = sessions.of(xuid, matches);
        Map<String, Float> scored = scores.of(matches);
        Map<String, String> sessionOf = HashMap.newHashMap(matches.size());
        cut.forEach(session -> session.matches().forEach(match -> sessionOf.put(match.matchId(), session.sessionId())));

        List<DerivedRow> rows = new ArrayList<>(entries.size());
        Set<Partition> changed = new HashSet<>();
        for (Entry entry : entries) {
            String matchId = entry.match().matchId();
            String sessionId = Objects.requireNonNull(sessionOf.get(matchId));
            DerivedRow row = new DerivedRow(xuid, matchId, sessionId, scored.get(matchId));
            rows.add(row);
            if (entry.isStored() && !entry.agreesWith(row)) {
                changed.add(Partition.of(Tables.MATCH_FACTS, xuid, entry.match().startTime()));
            }
        }
        feed.append(DERIVED, rows);
        return new Career(xuid, matches, cut, scored, changed);
    }

    private List<Entry> entries(Xuid xuid, List<DataFile> stored) {
        String incoming =
                "SELECT * FROM " + Incoming.name(Tables.MATCH_FACTS) + " WHERE xuid = " + Engine.literal(xuid.text());
        String source = incoming;
        if (!stored.isEmpty()) {
            source = "SELECT * FROM " + Engine.parquet(storedFiles.checked(stored))
                    + " WHERE match_id NOT IN (SELECT match_id FROM " + PartitionMerge.REPLACED + ") UNION ALL BY NAME "
                    + incoming;
        }
        return engine.query("SELECT " + COLUMNS + " FROM (" + source + ") ORDER BY start_time, match_id", Entry::of);
    }

    /// A match of the career, with its derived columns as they are stored.
    private record Entry(
            CareerMatch match,
            @Nullable String sessionId,
            @Nullable Float score) {

        /// Incoming facts have no session yet; stored ones always have.
        boolean isStored() {
            return sessionId != null;
        }

        boolean agreesWith(DerivedRow row) {
            return row.sessionId().equals(sessionId) && Objects.equals(row.performanceScore(), score);
        }

        static Entry of(ResultSet row) throws SQLException {
            CareerMatch.Performance performance = new CareerMatch.Performance(
                    row.getInt(7),
                    row.getInt(8),
                    row.getInt(9),
                    real(row, 10),
                    real(row, 11),
                    integer(row, 12),
                    integer(row, 13),
                    real(row, 14));
            CareerMatch match = new CareerMatch(
                    row.getString(1),
                    moment(row.getLong(2)),
                    row.getObject(3) == null ? null : moment(row.getLong(3)),
                    CareerMatch.Kind.of(integer(row, 4), integer(row, 5)),
                    integer(row, 6),
                    performance);
            return new Entry(match, row.getString(15), real(row, 16));
        }

        private static Instant moment(long microseconds) {
            return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
        }

        private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : Integer.valueOf(row.getInt(column));
        }

        private static @Nullable Float real(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : Float.valueOf(row.getFloat(column));
        }
    }
}
