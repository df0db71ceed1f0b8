package dev.spartanlake.cli.render;

import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.backup.MergeReport;
import dev.spartanlake.backup.RestoreReport;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Verification;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What verification, repair, backup, restore and merge tell, as one JSON object each, on one line. Keys are a
/// promise: none is renamed or taken away.
public final class DurabilityJson {

    private DurabilityJson() {}

    /// What a verification found.
    ///
    /// @param warehouse its directory, to which files are relative
    public static String of(Verification verification, Path warehouse) {
        return JsonText.of(json(verification, warehouse)) + "\n";
    }

    /// What a verification found, and what a repair would do about it.
    ///
    /// @param warehouse its directory, to which files are relative
    public static String of(Verification verification, RepairPlan plan, Path warehouse) {
        Map<String, @Nullable Object> json = json(verification, warehouse);
        Map<String, @Nullable Object> steps = new LinkedHashMap<>();
        steps.put("metadata", plan.metadata().id());
        steps.put("obstacles", paths(plan.obstacles(), warehouse));
        steps.put("entries", plan.entries().stream().sorted().toList());
        steps.put("restored", files(plan.restored()));
        steps.put("salvaged", files(plan.salvaged()));
        steps.put("reread", files(plan.reread()));
        steps.put("remade", files(plan.remade()));
        steps.put("derived", files(plan.derived()));
        steps.put("careers", plan.careers().stream().map(Xuid::text).sorted().toList());
        steps.put("second_copies", files(plan.secondCopies()));
        steps.put("taken_in", paths(plan.unlisted(), warehouse));
        json.put("plan", steps);
        return JsonText.of(json) + "\n";
    }

    private static List<String> paths(Set<Path> paths, Path warehouse) {
        return paths.stream()
                .sorted()
                .map(new WarehouseDirectory(warehouse)::relative)
                .toList();
    }

    private static List<String> files(Set<Partition> partitions) {
        return partitions.stream().sorted().map(Partition::file).toList();
    }

    private static Map<String, @Nullable Object> json(Verification verification, Path warehouse) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("ok", verification.isSound());
        json.put("depth", verification.depth().name().toLowerCase(Locale.ROOT));
        json.put("files", verification.files());
        json.put("matches", verification.matches());
        json.put("bytes", verification.bytes());
        json.put("seconds", JsonText.seconds(verification.elapsed()));
        json.put("findings", findings(verification.findings(), warehouse));
        return json;
    }

    /// What a repair did.
    ///
    /// @param warehouse its directory, to which files are relative
    public static String of(RepairReport report, Path warehouse) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("ok", report.isComplete());
        json.put("finished", report.finished());
        json.put("metadata", report.metadata().id());
        json.put("restored", report.restored());
        json.put("second_copies", report.secondCopies());
        json.put("partitions_written", report.partitionsWritten());
        json.put("careers", report.careers());
        json.put("unlisted", report.unlisted());
        json.put("entries", report.entries());
        json.put("found", report.found());
        json.put("lost", lost(report));
        json.put("findings", findings(report.left(), warehouse));
        Path aside = report.putAside();
        json.put("put_aside", aside == null ? null : aside.toString());
        return JsonText.of(json) + "\n";
    }

    /// What came of a backup, a restore or a merge.
    public static String of(RestoreReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        switch (report) {
            case CopyReport copy -> {
                json.put("source", copy.source().toString());
                json.put("target", copy.target().toString());
                json.put("matches", copy.matches());
                json.put("dropped", copy.dropped());
                json.put("files_copied", copy.filesCopied());
                json.put("files_present", copy.filesPresent());
                json.put("bytes_copied", copy.bytesCopied());
                json.put("quarantined", copy.quarantined());
                json.put("seconds", JsonText.seconds(copy.elapsed()));
            }
            case MergeReport merge -> {
                json.put("source", merge.other().toString());
                json.put("inserted", merge.inserted());
                json.put("updated", merge.updated());
                json.put("kept_aside", merge.keptAside());
                json.put("supplemented", merge.supplemented());
                json.put("unchanged", merge.unchanged());
                json.put("lost", merge.lost());
                json.put("quarantined", merge.quarantined());
                json.put("partitions_written", merge.partitionsWritten());
                json.put("seconds", JsonText.seconds(merge.elapsed()));
            }
        }
        return JsonText.of(json) + "\n";
    }

    private static List<Map<String, @Nullable Object>> findings(List<Finding> findings, Path warehouse) {
        return findings.stream().map(finding -> finding(finding, warehouse)).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding, Path warehouse) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind().id());
        json.put("damage", finding.kind().isDamage());
        json.put("table", finding.where().table());
        json.put("partition", finding.where().partition());
        json.put("file", VerificationText.file(finding, warehouse));
        json.put("expected", finding.expected());
        json.put("found", finding.found());
        json.put("remedy", finding.kind().remedy().id());
        return json;
    }

    private static List<Map<String, String>> lost(RepairReport report) {
        return Stream.concat(
                        report.lost().stream().map(match -> lost(match.matchId(), "document", match.file())),
                        report.lostParts().stream()
                                .map(part -> lost(part.matchId(), part.part().id(), part.file())))
                .toList();
    }

    private static Map<String, String> lost(String matchId, String part, String file) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("match_id", matchId);
        json.put("part", part);
        json.put("file", file);
        json.put("reason", "neither its file nor the second copy can be read there");
        return json;
    }
}
