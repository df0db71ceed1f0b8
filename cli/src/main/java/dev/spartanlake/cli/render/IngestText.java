package dev.spartanlake.cli.render;

import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What came of an ingest, in words.
public final class IngestText {

    private static final int REJECTIONS_SHOWN = 20;

    private final IngestReport report;
    private final Messages messages;

    /// Tells about a report.
    public IngestText(IngestReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
    }

    /// The counts on one line.
    public String summary() {
        String counts = messages.counted("ingest.read", report.read())
                + messages.text("punctuation.colon")
                + String.join(
                        ", ",
                        messages.counted("ingest.inserted", report.inserted()),
                        messages.counted("ingest.updated", report.updated()),
                        messages.counted("ingest.unchanged", report.unchanged()),
                        messages.counted("ingest.rejected", report.rejected()));
        String seconds = messages.seconds(report.elapsed());
        return switch (report.application()) {
            case COMMITTED ->
                counts
                        + messages.text(
                                "ingest.committed",
                                messages.counted("ingest.files", report.partitionsWritten()),
                                seconds);
            case DRY_RUN -> messages.text("ingest.dry-run", counts, seconds);
            case REFUSED -> counts + messages.text("ingest.took", seconds);
        };
    }

    /// The refused documents, a line each for the first, then what became of them all.
    ///
    /// @param quarantine the directory where refused documents are kept
    public List<String> rejections(Path quarantine) {
        List<String> lines = new ArrayList<>();
        report.rejections().stream()
                .limit(REJECTIONS_SHOWN)
                .map(Rejection::sentence)
                .map(sentence -> messages.text("rejected", sentence))
                .forEach(lines::add);
        long more = report.rejected() - REJECTIONS_SHOWN;
        if (more > 0) {
            lines.add(messages.counted("rejected.more", more));
        }
        if (report.rejected() > 0) {
            lines.add(fate(quarantine));
        }
        return List.copyOf(lines);
    }

    private String fate(Path quarantine) {
        return switch (report.application()) {
            case COMMITTED -> messages.text("ingest.quarantined", quarantine);
            case DRY_RUN -> messages.text("ingest.nothing-kept");
            case REFUSED -> messages.text("ingest.strict");
        };
    }
}
