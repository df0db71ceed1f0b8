package dev.spartanlake.query;

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
final class RelationFunction implements DuckDBTableFunction<RelationName, RowFeed, Object> {

    private final RelationName relation;
    private final List<ColumnWire> columns;
    private final String subject;
    private final Source source;

    /// Opens one scan.
    @FunctionalInterface
    interface Source {
        RowFeed open(List<ColumnWire> columns) throws SQLException;
    }

    private RelationFunction(RelationName relation, List<RelationColumn> columns, String subject, Source source) {
        this.relation = relation;
        this.columns = columns.stream().map(ColumnWire::of).toList();
        this.subject = subject;
        this.source = source;
    }

    /// The rows of files.
    static RelationFunction of(Relation.ParquetFiles relation, ParquetReading reading) {
        return new RelationFunction(
                relation.name(),
                relation.columns(),
                DuckDbMessage.FILES,
                wanted -> reading.feed(relation.files(), wanted));
    }

    /// The rows of a source.
    static RelationFunction of(Relation.JavaRows relation) {
        return new RelationFunction(
                relation.name(),
                relation.columns(),
                DuckDbMessage.ROWS,
                wanted -> CursorFeed.open(relation.rows(), wanted));
    }

    /// Makes the function callable in the instance the connection belongs to.
    void register(Connection connection) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name())
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    /// The relation as a view of its rows that come through the function.
    String view() {
        return "CREATE VIEW " + relation.quoted() + " AS " + select(columns);
    }

    /// A query for some of the columns.
    String select(List<ColumnWire> wanted) {
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
    public RowFeed init(DuckDBTableFunctionInitInfo scan) {
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
        RowFeed feed = call.getInitData();
        try {
            return feed.fill(writer);
        } catch (SQLException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /// DuckDB passes on the text only.
    private IllegalStateException unreadable(Exception cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new IllegalStateException(subject + relation + " cannot be read: " + reason, cause);
    }
}
