package dev.spartanlake.bench.floor;

import dev.spartanlake.query.relation.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// A warehouse as tables of DuckDB's own, in memory.
public final class NativeTables {

    private static final List<String> TABLES = List.of("match_facts", "match_participants", "medal_awards");

    private NativeTables() {}

    /// Copies everything a question may ask for into a database in memory: facts, participants, medals and metadata
    /// as tables, and `matches` as the view it is.
    ///
    /// @param export a warehouse as a DuckDB database
    /// @return the database; the caller closes it
    public static DuckDb of(Path export) throws SQLException {
        DuckDb tables = DuckDb.inMemory();
        tables.execute("ATTACH " + Sql.literal(export.toAbsolutePath().toString()) + " AS export (READ_ONLY)");
        tables.execute("CREATE SCHEMA meta");
        for (String table : TABLES) {
            copy(tables, "main", table);
        }
        for (String table : tables.texts("""
                SELECT table_name FROM duckdb_tables() WHERE database_name = 'export' AND schema_name = 'meta'""")) {
            copy(tables, "meta", table);
        }
        List<String> views = tables.texts("""
                SELECT sql FROM duckdb_views() WHERE database_name = 'export' AND view_name = 'matches'""");
        tables.execute(views.getFirst());
        tables.execute("DETACH export");
        return tables;
    }

    private static void copy(DuckDb tables, String schema, String table) throws SQLException {
        String name = Sql.identifier(schema) + "." + Sql.identifier(table);
        tables.execute("CREATE TABLE " + name + " AS SELECT * FROM export." + name);
    }
}
