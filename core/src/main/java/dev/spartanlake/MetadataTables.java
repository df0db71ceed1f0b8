package dev.spartanlake;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.SqlTime;
import dev.spartanlake.query.Relation;
import dev.spartanlake.query.RelationColumn;
import dev.spartanlake.query.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of the metadata database under their names in SQL, with the types their names promise: what ends in
/// `_at` or
/// `_time` is a moment, what begins with `is_` or is a state is true or false.
final class MetadataTables {

    private static final String SCHEMA = "meta";

    private static final List<String> TABLES = List.of(
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
            "playlists",
            "sessions",
            "sync_meta");

    private static final List<String> STATES = List.of("tracked", "applied");

    private MetadataTables() {}

    /// The tables as the catalog's connection sees them.
    static List<Relation> of(Catalog catalog) {
        return TABLES.stream().map(table -> relation(catalog, table)).toList();
    }

    private static Relation relation(Catalog catalog, String table) {
        List<RelationColumn> columns =
                catalog.database().query("SELECT name, type FROM pragma_table_info(?)", MetadataTables::column, table);
        String names = columns.stream().map(RelationColumn::name).collect(Collectors.joining(", "));
        return new Relation.JavaRows(
                new RelationName(SCHEMA, table),
                columns,
                () -> catalog.database().query("SELECT " + names + " FROM " + table, row -> values(row, columns)));
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

    private static List<@Nullable Object> values(ResultSet row, List<RelationColumn> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            values.add(
                    row.getObject(i) == null
                            ? null
                            : value(row, i, columns.get(i - 1).duckDbType()));
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
