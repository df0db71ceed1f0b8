package dev.spartanlake.cli.render;

import dev.spartanlake.imports.ImportOptions.Mode;
import dev.spartanlake.imports.ImportRemark;
import dev.spartanlake.imports.ImportReport;
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What came of an import, in words.
public final class ImportText {

    private static final int REJECTIONS_SHOWN = 20;

    private final ImportReport report;
    private final Messages messages;

    /// Tells about a report.
    public ImportText(ImportReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
    }

    /// The counts on one line.
    public String summary() {
        List<String> counts = new ArrayList<>(List.of(
                messages.counted("import.imported", report.imported()),
                messages.counted("import.completed", report.completed()),
                messages.counted("import.present", report.present())));
        addIfAny(counts, "import.repeated", report.repeated());
        counts.add(messages.counted("import.refused", report.refused()));
        addIfAny(counts, "import.skill", report.skill());
        addIfAny(counts, "import.films", report.films());
        addIfAny(counts, "import.names", report.names());
        addIfAny(counts, "import.snapshots", report.snapshots());
        String all = messages.counted("import.documents", report.documents())
                + messages.text("punctuation.colon")
                + String.join(", ", counts);
        String seconds = messages.seconds(report.elapsed());
        return report.mode() == Mode.DRY_RUN
                ? messages.text("ingest.dry-run", all, seconds)
                : all
                        + messages.text(
                                "ingest.committed",
                                messages.counted("ingest.files", report.partitionsWritten()),
                                seconds);
    }

    private void addIfAny(List<String> counts, String key, long count) {
        if (count > 0) {
            counts.add(messages.counted(key, count));
        }
    }

    /// What was refused, a line each for the first, and what else there is to know.
    ///
    /// @param quarantine the directory where refused documents are kept
    public List<String> remarks(Path quarantine) {
        List<String> lines = new ArrayList<>();
        report.rejections().stream()
                .limit(REJECTIONS_SHOWN)
                .map(Rejection::sentence)
                .map(sentence -> messages.text("rejected", sentence))
                .forEach(lines::add);
        long more = report.refused() - REJECTIONS_SHOWN;
        if (more > 0) {
            lines.add(messages.counted("rejected.more", more));
        }
        if (report.refused() > 0) {
            lines.add(
                    report.mode() == Mode.DRY_RUN
                            ? messages.text("ingest.nothing-kept")
                            : messages.text("import.quarantined", quarantine));
        }
        report.remarks().stream().map(this::sentence).forEach(lines::add);
        return List.copyOf(lines);
    }

    private String sentence(ImportRemark remark) {
        return messages.text(
                "import.remark." + remark.kind().id(), remark.details().toArray());
    }
}
