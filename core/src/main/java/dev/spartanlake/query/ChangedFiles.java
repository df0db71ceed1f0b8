package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;

/// Queries for the rows of some of a relation's files. Each relation has a function for them, from its first time on,
/// whose files are those of the last time.
///
/// **Threads**: not safe.
final class ChangedFiles {

    private final Map<RelationName, Some> some = new HashMap<>();
    private final DuckDBConnection trusted;
    private final ParquetReading reading;

    /// @param trusted where the functions are registered
    ChangedFiles(DuckDBConnection trusted, ParquetReading reading) {
        this.trusted = trusted;
        this.reading = reading;
    }

    private record Some(AtomicReference<Relation.ParquetFiles> files, RelationFunction function) {}

    /// A query for columns of files, until the next one of the same relation is asked for.
    String select(Relation.ParquetFiles files, List<RelationColumn> columns) throws SQLException {
        Some known = some.get(files.name());
        if (known == null) {
            AtomicReference<Relation.ParquetFiles> wanted = new AtomicReference<>(files);
            known = new Some(wanted, RelationFunction.ofSome(files, wanted::get, reading));
            known.function().register(trusted);
            some.put(files.name(), known);
        }
        known.files().set(files);
        return known.function().select(columns);
    }
}
