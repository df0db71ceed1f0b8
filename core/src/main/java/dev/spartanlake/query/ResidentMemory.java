package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import java.sql.SQLException;
import java.util.Collection;

/// How much memory there is for tables, and what would fit.
///
/// @param limits says how much tables may take
record ResidentMemory(TableStatements statements, ParquetReading reading, Limits limits) {

    /// Whether columns of files fit beside what is in memory already.
    ///
    /// @throws dev.spartanlake.error.WarehouseException `DAMAGED` when one of the files is not what was committed
    boolean hasRoomFor(Relation.ParquetFiles relation, Collection<String> columns) throws SQLException {
        long room = room();
        try {
            return reading.fits(relation, columns, room);
        } catch (SQLException unreadable) {
            throw DuckDbErrors.damaged(relation.name(), unreadable);
        }
    }

    private long room() throws SQLException {
        return limits.residentBytes() - (limits.residentBytes() == 0 ? 0 : used());
    }

    /// What resident tables take, as DuckDB counts it.
    private long used() throws SQLException {
        return statements.number("SELECT sum(memory_usage_bytes) FROM duckdb_memory()");
    }
}
