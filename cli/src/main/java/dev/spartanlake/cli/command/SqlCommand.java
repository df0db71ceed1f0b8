package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.AnswerText;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spartanlake sql`: asks a question.
@Command(
        name = "sql",
        description = {
            "Ask a question in SQL. It can read the warehouse and nothing else.",
            "Tables: matches, match_facts, medal_awards, match_participants,",
            "highlight_events, skill_documents, match_documents, and meta.players,",
            "meta.maps, meta.sessions and so on."
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

    @Mixin
    private QuestionOptions options = new QuestionOptions();

    @Override
    public Outcome run(Session session) {
        Limits limits = options.limits(session);
        RowFormat format = options.format();
        String statement = sql.equals("-") ? read(session) : sql;
        if (statement.isBlank()) {
            throw new ParameterException(spec.commandLine(), "expected a SELECT statement, found nothing");
        }
        QueryResult result = ask(session, statement, limits);
        session.answer(AnswerText.of(result, format, session.screen()));
        if (result.truncated()) {
            session.remark(session.messages().counted("sql.truncated", limits.rows()));
        } else if (format == RowFormat.TABLE && session.display() == Display.TERMINAL) {
            String seconds = session.messages().seconds(result.elapsed());
            session.remark(session.messages().counted("sql.rows", result.rows().size(), seconds));
        }
        return Outcome.DONE;
    }

    private static QueryResult ask(Session session, String statement, Limits limits) {
        try (Warehouse warehouse = session.warehouse("sql")) {
            return warehouse.query(statement, List.of(), session.language(), limits);
        }
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
}
