package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake sql`: asks a question.
@Command(
        name = "sql",
        description = {
            "Ask a question in SQL. It can read the warehouse and nothing else.",
            "Tables: matches, match_facts, medal_awards, match_participants,",
            "match_documents, and meta.players, meta.maps, meta.sessions and so on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake sql \"SELECT count(*) FROM matches\"",
            "  spartanlake sql \"SELECT year, avg(kda) FROM matches GROUP BY 1 ORDER BY 1\"",
            "  spartanlake sql --format csv - < question.sql > answer.csv",
            "  spartanlake sql --format json --max-rows 10 \"SELECT * FROM meta.sessions\""
        })
final class SqlCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Parameters(paramLabel = "SQL", description = "One SELECT statement, or - to read it from standard input")
    private String sql = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            description = "Show at most so many rows (default: the configured query.max-rows, which is 10000)")
    private @Nullable Integer maxRows;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Give up after this time (default: the configured query.timeout, which is 30s)")
    private @Nullable Duration timeout;

    @Override
    public Outcome run(Session session) {
        Limits limits = limits(session);
        String statement = sql.equals("-") ? read(session) : sql;
        if (statement.isBlank()) {
            throw misuse("expected a SELECT statement, found nothing");
        }
        QueryResult result = ask(session, statement, limits);
        session.answer(
                format == RowFormat.TABLE && isPlan(result)
                        ? plan(result)
                        : format.render(Grid.of(result), session.screen()));
        if (result.truncated()) {
            session.remark(session.messages().counted("sql.truncated", limits.rows()));
        } else if (format == RowFormat.TABLE && session.display() == Display.TERMINAL) {
            String seconds = session.messages().seconds(result.elapsed());
            session.remark(session.messages().counted("sql.rows", result.rows().size(), seconds));
        }
        return Outcome.DONE;
    }

    /// What `EXPLAIN` answers: a drawing, which no table may hold.
    private static boolean isPlan(QueryResult result) {
        return result.columns().stream()
                .map(ResultColumn::name)
                .toList()
                .equals(List.of("explain_key", "explain_value"));
    }

    private static String plan(QueryResult result) {
        return result.rows().stream()
                .map(row -> String.valueOf(row.get(1))
                        .lines()
                        .map(Printable::of)
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }

    private static QueryResult ask(Session session, String statement, Limits limits) {
        try (Warehouse warehouse = session.warehouse("sql")) {
            return warehouse.query(statement, List.of(), session.language(), limits);
        }
    }

    private Limits limits(Session session) {
        if (maxRows != null && maxRows < 1) {
            throw misuse("--max-rows: expected at least 1, found " + maxRows);
        }
        if (timeout != null && timeout.toMillis() < 1) {
            throw misuse("--timeout: expected at least 1ms, found " + timeout);
        }
        Limits limits = session.limits();
        return limits.withRows(maxRows == null ? limits.rows() : maxRows)
                .withTime(timeout == null ? limits.time() : timeout);
    }

    /// The statement on standard input.
    static String read(Session session) {
        try {
            return new String(session.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.nowhere(),
                    "cannot read the SQL from standard input: " + failed.getMessage(),
                    failed);
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
