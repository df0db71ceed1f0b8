package dev.spartanlake.query.relation;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// The table function through which one relation's rows reach the fenced instance.
public final class RelationFunction implements DuckDBTableFunction<RelationName, RelationFeed, Object> {

    /// Starts the message of a failure while files are read. DuckDB passes on text only.
    public static final String FILES = "The files of ";

    /// Starts the message where the disk refuses to say what the files are.
    public static final String REFUSED_FILES = "On the disk, the files of ";

    /// Starts the message of a failure of a [RowSource].
    public static final String ROWS = "The rows of ";

    private final RelationName relation;
    private final List<ColumnWire> columns;
    private final String subject;
    private final Source source;

    /// Opens one scan.
    @FunctionalInterface
    private interface Source {
        RelationFeed open(List<ColumnWire> columns) throws SQLException;
    }

    private RelationFunction(RelationName relation, List<RelationColumn> columns, String subject, Source source) {
        this.relation = relation;
        this.columns = columns.stream().map(ColumnWire::of).toList();
        this.subject = subject;
        this.source = source;
    }

    /// The rows of files.
    public static RelationFunction of(Relation.ParquetFiles relation, ParquetReading reading) {
        return new RelationFunction(
                relation.name(), relation.columns(), FILES, wanted -> reading.feed(relation, wanted));
    }

    /// The rows of a source.
    public static RelationFunction of(Relation.JavaRows relation) {
        return new RelationFunction(
                relation.name(), relation.columns(), ROWS, wanted -> CursorFeed.open(relation.rows(), wanted));
    }

    /// Makes the function callable in the instance the connection belongs to.
    ///
    /// @throws SQLException when there is one of this name, or the connection is closed
    public void register(Connection connection) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name())
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    /// The statement that makes the relation a view of its rows that come through the function.
    public String view() {
        return "CREATE VIEW " + relation.quoted() + " AS " + decoded(columns);
    }

    /// A query for some of the columns.
    public String select(List<RelationColumn> wanted) {
        return decoded(wanted.stream().map(ColumnWire::of).toList());
    }

    private String decoded(List<ColumnWire> wanted) {
        String list = String.join(", ", wanted.stream().map(ColumnWire::decoded).toList());
        return "SELECT " + list + " FROM " + Sql.identifier(name()) + "()";
    }

    private String name() {
        return "spartanlake_rows_" + relation.schema() + "_" + relation.table();
    }

    @Override
    public RelationName bind(DuckDBTableFunctionBindInfo binding) {
        columns.forEach(wire -> binding.addResultColumn(wire.column().name(), wire.type()));
        return relation;
    }

    @Override
    public RelationFeed init(DuckDBTableFunctionInitInfo scan) {
        List<ColumnWire> wanted = new ArrayList<>();
        for (long i = 0; i < scan.getColumnCount(); i++) {
            wanted.add(columns.get(Math.toIntExact(scan.getColumnIndex(i))));
        }
        try {
            return source.open(wanted);
        } catch (SQLException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter writer) {
        RelationFeed feed = call.getInitData();
        try {
            return feed.fill(writer);
        } catch (SQLException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /// DuckDB passes on the text only.
    private IllegalStateException unreadable(Exception cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        boolean isDisk = cause instanceof WarehouseException known && known.code() == ErrorCode.STORAGE;
        return new IllegalStateException(
                (isDisk ? REFUSED_FILES : subject) + relation + " cannot be read: " + reason, cause);
    }
}
