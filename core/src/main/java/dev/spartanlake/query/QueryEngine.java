package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.ParquetReading;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.query.statement.Footprint;
import dev.spartanlake.query.statement.QueryErrors;
import dev.spartanlake.query.statement.StatementText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Answers read-only SQL over one snapshot of relations.
///
/// Relations of Parquet files that a statement names are loaded into memory when they fit and stay there for
/// the next statement. The first statement loads fastest, since it runs before the fence is up: with a single
/// statement to answer, an engine costs little more than the reading of its files.
///
/// **Threads**: safe; statements run side by side, each on a connection and a thread of its own. Loading is
/// done by one at a time. **Lifecycle**: whoever opens an engine closes it; open statements end with an error
/// then. Time zone of all statements is UTC.
public final class QueryEngine implements AutoCloseable {

    /// Each thread left behind may keep a processor busy and memory taken.
    private static final int MOST_ABANDONED = 2;

    private final PresentRelations relations;
    private final AtomicInteger abandoned;
    private final BooleanSupplier unwanted;
    private final ReentrantLock loading = new ReentrantLock();
    private final KnownStatements known = new KnownStatements();
    private final Limits limits;
    private final ParquetReading reading = new ParquetReading();
    private final Fence fence;
    private final ResidentTables tables;
    private final AnswerRuns runs;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile State state = new State();

    /// What an engine answers about until its relations become others.
    public static final class State {

        private State() {}
    }

    private QueryEngine(
            Collection<Relation> relations, Limits limits, AtomicInteger abandoned, BooleanSupplier unwanted) {
        this.limits = limits;
        this.abandoned = abandoned;
        this.unwanted = unwanted;
        this.relations = new PresentRelations(relations);
        this.fence = Fence.open(this.relations, reading, limits);
        this.tables = new ResidentTables(this.relations, fence, reading, limits);
        this.runs = new AnswerRuns(fence, known, limits);
    }

    /// Starts an engine. Reads no file.
    ///
    /// @param relations everything statements may select from, under distinct names
    /// @param limits what statements may cost; rows and time may be given anew with each
    /// @throws WarehouseException `ENGINE` when DuckDB cannot be started, `QUERY_INVALID` when a view's SQL is
    /// wrong
    public static QueryEngine open(Collection<Relation> relations, Limits limits) {
        return open(relations, limits, new AtomicInteger(), () -> false);
    }

    /// Starts an engine beside or after others, as [#open(Collection, Limits)] does.
    ///
    /// @param abandoned counts the statements that would not stop and were left behind, of all these engines: each
    ///     may keep a processor busy and memory taken, so that no further one is answered when there are several
    /// @param unwanted whether nobody waits for the answer any more; looked at several times a second while a
    ///     statement runs, which is then cancelled
    public static QueryEngine open(
            Collection<Relation> relations, Limits limits, AtomicInteger abandoned, BooleanSupplier unwanted) {
        return new QueryEngine(List.copyOf(relations), limits, abandoned, unwanted);
    }

    /// What the engine answers about now.
    public State state() {
        return state;
    }

    /// Whether relations differ from the engine's in their files and rows alone.
    public boolean canAnswerAbout(Collection<Relation> others) {
        return relations.haveShapeOf(others);
    }

    /// Answers about other files and rows from now on. What is in memory stays there as far as it is the same, and
    /// runs that have begun go on with what was there before. Reads no file.
    ///
    /// @param others relations for which [#canAnswerAbout] holds
    /// @return the state it answers about; empty, and it is left as it was, while a question is loading,
    ///     however long that takes
    /// @throws IllegalArgumentException when it does not
    public Optional<State> answerAbout(Collection<Relation> others) {
        if (!loading.tryLock()) {
            return Optional.empty();
        }
        try {
            relations.become(others);
            tables.relationsChanged();
            state = new State();
            return Optional.of(state);
        } finally {
            loading.unlock();
        }
    }

    /// Answers one statement: `SELECT` in any of its forms (`WITH`, `FROM` first, `VALUES`, `TABLE`), `PIVOT`,
    /// `UNPIVOT`, `DESCRIBE`, `SUMMARIZE`, `SHOW TABLES`, and `EXPLAIN` of these.
    ///
    /// @param sql the statement, with or without a semicolon at its end
    /// @param parameters values for `?` or `$1`, in order: [String], [Long], [Integer], [Double], [Boolean],
    /// [java.time.Instant], [java.time.LocalDate] or `null`
    /// @throws WarehouseException `QUERY_INVALID` for a statement that cannot be understood or evaluated,
    /// `QUERY_REFUSED` for one that asks for more than reading the relations, `QUERY_LIMIT` for one that costs
    /// too much, `STOPPED` for one that was cancelled, also by interrupting the calling thread, `DAMAGED` when
    /// a relation's files cannot be read, `ENGINE` when rows from Java cannot be read or DuckDB itself fails
    /// @throws IllegalArgumentException for a parameter of another kind
    /// @throws IllegalStateException when the engine is closed
    public QueryResult query(String sql, List<? extends @Nullable Object> parameters) {
        return query(sql, parameters, limits);
    }

    /// The same within limits of its own.
    ///
    /// @param limits those the engine was opened with, but for rows and time
    /// @throws IllegalArgumentException also for limits on other memory
    public QueryResult query(String sql, List<? extends @Nullable Object> parameters, Limits limits) {
        return query(sql, parameters, limits, state, FileScope.EVERYTHING);
    }

    /// The same about a state.
    ///
    /// @param asked what to answer about
    /// @param scope the files that make a difference to the answer
    /// @throws WarehouseException also with `STORAGE` when the relations have become others since
    public QueryResult query(
            String sql, List<? extends @Nullable Object> parameters, Limits limits, State asked, FileScope scope) {
        requireReady();
        requireSameMemory(limits);
        Parameters.requireKnown(parameters);
        StatementText statement = StatementText.of(sql);
        long start = System.nanoTime();
        Answer answer = new BoundedRun<Answer>(limits, abandoned, unwanted)
                .await(bounds -> answer(statement, parameters, limits.rows() + 1, new Terms<>(bounds, asked, scope)));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        boolean truncated = answer.rows().size() > limits.rows();
        List<List<@Nullable Object>> rows =
                truncated ? answer.rows().subList(0, Math.toIntExact(limits.rows())) : answer.rows();
        return new QueryResult(answer.columns(), rows, truncated, elapsed);
    }

    private Answer answer(
            StatementText statement, List<? extends @Nullable Object> parameters, long rows, Terms<Answer> terms)
            throws SQLException {
        return statement.form() == StatementText.Form.SHOW_TABLES
                ? names()
                : withLoaded(statement, terms, () -> runs.begin(statement, parameters, rows, terms.bounds()));
    }

    /// Runs a statement once what it reads is loaded.
    ///
    /// @param start begins a run, which fails before its first row where it names what is not there
    private <T> T withLoaded(StatementText statement, Terms<?> terms, Start<T> start) throws SQLException {
        Footprint footprint = known.footprint(statement, () -> footprint(statement));
        try {
            return begun(terms, () -> tables.prepare(footprint, terms.scope(), terms.bounds()), start)
                    .finish();
        } catch (SQLException failure) {
            // A table that holds some of its columns cannot tell an unknown column from one that is not loaded.
            if (!isUnknownName(failure) || !isPartial(terms.bounds())) {
                throw failure;
            }
            return begun(terms, () -> tables.streamPartial(terms.bounds()), start)
                    .finish();
        }
    }

    /// Begins a run in the state that a change of the tables has made, which later changes do not touch: what others
    /// load or drop meanwhile is not seen by its transaction.
    private <T> AnswerRuns.Begun<T> begun(Terms<?> terms, TableChange change, Start<T> start) throws SQLException {
        loading.lock();
        try {
            terms.bounds().check();
            requirePresent(terms.state());
            change.make();
            raise();
            return start.begin();
        } finally {
            loading.unlock();
        }
    }

    private void requirePresent(State asked) {
        if (asked != state) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.nowhere(),
                    "the warehouse has changed since the question was asked; ask again");
        }
    }

    /// What a run keeps to.
    private record Terms<T>(BoundedRun<T> bounds, State state, FileScope scope) {}

    @FunctionalInterface
    private interface TableChange {
        void make() throws SQLException;
    }

    /// Begins a transaction.
    @FunctionalInterface
    private interface Start<T> {
        AnswerRuns.Begun<T> begin() throws SQLException;
    }

    /// Answers one statement as [#query] does, and hands the rows over as they come. Their number is limited
    /// by nothing but the memory of DuckDB, which holds them; Java holds a few of them at a time.
    ///
    /// @param sink takes the rows, on a thread of the engine's, within the limit on time
    /// @throws WarehouseException as [#query] does; whatever the sink throws is thrown on
    public void deliver(String sql, List<? extends @Nullable Object> parameters, Limits limits, RowSink sink) {
        deliver(sql, parameters, limits, sink, state);
    }

    /// The same about a state.
    ///
    /// @param asked what to answer about
    /// @throws WarehouseException also with `STORAGE` when the relations have become others since
    public void deliver(
            String sql, List<? extends @Nullable Object> parameters, Limits limits, RowSink sink, State asked) {
        requireReady();
        requireSameMemory(limits);
        Parameters.requireKnown(parameters);
        StatementText statement = StatementText.of(sql);
        if (statement.form() == StatementText.Form.SHOW_TABLES) {
            throw QueryErrors.invalid("A list of tables is not a table of rows; expected a SELECT statement");
        }
        new BoundedRun<Boolean>(limits, abandoned, unwanted)
                .await(bounds -> withLoaded(
                        statement,
                        new Terms<>(bounds, asked, FileScope.EVERYTHING),
                        () -> runs.begin(bounds, (run, most) -> run.deliver(statement, parameters, most, sink))));
    }

    /// Hands over all rows of a relation as its files are read. Neither DuckDB nor Java holds more than a few
    /// at a time.
    ///
    /// @param sink takes the rows, on a thread of the engine's, within the limit on time
    /// @throws WarehouseException as [#query] does; whatever the sink throws is thrown on
    public void deliver(RelationName relation, Limits limits, RowSink sink) {
        deliver(relation, limits, sink, state);
    }

    /// The same about a state.
    ///
    /// @param asked what to answer about
    /// @throws WarehouseException also with `STORAGE` when the relations have become others since
    public void deliver(RelationName relation, Limits limits, RowSink sink, State asked) {
        requireReady();
        requireSameMemory(limits);
        StatementText everything = StatementText.of("FROM " + relation.quoted());
        new BoundedRun<Boolean>(limits, abandoned, unwanted).await(bounds -> {
            footprint(everything);
            return begun(
                            new Terms<>(bounds, asked, FileScope.EVERYTHING),
                            () -> tables.streamPartial(bounds),
                            () -> runs.begin(bounds, (run, most) -> run.deliver(relation, most, sink)))
                    .finish();
        });
    }

    /// All relations, as statements may name them.
    private Answer names() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        new TreeSet<>(relations.names()).forEach(name -> rows.add(List.of(name.toString())));
        return new Answer(List.of(new ResultColumn("name", "VARCHAR")), rows);
    }

    private Footprint footprint(StatementText statement) throws SQLException {
        try (DuckDBConnection parser = fence.trusted().duplicate()) {
            return relations.footprint(statement, parser);
        }
    }

    private boolean isPartial(BoundedRun<?> bounds) {
        loading.lock();
        try {
            bounds.check();
            return tables.isPartial();
        } finally {
            loading.unlock();
        }
    }

    private static boolean isUnknownName(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Binder Error") || message.startsWith("Catalog Error");
    }

    /// A connection inside the fence and past the guard, to test the fence alone.
    DuckDBConnection fencedConnection() throws SQLException {
        raise();
        return fence.connection();
    }

    private void raise() throws SQLException {
        loading.lock();
        try {
            if (!fence.isRaised()) {
                fence.raise();
            }
        } finally {
            loading.unlock();
        }
    }

    /// Which columns of a relation are in memory.
    Set<String> residentColumns(RelationName name) {
        loading.lock();
        try {
            return tables.residentColumns(name);
        } finally {
            loading.unlock();
        }
    }

    private void requireReady() {
        if (closed.get()) {
            throw new IllegalStateException("The query engine is closed");
        }
        int leftBehind = abandoned.get();
        if (leftBehind >= MOST_ABANDONED) {
            throw QueryErrors.limit(QueryLimit.abandoned(leftBehind));
        }
    }

    private void requireSameMemory(Limits other) {
        if (!limits.hasMemoryOf(other)) {
            throw new IllegalArgumentException("The engine has other memory: expected " + limits + ", found " + other);
        }
    }

    /// Ends the engine and frees its memory. Closing twice is allowed.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (fence;
                reading;
                runs) {
            // Each is closed also where one before it refuses.
        } catch (SQLException failure) {
            throw DuckDbErrors.translate(failure, limits);
        }
    }
}
