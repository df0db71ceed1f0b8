package dev.spartanlake.query;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements of an engine that were asked more than once, prepared. The latest are kept.
///
/// **Threads**: safe; whoever takes one has it alone until giving it back.
final class PreparedAnswers implements AutoCloseable {

    /// Each has a connection and a plan.
    private static final int MOST = 32;

    private final Map<Key, PreparedAnswer> idle = new LinkedHashMap<>();
    private boolean closed;

    /// @param rows most rows wanted
    record Key(StatementShape shape, long rows) {}

    /// Takes one; empty when there is none, or somebody else has it.
    Optional<PreparedAnswer> take(Key key) {
        synchronized (idle) {
            return Optional.ofNullable(idle.remove(key));
        }
    }

    /// Keeps one for the next time. Only after a run that did not fail.
    void giveBack(Key key, PreparedAnswer answer) throws SQLException {
        @Nullable PreparedAnswer surplus = keep(key, answer);
        if (surplus != null) {
            surplus.close();
        }
    }

    /// @return the one that goes for it
    private @Nullable PreparedAnswer keep(Key key, PreparedAnswer answer) {
        synchronized (idle) {
            if (closed) {
                return answer;
            }
            @Nullable PreparedAnswer same = idle.put(key, answer);
            return same == null && idle.size() > MOST
                    ? idle.remove(idle.keySet().iterator().next())
                    : same;
        }
    }

    /// Closes them all, also where one refuses, and then says so.
    @Override
    public void close() throws SQLException {
        synchronized (idle) {
            closed = true;
            @Nullable SQLException refused = null;
            for (PreparedAnswer answer : idle.values()) {
                try {
                    answer.close();
                } catch (SQLException failure) {
                    if (refused == null) {
                        refused = failure;
                    } else {
                        refused.addSuppressed(failure);
                    }
                }
            }
            idle.clear();
            if (refused != null) {
                throw refused;
            }
        }
    }
}
