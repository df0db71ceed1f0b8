package dev.spartanlake.cli.render;

import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.backup.MergeReport;
import dev.spartanlake.backup.RestoreReport;

/// What came of a backup, a restore or a merge, in one line.
public final class CopyText {

    private CopyText() {}

    /// The line.
    public static String of(RestoreReport report, Messages messages) {
        return switch (report) {
            case CopyReport copy -> of(copy, messages);
            case MergeReport merge -> of(merge, messages);
        };
    }

    private static String of(CopyReport report, Messages messages) {
        String dropped = report.dropped() == 0 ? "" : messages.counted("copy.dropped", report.dropped());
        return messages.text(
                        "copy.summary",
                        messages.counted("verify.matches", report.matches()),
                        Printable.of(report.target().toString()),
                        messages.counted("copy.copied", report.filesCopied()),
                        messages.bytes(report.bytesCopied()),
                        messages.counted("copy.present", report.filesPresent()),
                        messages.seconds(report.elapsed()))
                + dropped + "\n";
    }

    private static String of(MergeReport report, Messages messages) {
        String supplemented =
                report.supplemented() == 0 ? "" : messages.counted("merge.supplemented", report.supplemented());
        String lost = report.lost() == 0 ? "" : messages.counted("merge.lost", report.lost());
        return messages.text(
                        "merge.summary",
                        Printable.of(report.other().toString()),
                        messages.counted("ingest.inserted", report.inserted()),
                        messages.counted("ingest.updated", report.updated()),
                        messages.counted("merge.kept-aside", report.keptAside()),
                        messages.counted("ingest.unchanged", report.unchanged()),
                        messages.counted("merge.written", report.partitionsWritten()),
                        messages.seconds(report.elapsed()))
                + supplemented + lost + "\n";
    }
}
