package dev.spartanlake.bench.floor;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.schema.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// DuckDB databases that have nothing but `match_facts`, as a view of the Parquet files of one player.
public final class FactsViews {

    private FactsViews() {}

    /// A view that names the files.
    ///
    /// @param database the file to make
    public static void named(Path database, List<Path> facts) throws SQLException {
        create(database, Sql.parquet(facts));
    }

    /// A view of all files of the table, by a pattern, of which DuckDB keeps those in the directory of the player.
    ///
    /// @param database the file to make
    public static void globbed(Path database, Path warehouse, Xuid player) throws SQLException {
        Path table = warehouse.toAbsolutePath().resolve(Tables.MATCH_FACTS.name());
        String pattern = table.toString().replaceAll("[*?\\[]", "[$0]") + "/player=*/year=*/month=*/data.parquet";
        create(
                database,
                "read_parquet(" + Sql.literal(pattern) + ", hive_partitioning = true, hive_types = {'player': VARCHAR,"
                        + " 'year': SMALLINT, 'month': TINYINT}) WHERE player = " + Sql.literal(player.text()));
    }

    private static void create(Path database, String rows) throws SQLException {
        String columns = Tables.MATCH_FACTS.columns().stream()
                .map(Column::name)
                .map(Sql::identifier)
                .collect(Collectors.joining(", "));
        try (DuckDb duckDb = DuckDb.in(database)) {
            duckDb.execute("CREATE OR REPLACE VIEW match_facts AS SELECT " + columns + " FROM " + rows);
        }
    }
}
