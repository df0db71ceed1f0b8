package dev.spartanlake.cli.render;

import dev.spartanlake.ReferenceReport;
import dev.spartanlake.validation.Rejection;
import java.util.List;

/// What came of an import of reference files, in words.
public final class ReferenceText {

    private final ReferenceReport report;
    private final Messages messages;

    /// Tells about a report.
    public ReferenceText(ReferenceReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
    }

    /// The counts on one line.
    public String summary() {
        return messages.text("reference.imported")
                + messages.text("punctuation.colon")
                + String.join(
                        ", ",
                        messages.counted("reference.playlists", report.playlists()),
                        messages.counted("reference.modes", report.modes()),
                        messages.counted("reference.categories", report.categories()),
                        messages.counted("reference.medal-names", report.medalNames()),
                        messages.counted("reference.medals", report.medals()),
                        messages.counted(
                                "reference.rejected", report.rejections().size()));
    }

    /// The refused entries, a line each: unlike documents they are kept nowhere else.
    public List<String> rejections() {
        return report.rejections().stream()
                .map(Rejection::sentence)
                .map(sentence -> messages.text("rejected", sentence))
                .toList();
    }
}
