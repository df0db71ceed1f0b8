package dev.spartanlake.cli.render;

import dev.spartanlake.repair.RepairReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a repair did, in words.
public final class RepairText {

    private static final int SHOWN = 20;

    private final RepairReport report;
    private final Messages messages;

    /// Tells about a repair.
    public RepairText(RepairReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
    }

    /// The whole: what was mended, what was not, and where the damaged files are.
    public String text() {
        List<String> lines = new ArrayList<>();
        if (report.finished() > 0) {
            lines.add(messages.text("repair.finished"));
        }
        if (!mendedNothing()) {
            lines.add(messages.text("repair.summary", done()));
        } else if (report.finished() == 0) {
            lines.add(messages.text("repair.nothing"));
        }
        report.restored().stream()
                .limit(SHOWN)
                .map(file -> "  " + messages.text("repair.restored-file", file))
                .forEach(lines::add);
        addMore(report.restored(), "  ", lines);
        report.lost().stream()
                .limit(SHOWN)
                .map(match -> messages.text("repair.lost-match", match.matchId(), match.reason()))
                .forEach(lines::add);
        addMore(report.lost(), "", lines);
        if (!report.lost().isEmpty()) {
            lines.add(messages.text("repair.lost-remedy"));
        }
        if (!report.left().isEmpty()) {
            lines.add(messages.counted("repair.left", report.left().size()));
        }
        Path aside = report.putAside();
        if (aside != null) {
            lines.add(messages.text("repair.put-aside", aside));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Printable.of(line)).append('\n'));
        return text.toString();
    }

    /// How many are not shown.
    private void addMore(List<?> all, String indent, List<String> lines) {
        if (all.size() > SHOWN) {
            lines.add(indent + messages.counted("rejected.more", all.size() - (long) SHOWN));
        }
    }

    private boolean mendedNothing() {
        return report.restored().isEmpty()
                && report.secondCopies() == 0
                && report.partitionsWritten() == 0
                && report.found() == 0
                && report.lost().isEmpty()
                && report.putAside() == null;
    }

    private String done() {
        return String.join(
                ", ",
                messages.counted("repair.restored", report.restored().size()),
                messages.counted("repair.written", report.partitionsWritten()),
                messages.counted("repair.copies", report.secondCopies()),
                messages.counted("repair.found", report.found()),
                messages.counted("repair.lost", report.lost().size()));
    }
}
