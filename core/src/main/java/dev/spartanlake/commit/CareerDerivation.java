package dev.spartanlake.commit;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.PerformanceScores;
import dev.spartanlake.career.Session;
import dev.spartanlake.career.Sessions;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.match.Xuid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Computes careers from facts: what follows from all matches of a player together.
public final class CareerDerivation {

    private static final String COLUMNS = """
            match_id, epoch_us(start_time), epoch_us(end_time), game_variant_category, gameplay_interaction, outcome,
            kills, deaths, assists, kda, accuracy, shots_fired, shots_hit, time_played_seconds, session_id,
            performance_score""";

    private final Engine engine;
    private final Sessions sessions;
    private final PerformanceScores scores;

    /// Prepares to compute careers by these rules.
    public CareerDerivation(Engine engine, CareerRules rules) {
        this.engine = engine;
        this.sessions = rules.sessions();
        this.scores = rules.scores();
    }

    /// Computes a player's career.
    ///
    /// @param facts a query of the engine for all facts of the player, with all columns of `match_facts`
    public Career of(Xuid xuid, String facts) {
        List<Entry> entries = entries(facts);
        List<CareerMatch> matches = entries.stream().map(Entry::match).toList();
        List<Session> cut = sessions.of(xuid, matches);
        Map<String, Float> scored = scores.of(matches);
        Map<String, String> sessionOf = HashMap.newHashMap(matches.size());
        cut.forEach(session -> session.matches().forEach(match -> sessionOf.put(match.matchId(), session.sessionId())));
        return new Career(
                xuid,
                matches,
                cut,
                scored,
                entries.stream()
                        .map(entry -> fact(xuid, entry, sessionOf, scored))
                        .toList());
    }

    /// The matches of facts, in [CareerMatch#ORDER].
    ///
    /// @param facts a query of the engine, with all columns of `match_facts`
    List<CareerMatch> matches(String facts) {
        return entries(facts).stream().map(Entry::match).toList();
    }

    private List<Entry> entries(String facts) {
        return engine.query("SELECT " + COLUMNS + " FROM (" + facts + ") ORDER BY start_time, match_id", Entry::of);
    }

    private static Career.Fact fact(Xuid xuid, Entry entry, Map<String, String> sessionOf, Map<String, Float> scored) {
        String matchId = entry.match().matchId();
        String sessionId = Objects.requireNonNull(sessionOf.get(matchId));
        DerivedRow derived = new DerivedRow(xuid, matchId, sessionId, scored.get(matchId));
        return new Career.Fact(entry.match(), derived, entry.sessionId(), entry.score());
    }

    /// A match of the career, with its derived columns as they are stored.
    private record Entry(
            CareerMatch match,
            @Nullable String sessionId,
            @Nullable Float score) {

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
                    Engine.moment(row.getLong(2)),
                    row.getObject(3) == null ? null : Engine.moment(row.getLong(3)),
                    CareerMatch.Kind.of(integer(row, 4), integer(row, 5)),
                    integer(row, 6),
                    performance);
            return new Entry(match, row.getString(15), real(row, 16));
        }

        private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : Integer.valueOf(row.getInt(column));
        }

        private static @Nullable Float real(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : Float.valueOf(row.getFloat(column));
        }
    }
}
