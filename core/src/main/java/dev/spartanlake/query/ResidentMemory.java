package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import java.sql.SQLException;
import java.util.Collection;

/// How much memory there is for tables, and what would fit.
///
/// **Threads**: not safe; the engine holds a lock.
final class ResidentMemory {

    private final TableStatements statements;
    private final ParquetReading reading;
    private final Limits limits;

    /// What is left of the room that was found when it was last looked for, in bytes; less than nothing where it has to
    /// be looked for.
    private long roomLeft;

    /// @param limits says how much tables may take
    ResidentMemory(TableStatements statements, ParquetReading reading, Limits limits) {
        this.statements = statements;
        this.reading = reading;
        this.limits = limits;
    }

    /// Whether columns of files fit beside what is in memory already.
    ///
    /// @throws dev.spartanlake.error.WarehouseException `DAMAGED` when one of the files is not what was committed
    boolean hasRoomFor(Relation.ParquetFiles relation, Collection<String> columns) throws SQLException {
        long room = limits.residentBytes() - (limits.residentBytes() == 0 ? 0 : used());
        roomLeft = room;
        try {
            return reading.fits(relation, columns, room);
        } catch (SQLException unreadable) {
            throw DuckDbErrors.damaged(relation.name(), unreadable);
        }
    }

    /// The same for files that are to be added to a table, without looking where they are certain to fit.
    boolean hasRoomForMore(Relation.ParquetFiles added, Collection<String> columns) throws SQLException {
        long most = ParquetReading.mostBytes(added);
        if (most > roomLeft) {
            boolean fits = hasRoomFor(added, columns);
            roomLeft -= most;
            return fits;
        }
        roomLeft -= most;
        return true;
    }

    /// Takes note that a table was made: how much room there is has to be looked for.
    void isToBeLookedAt() {
        roomLeft = 0;
    }

    /// What resident tables take, as DuckDB counts it.
    private long used() throws SQLException {
        return statements.number("SELECT sum(memory_usage_bytes) FROM duckdb_memory()");
    }
}
