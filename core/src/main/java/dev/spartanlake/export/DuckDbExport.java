package dev.spartanlake.export;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.DuckDbInstance;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Writes a DuckDB database that shows relations to any DuckDB: Parquet files as views of exactly these
/// files, rows from Java as tables, views as views.
public final class DuckDbExport {

    private static final long MEMORY_BYTES = 512L << 20;

    private DuckDbExport() {}

    /// Writes the database.
    ///
    /// @param file does not exist
    /// @param relations each after those it uses
    /// @throws WarehouseException with [ErrorCode#STORAGE] when the disk refuses, [ErrorCode#ENGINE] when
    ///     anything else does
    public static void write(Path file, Collection<Relation> relations) {
        try (DuckDBConnection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (Relation relation : relations) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS "
                        + Sql.identifier(relation.name().schema()));
                create(relation, connection, statement);
            }
            statement.execute("CHECKPOINT");
        } catch (SQLException failed) {
            throw failure(file, failed);
        }
    }

    private static DuckDBConnection open(Path file) {
        try {
            return DuckDbInstance.openFile(file, MEMORY_BYTES);
        } catch (WarehouseException unopened) {
            throw unopened.getCause() instanceof SQLException failed ? failure(file, failed) : unopened;
        }
    }

    private static WarehouseException failure(Path file, SQLException failed) {
        String doing = "write the DuckDB database";
        return DiskRefusal.of(failed, doing, file)
                .orElseGet(() -> new WarehouseException(
                        ErrorCode.ENGINE,
                        Location.of(file),
                        "cannot " + doing + ": " + DiskRefusal.firstLine(failed),
                        failed));
    }

    private static void create(Relation relation, DuckDBConnection connection, Statement statement)
            throws SQLException {
        String name = relation.name().quoted();
        switch (relation) {
            case Relation.ParquetFiles files -> statement.execute("CREATE VIEW " + name + " AS " + query(files));
            case Relation.View view -> statement.execute("CREATE VIEW " + name + " AS " + view.sql());
            case Relation.Derived derived -> statement.execute("CREATE TABLE " + name + " AS " + derived.sql());
            case Relation.JavaRows rows -> {
                RelationFunction function = RelationFunction.of(rows);
                function.register(connection);
                statement.execute("CREATE TABLE " + name + " AS " + function.select(rows.columns()));
            }
        }
    }

    private static String query(Relation.ParquetFiles relation) {
        if (relation.files().isEmpty()) {
            List<String> nothing = relation.columns().stream()
                    .map(column -> "CAST(NULL AS " + column.duckDbType() + ") AS " + Sql.identifier(column.name()))
                    .toList();
            return "SELECT " + String.join(", ", nothing) + " WHERE false";
        }
        List<String> columns = relation.columns().stream()
                .map(RelationColumn::name)
                .map(Sql::identifier)
                .toList();
        return "SELECT " + String.join(", ", columns) + " FROM " + Sql.parquet(relation.paths());
    }
}
