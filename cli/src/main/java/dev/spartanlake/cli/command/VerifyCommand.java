package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.verify.Depth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake verify`: compares everything with what it should be.
@Command(
        name = "verify",
        description = {
            "Compare everything in the warehouse with what it should be.",
            "Every file is read and compared with its checksum, the catalog with the disk in",
            "both directions. Changes nothing, and may run while another command writes.",
            "The exit code is 5 if there is damage. A warehouse of an older format has to be",
            "brought to the present one first, with spartanlake upgrade."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake verify", "  spartanlake verify --deep --format json"})
final class VerifyCommand implements Action {

    @Option(
            names = "--deep",
            description = "Derive every row from its document again and compare it, with all sessions and scores")
    private boolean deep;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("verify")) {
            return Findings.show(session, warehouse, deep ? Depth.DEEP : Depth.NORMAL, format);
        }
    }
}
