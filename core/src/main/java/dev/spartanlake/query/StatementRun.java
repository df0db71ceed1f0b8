package dev.spartanlake.query;

import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.query.result.ResultProjection;
import dev.spartanlake.query.result.ResultReader;
import dev.spartanlake.query.statement.QueryErrors;
import dev.spartanlake.query.statement.StatementText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// One user's statement in a read-only transaction on a connection that is closed afterwards, so that nothing
/// it leaves behind outlives it.
///
/// The result is measured inside DuckDB and copied into Java as it comes. Where its columns are not known before, or a
/// statement fails half way, and where rows are handed over one by one, it is first put into a [ResultTable]. A whole
/// relation is read directly, and its rows counted before.
final class StatementRun implements AutoCloseable {

    private static final String UNTYPED = "temp.main.spartanlake_untyped";

    private static final String BEGIN = "BEGIN TRANSACTION READ ONLY";

    private static final long ALL_ROWS = Long.MAX_VALUE;

    private final DuckDBConnection connection;
    private final BoundedRun<?> bounds;
    private final KnownStatements known;

    private StatementRun(DuckDBConnection connection, BoundedRun<?> bounds, KnownStatements known) {
        this.connection = connection;
        this.bounds = bounds;
        this.known = known;
    }

    /// Begins a transaction, which sees the tables as they are now.
    ///
    /// @param connection inside the fence; closed with the run
    /// @param anchor names something in the catalog: DuckDB lets a transaction begin when it first looks there
    /// @param known what is known about statements from earlier runs
    static StatementRun begin(DuckDBConnection connection, String anchor, BoundedRun<?> bounds, KnownStatements known)
            throws SQLException {
        StatementRun run = new StatementRun(connection, bounds, known);
        try {
            run.execute(BEGIN);
            connection.prepare(anchor).close();
            return run;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /// @param rows most rows wanted
    /// @param mostBytes most memory for them
    Answer answer(StatementText statement, List<? extends @Nullable Object> parameters, long rows, long mostBytes)
            throws SQLException {
        return statement.form() == StatementText.Form.EXPLAIN
                ? explain(statement.runnable(), parameters)
                : query(statement.source(), parameters, rows, mostBytes);
    }

    private Answer query(String source, List<? extends @Nullable Object> parameters, long rows, long mostBytes)
            throws SQLException {
        ResultProjection columns = projection(source, parameters);
        if (!columns.isUnknown()) {
            Optional<List<List<@Nullable Object>>> read = readToTheEnd(columns, source, parameters, rows, mostBytes);
            if (read.isPresent()) {
                return new Answer(columns.columns(), read.get());
            }
            // Run once more in the other way, it fails with its reason. The failure has ended the transaction.
            execute("ROLLBACK");
            execute(BEGIN);
        }
        ResultProjection projection = keep(source, parameters, rows);
        return new Answer(
                projection.columns(),
                new ResultTable(connection)
                        .read(projection, ResultTable.count(connection, ResultTable.NAME, bounds), mostBytes, bounds));
    }

    /// Reads the result as DuckDB delivers it.
    ///
    /// @return empty when the statement failed after it had begun to deliver, of which the driver does not tell why
    private Optional<List<List<@Nullable Object>>> readToTheEnd(
            ResultProjection projection,
            String source,
            List<? extends @Nullable Object> parameters,
            long rows,
            long mostBytes)
            throws SQLException {
        Optional<List<List<@Nullable Object>>> read;
        try (DuckDBPreparedStatement statement = prepare(projection.sqlToTheEnd(source, rows))) {
            Parameters.bind(statement, parameters);
            try (DuckDBChunkedResult result = statement.query()) {
                read = new ResultReader(projection.columns(), mostBytes).readToTheEnd(result);
            }
        }
        bounds.check();
        return read;
    }

    /// Hands the rows of a statement over as they come from its temporary table.
    ///
    /// @param mostBytes most memory for the rows that come at once
    void deliver(StatementText statement, List<? extends @Nullable Object> parameters, long mostBytes, RowSink sink)
            throws SQLException {
        if (statement.form() == StatementText.Form.EXPLAIN) {
            throw QueryErrors.invalid("A plan is not a table of rows; expected a SELECT statement");
        }
        deliver(keep(statement.source(), parameters, ALL_ROWS), ResultTable.NAME, mostBytes, sink);
    }

    /// Hands the rows of a relation over as its files are read, however many they are.
    ///
    /// @param mostBytes most memory for the rows that come at once
    void deliver(RelationName relation, long mostBytes, RowSink sink) throws SQLException {
        ResultProjection projection = described("FROM " + relation.quoted(), List.of());
        deliver(projection, "(" + projection.sql(relation.quoted(), ALL_ROWS) + ")", mostBytes, sink);
    }

    private void deliver(ResultProjection projection, String source, long mostBytes, RowSink sink) throws SQLException {
        long expected = ResultTable.count(connection, source, bounds);
        try (DuckDBPreparedStatement statement = prepare("FROM " + source);
                DuckDBChunkedResult result = statement.query();
                AnswerCursor rows =
                        new AnswerCursor(result, new ResultReader(projection.columns(), mostBytes), bounds, expected)) {
            sink.accept(projection.columns(), rows);
        }
    }

    /// Puts the result into its temporary table.
    private ResultProjection keep(String source, List<? extends @Nullable Object> parameters, long rows)
            throws SQLException {
        ResultProjection projection = projection(source, parameters);
        if (projection.isUnknown()) {
            create(UNTYPED, "SELECT * FROM " + source + " LIMIT " + rows, parameters);
            projection = described("FROM " + UNTYPED, List.of());
            create(ResultTable.NAME, projection.sql(UNTYPED, rows), List.of());
        } else {
            create(ResultTable.NAME, projection.sql(source, rows), parameters);
        }
        return projection;
    }

    /// The statement itself: its own syntax errors, not those of a statement around it.
    private static String unwrapped(String source) {
        return source.substring(1, source.length() - 1);
    }

    private ResultProjection projection(String source, List<? extends @Nullable Object> parameters)
            throws SQLException {
        return known.projection(StatementShape.of(source, parameters), () -> described(unwrapped(source), parameters));
    }

    private ResultProjection described(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        try (DuckDBPreparedStatement statement = prepare(sql)) {
            Parameters.bind(statement, parameters);
            return ResultProjection.of(statement.getMetaData());
        }
    }

    private void create(String table, String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        try (DuckDBPreparedStatement statement = prepare("CREATE TEMP TABLE " + table + " AS " + sql)) {
            Parameters.bind(statement, parameters);
            statement.execute();
        }
    }

    private Answer explain(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        List<ResultColumn> columns =
                List.of(new ResultColumn("explain_key", "VARCHAR"), new ResultColumn("explain_value", "VARCHAR"));
        List<List<@Nullable Object>> plans = new ArrayList<>();
        try (DuckDBPreparedStatement statement = prepare(sql)) {
            Parameters.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plans.add(Collections.unmodifiableList(
                            Arrays.<@Nullable Object>asList(rows.getString(1), rows.getString(2))));
                }
            }
        }
        return new Answer(columns, plans);
    }

    private DuckDBPreparedStatement prepare(String sql) throws SQLException {
        bounds.check();
        return bounds.enter(connection.prepare(sql));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        // Closing rolls the transaction back.
        connection.close();
    }
}
