package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Database;
import dev.spartanlake.catalog.SqlTime;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of the metadata database under their names in SQL, with the types their names promise: what ends
/// in `_at` or `_time` is a moment, what begins with `is_` or is a state is true or false.
final class MetadataTables {

    private static final List<String> TABLES = List.of(
            "absences",
            "career_ranks",
            "categories",
            "commits",
            "data_files",
            "friends",
            "game_modes",
            "game_variant_categories",
            "game_variants",
            "map_mode_pairs",
            "maps",
            "match_ledger",
            "medal_definitions",
            "medal_translations",
            "players",
            "playlist_csrs",
            "playlists",
            "service_records",
            "sessions",
            "sync_meta");

    private static final List<String> STATES = List.of("tracked", "applied");

    private final Catalog catalog;
    private final Map<String, List<RelationColumn>> columns = new LinkedHashMap<>();

    /// @param catalog where the tables are. Used by one thread at a time, which holds its monitor, except for the
    ///     constructor
    MetadataTables(Catalog catalog) {
        this.catalog = catalog;
        for (String table : TABLES) {
            columns.put(
                    table,
                    catalog.database()
                            .query("SELECT name, type FROM pragma_table_info(?)", MetadataTables::column, table));
        }
    }

    /// The tables of one state of the warehouse. Their rows are read when they are wanted, as long as it is in that
    /// state; afterwards reading them fails.
    List<Relation> in(Commits.State state) {
        return columns.entrySet().stream()
                .map(table -> relation(state, table.getKey(), table.getValue()))
                .toList();
    }

    private Relation relation(Commits.State state, String table, List<RelationColumn> tableColumns) {
        Map<String, String> types =
                tableColumns.stream().collect(Collectors.toMap(RelationColumn::name, RelationColumn::duckDbType));
        return new Relation.JavaRows(
                RelationName.meta(table), tableColumns, wanted -> rows(catalog, state, table, wanted, types));
    }

    /// The connection serves one thread at a time, and the tables are small: their rows are read at once.
    private static RowCursor rows(
            Catalog catalog, Commits.State state, String table, List<String> wanted, Map<String, String> types)
            throws SQLException {
        List<String> wantedTypes = wanted.stream().map(types::get).toList();
        String sql = "SELECT " + String.join(", ", wanted) + " FROM " + table;
        synchronized (catalog) {
            Database database = catalog.database();
            Optional<RowCursor> cursor =
                    database.inRead(() -> catalog.commits().state().equals(state)
                            ? Optional.of(new ListCursor(database.query(sql, row -> values(row, wantedTypes))))
                            : Optional.empty());
            return cursor.orElseThrow(() -> new SQLException("the warehouse has changed since the question was asked"));
        }
    }

    private static RelationColumn column(ResultSet row) throws SQLException {
        String name = row.getString(1);
        boolean moment = name.endsWith("_at") || name.endsWith("_time");
        boolean state = name.startsWith("is_") || STATES.contains(name);
        String type = switch (row.getString(2).toUpperCase(Locale.ROOT)) {
            case "TEXT" -> moment ? "TIMESTAMP WITH TIME ZONE" : "VARCHAR";
            case "INTEGER" -> state ? "BOOLEAN" : "BIGINT";
            case "REAL" -> "DOUBLE";
            default -> throw new IllegalStateException("no SQL type for column " + name);
        };
        return new RelationColumn(name, type);
    }

    private static List<@Nullable Object> values(ResultSet row, List<String> types) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(types.size());
        for (int i = 1; i <= types.size(); i++) {
            values.add(row.getObject(i) == null ? null : value(row, i, types.get(i - 1)));
        }
        return values;
    }

    private static Object value(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "BIGINT" -> row.getLong(column);
            case "DOUBLE" -> row.getDouble(column);
            case "BOOLEAN" -> row.getBoolean(column);
            case "TIMESTAMP WITH TIME ZONE" -> SqlTime.parse(row.getString(column));
            default -> row.getString(column);
        };
    }
}
