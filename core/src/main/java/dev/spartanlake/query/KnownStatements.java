package dev.spartanlake.query;

import dev.spartanlake.query.result.ResultProjection;
import dev.spartanlake.query.statement.Footprint;
import dev.spartanlake.query.statement.StatementText;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was found out about the latest statements. The same ones are asked again and again, and reading a long one
/// takes longer than answering it.
///
/// It holds for one engine, whose relations keep their names and columns, whatever their rows. **Threads**: safe.
final class KnownStatements {

    private static final int MOST = 128;

    private final Map<StatementText, Footprint> footprints = new Latest<>();
    private final Map<StatementShape, ResultProjection> projections = new Latest<>();

    /// Finds something out.
    interface Finding<T> {
        T find() throws SQLException;
    }

    /// What a statement reads. A statement that is refused is asked about each time.
    Footprint footprint(StatementText statement, Finding<Footprint> finding) throws SQLException {
        return known(footprints, statement, finding);
    }

    /// The columns of a statement's result.
    ResultProjection projection(StatementShape shape, Finding<ResultProjection> finding) throws SQLException {
        return known(projections, shape, finding);
    }

    /// The columns of a statement's result, if it was asked before.
    Optional<ResultProjection> projection(StatementShape shape) {
        synchronized (projections) {
            return Optional.ofNullable(projections.get(shape));
        }
    }

    private static <K, V> V known(Map<K, V> memory, K key, Finding<V> finding) throws SQLException {
        synchronized (memory) {
            V known = memory.get(key);
            if (known != null) {
                return known;
            }
        }
        V found = finding.find();
        synchronized (memory) {
            memory.put(key, found);
        }
        return found;
    }

    /// Keeps what was used last.
    @SuppressWarnings("serial") // never written anywhere
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
