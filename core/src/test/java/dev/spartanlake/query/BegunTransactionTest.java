package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.query.statement.SizedFunctions;
import dev.spartanlake.query.statement.StatementText;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What others do to a relation between the begin of a transaction and its statement.
class BegunTransactionTest {

    private static final StatementText EVERYTHING = StatementText.of("SELECT * FROM facts");

    /// Only a look into the catalog lets DuckDB take its state down.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"SELECT NULL FROM other | 3", AnswerRuns.ANCHOR + " | 3", "SELECT NULL | 1"})
    void isSeenUnlessSomethingWasLookedForBefore(String anchor, int columns) throws SQLException {
        BoundedRun<Answer> bounds = new BoundedRun<>(SampleRelations.LIMITS, new AtomicInteger(), () -> false);
        try (DuckDBConnection engine = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                Statement others = engine.createStatement()) {
            others.execute("CREATE VIEW facts AS SELECT 1 AS kills, 2 AS deaths, 3 AS assists");
            others.execute("CREATE TABLE other AS SELECT 1 AS i");
            SizedFunctions.define(others);

            try (StatementRun run = StatementRun.begin(engine.duplicate(), anchor, bounds, new KnownStatements())) {
                others.execute("DROP VIEW facts");
                others.execute("CREATE TABLE facts AS SELECT 1 AS kills");

                assertThat(run.answer(EVERYTHING, List.of(), 10, 1 << 20).columns())
                        .extracting(ResultColumn::name)
                        .hasSize(columns);
            }
        }
    }
}
