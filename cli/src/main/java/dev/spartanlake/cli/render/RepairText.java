package dev.spartanlake.cli.render;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.repair.MetadataRescue;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a repair did, or would do, in words.
public final class RepairText {

    private static final int SHOWN = 20;

    private static final String INDENT = "  ";

    private final Messages messages;

    /// Tells about repairs in a language.
    public RepairText(Messages messages) {
        this.messages = messages;
    }

    /// What was mended, what was not, and where the damaged files are.
    public String of(RepairReport report) {
        List<String> lines = new ArrayList<>();
        if (report.finished() > 0) {
            lines.add(messages.text("repair.finished"));
        }
        List<String> done = done(report);
        if (!done.isEmpty()) {
            lines.add(messages.text("repair.summary", String.join(", ", done)));
        } else if (report.finished() == 0) {
            lines.add(messages.text("repair.nothing"));
        }
        if (report.metadata() == MetadataRescue.MADE_ANEW) {
            lines.add(messages.text("repair.metadata-remedy"));
        }
        report.restored().stream()
                .limit(SHOWN)
                .map(file -> INDENT + messages.text("repair.restored-file", file))
                .forEach(lines::add);
        addMore(report.restored(), INDENT, lines);
        Map<String, List<String>> lost = new TreeMap<>();
        report.lost()
                .forEach(match -> lost.computeIfAbsent(match.file(), first -> new ArrayList<>())
                        .add(match.matchId()));
        report.lostParts()
                .forEach(part -> lost.computeIfAbsent(part.file(), first -> new ArrayList<>())
                        .add(part.matchId()));
        lost.forEach((file, matches) -> addLost(file, matches, lines));
        if (!report.lost().isEmpty()) {
            lines.add(messages.text("repair.lost-remedy"));
        }
        if (!report.lostParts().isEmpty()) {
            lines.add(messages.text("repair.lost-parts-remedy"));
        }
        if (!report.left().isEmpty()) {
            lines.add(messages.counted("repair.left", report.left().size()));
        }
        Path aside = report.putAside();
        if (aside != null) {
            lines.add(messages.text("repair.put-aside", aside));
        }
        return text(lines);
    }

    /// What would be mended; nothing where nothing is planned.
    public String of(RepairPlan plan) {
        List<String> steps = new ArrayList<>();
        addMetadata(plan.metadata(), steps);
        addCounted("repair.restored", plan.restored().size(), steps);
        addCounted("repair.written", plan.remade().size() + plan.derived().size(), steps);
        addCounted("repair.salvaged", plan.salvaged().size(), steps);
        addCounted("repair.reread", plan.reread().size(), steps);
        addCounted("repair.careers", plan.careers().size(), steps);
        addCounted("repair.entries", plan.entries().size(), steps);
        addCounted("repair.obstacles", plan.obstacles().size(), steps);
        addCounted("repair.copies", plan.secondCopies().size(), steps);
        addCounted("repair.taken-in", plan.unlisted().size(), steps);
        List<String> lines = new ArrayList<>();
        if (!steps.isEmpty()) {
            lines.add(messages.text("repair.plan", String.join(", ", steps)));
        }
        if (plan.metadata() != MetadataRescue.NOT_NEEDED) {
            lines.add(messages.text("repair.plan.after-metadata"));
        }
        return text(lines);
    }

    private List<String> done(RepairReport report) {
        List<String> done = new ArrayList<>();
        addMetadata(report.metadata(), done);
        addCounted("repair.restored", report.restored().size(), done);
        addCounted("repair.written", report.partitionsWritten(), done);
        addCounted("repair.copies", report.secondCopies(), done);
        addCounted("repair.careers", report.careers(), done);
        addCounted("repair.entries", report.entries(), done);
        addCounted("repair.unlisted", report.unlisted(), done);
        addCounted("repair.found", report.found(), done);
        addCounted("repair.lost", report.lost().size(), done);
        addCounted("repair.lost-skill", count(report, MatchPart.SKILL), done);
        addCounted("repair.lost-films", count(report, MatchPart.FILM), done);
        return done;
    }

    private static long count(RepairReport report, MatchPart part) {
        return report.lostParts().stream().filter(lost -> lost.part() == part).count();
    }

    private void addLost(String file, List<String> matches, List<String> lines) {
        lines.add(messages.text("repair.lost-of", file));
        matches.stream().limit(SHOWN).map(match -> INDENT + match).forEach(lines::add);
        addMore(matches, INDENT, lines);
    }

    private void addMetadata(MetadataRescue metadata, List<String> parts) {
        if (metadata != MetadataRescue.NOT_NEEDED) {
            parts.add(messages.text("repair.metadata." + metadata.id()));
        }
    }

    private void addCounted(String key, long count, List<String> parts) {
        if (count > 0) {
            parts.add(messages.counted(key, count));
        }
    }

    /// How many are not shown.
    private void addMore(List<?> all, String indent, List<String> lines) {
        if (all.size() > SHOWN) {
            lines.add(indent + messages.counted("rejected.more", all.size() - (long) SHOWN));
        }
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Printable.of(line)).append('\n'));
        return text.toString();
    }
}
