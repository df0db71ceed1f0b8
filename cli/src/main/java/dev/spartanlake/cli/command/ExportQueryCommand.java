package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.RowSink;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `spartanlake export query`.
@Command(
        name = "query",
        description = {
            "Write the rows that a SELECT statement answers to a file, all of them.",
            "It can read the warehouse and nothing else, as in spartanlake sql."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake export query \"SELECT map_name, kda FROM matches\" kda.csv",
            "  spartanlake export query - career.parquet < career.sql",
            "  spartanlake export query \"FROM meta.sessions\" - --format ndjson"
        })
final class ExportQueryCommand extends RowsExport {

    @Parameters(
            index = "0",
            paramLabel = "SQL",
            description = "One SELECT statement, or - to read it from standard input")
    private String sql = "";

    @Override
    void stream(Session session, Warehouse warehouse, RowSink sink) {
        warehouse.stream(new Query(sql, List.of()), session.language(), limits(session), sink);
    }

    @Override
    void prepare(Session session) {
        sql = sql.equals("-") ? SqlCommand.read(session) : sql;
        if (sql.isBlank()) {
            throw misuse("expected a SELECT statement, found nothing");
        }
    }
}
