package dev.spartanlake.query.relation;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

    private static final String ALL = "spartanlake_rows_";

    private static final String SOME = "spartanlake_some_rows_";

    private final RelationName relation;
    private final String name;
    private final List<ColumnWire> columns;
    private final String subject;
    private final Source source;

    /// Opens one scan.
    @FunctionalInterface
    private interface Source {
        RelationFeed open(List<ColumnWire> columns) throws SQLException;
    }

    private RelationFunction(
            RelationName relation, String prefix, List<RelationColumn> columns, String subject, Source source) {
        this.relation = relation;
        this.name = prefix + relation.schema() + "_" + relation.table();
        this.columns = columns.stream().map(ColumnWire::of).toList();
        this.subject = subject;
        this.source = source;
    }

    /// The rows of files.
    ///
    /// @param relation its name and columns
    /// @param present the relation as it is when a scan begins
    public static RelationFunction of(
            Relation.ParquetFiles relation, Supplier<Relation.ParquetFiles> present, ParquetReading reading) {
        return new RelationFunction(
                relation.name(), ALL, relation.columns(), FILES, wanted -> reading.feed(present.get(), wanted));
    }

    /// The rows of some of the files, under a name of its own.
    ///
    /// @param relation its name and columns
    /// @param some the relation with the files that are wanted when a scan begins
    public static RelationFunction ofSome(
            Relation.ParquetFiles relation, Supplier<Relation.ParquetFiles> some, ParquetReading reading) {
        return new RelationFunction(
                relation.name(), SOME, relation.columns(), FILES, wanted -> reading.feed(some.get(), wanted));
    }

    /// The rows of a source.
    public static RelationFunction of(Relation.JavaRows relation) {
        return of(relation, () -> relation);
    }

    /// The rows of a source that may become another.
    ///
    /// @param relation its name and columns
    /// @param present the relation as it is when a scan begins
    public static RelationFunction of(Relation.JavaRows relation, Supplier<Relation.JavaRows> present) {
        return new RelationFunction(
                relation.name(),
                ALL,
                relation.columns(),
                ROWS,
                wanted -> CursorFeed.open(present.get().rows(), wanted));
    }

    /// Makes the function callable in the instance the connection belongs to.
    ///
    /// @throws SQLException when there is one of this name, or the connection is closed
    public void register(Connection connection) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name).withProjectionPushdown().withFunction(this).register(connection);
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
        return "SELECT " + list + " FROM " + Sql.identifier(name) + "()";
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
