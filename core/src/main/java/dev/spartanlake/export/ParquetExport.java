package dev.spartanlake.export;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.DuckDbInstance;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.relation.Sql;
import dev.spartanlake.query.result.ResultColumn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes rows to a Parquet file with the types they have.
public final class ParquetExport {

    private static final long MEMORY_BYTES = 512L << 20;
    private static final String OPTIONS = "FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 100000,"
            + " ROW_GROUP_SIZE_BYTES '64MB', USE_TMP_FILE false";

    private ParquetExport() {}

    /// Writes rows as they come.
    ///
    /// @param file does not exist, or is written anew
    /// @param text makes a text of a value that has no type of its own in Parquet, such as a list
    /// @throws WarehouseException with [ErrorCode#STORAGE] when the disk refuses; with
    ///     [ErrorCode#QUERY_INVALID] when a value does not fit its type; and what `rows` throws
    public static void write(Path file, List<ResultColumn> columns, RowCursor rows, Function<Object, String> text) {
        List<RelationColumn> fed = IntStream.range(0, columns.size())
                .mapToObj(i -> new RelationColumn(
                        "c" + i, ParquetTypes.of(columns.get(i).duckDbType())))
                .toList();
        ExportCursor cursor = new ExportCursor(rows, fed, text);
        RelationFunction function =
                RelationFunction.of(new Relation.JavaRows(RelationName.main("export"), fed, cursor::columns));
        try (DuckDBConnection connection = DuckDbInstance.open(MEMORY_BYTES, 1);
                Statement statement = connection.createStatement()) {
            // One thread keeps the order of the rows; row groups that are cut by bytes are to be had without the
            // promise.
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET TimeZone = 'UTC'");
            function.register(connection);
            statement.execute("COPY (SELECT " + named(fed, columns) + " FROM (" + function.select(fed) + ")) TO "
                    + Sql.literal(file.toString()) + " (" + OPTIONS + ")");
        } catch (SQLException failed) {
            throw cursor.failure() == null ? refused(file, failed) : cursor.failure();
        }
    }

    /// Names are to be told apart whatever their case, and none may be empty.
    private static String named(List<RelationColumn> fed, List<ResultColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<String> list = new ArrayList<>();
        for (int i = 0; i < fed.size(); i++) {
            String name =
                    columns.get(i).name().isEmpty() ? "column" : columns.get(i).name();
            String free = name;
            for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
                free = name + "_" + number;
            }
            list.add(fed.get(i).name() + " AS " + Sql.identifier(free));
        }
        return String.join(", ", list);
    }

    private static WarehouseException refused(Path file, SQLException failed) {
        return DiskRefusal.of(failed, "write the rows", file)
                .orElseGet(() -> new WarehouseException(
                        ErrorCode.QUERY_INVALID,
                        Location.of(file),
                        "a row cannot be written as Parquet: " + DiskRefusal.firstLine(failed)
                                + "; cast the column to another type",
                        failed));
    }

    /// The rows with values as the table function takes them. It remembers why it failed, which DuckDB tells
    /// as text.
    private static final class ExportCursor implements RowCursor {

        private final RowCursor rows;
        private final List<RelationColumn> columns;
        private final Function<Object, String> text;
        private List<Integer> wanted = List.of();
        private @Nullable WarehouseException failure;

        private ExportCursor(RowCursor rows, List<RelationColumn> columns, Function<Object, String> text) {
            this.rows = rows;
            this.columns = columns;
            this.text = text;
        }

        private RowCursor columns(List<String> names) {
            List<String> all = columns.stream().map(RelationColumn::name).toList();
            wanted = names.stream().map(all::indexOf).toList();
            return this;
        }

        private @Nullable WarehouseException failure() {
            return failure;
        }

        @Override
        public boolean next() throws SQLException {
            try {
                return rows.next();
            } catch (WarehouseException failed) {
                failure = failed;
                throw failed;
            }
        }

        @Override
        public @Nullable Object value(int column) throws SQLException {
            int place = wanted.get(column);
            @Nullable Object value = rows.value(place);
            return value != null && columns.get(place).duckDbType().equals("VARCHAR") ? text.apply(value) : value;
        }

        @Override
        public void close() {
            // The rows are closed by whoever handed them over.
        }
    }
}
