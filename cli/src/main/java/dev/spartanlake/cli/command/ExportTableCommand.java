package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.query.RowSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `spartanlake export table`.
@Command(
        name = "table",
        description = {
            "Write a whole table to a file, row after row, however large it is.",
            "Tables: matches, match_facts, medal_awards, match_participants,",
            "highlight_events, skill_documents, match_documents, and meta.players,",
            "meta.maps, meta.sessions and so on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake export table matches matches.xlsx",
            "  spartanlake export table match_facts facts.parquet --force",
            "  spartanlake export table meta.players - --format csv"
        })
final class ExportTableCommand extends RowsExport {

    @Parameters(index = "0", paramLabel = "NAME", description = "A table, such as match_facts or meta.players")
    private String table = "";

    @Override
    void stream(Session session, Warehouse warehouse, RowSink sink) {
        warehouse.streamTable(table, session.language(), limits(session), sink);
    }
}
