package dev.spartanlake.cli.render;

import dev.spartanlake.ReferenceReport;
import dev.spartanlake.WarehouseStatus;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.erasure.ErasureReport;
import dev.spartanlake.film.Happening;
import dev.spartanlake.imports.ImportOptions;
import dev.spartanlake.imports.ImportRemark;
import dev.spartanlake.imports.ImportReport;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.repair.Rebuild;
import dev.spartanlake.validation.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reports as one JSON object each, on one line. Keys are a promise: none is renamed or taken away.
public final class ReportJson {

    private ReportJson() {}

    /// What came of an ingest.
    public static String of(IngestReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("read", report.read());
        json.put("accepted", report.accepted());
        json.put("inserted", report.inserted());
        json.put("updated", report.updated());
        json.put("unchanged", report.unchanged());
        json.put("rejected", report.rejected());
        json.put("rejections", rejections(report.rejections()));
        json.put("rejections_omitted", report.rejectionsOmitted());
        json.put(
                "application",
                report.application().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("partitions_written", report.partitionsWritten());
        json.put("seconds", JsonText.seconds(report.elapsed()));
        return JsonText.of(json) + "\n";
    }

    /// What came of the film of a match.
    public static String of(FilmText film) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("match_id", film.match().value());
        json.put("film_version", film.version());
        json.put(
                "application",
                film.application().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("events", film.events());
        json.put("kills", film.count(Happening.Kill.class));
        json.put("deaths", film.count(Happening.Death.class));
        json.put("modes", film.count(Happening.Mode.class));
        json.put("medals", film.count(Happening.Medal.class));
        json.put("unknown", film.count(Happening.Unknown.class));
        json.put("left_out", film.report().eventsLeftOut());
        json.put("rejections", rejections(film.report().rejections()));
        json.put("partitions_written", film.report().partitionsWritten());
        return JsonText.of(json) + "\n";
    }

    /// What came of an import of reference files.
    public static String of(ReferenceReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("playlists", report.playlists());
        json.put("modes", report.modes());
        json.put("categories", report.categories());
        json.put("medal_names", report.medalNames());
        json.put("medals", report.medals());
        json.put("rejected", report.rejections().size());
        json.put("rejections", rejections(report.rejections()));
        return JsonText.of(json) + "\n";
    }

    /// What came of an import.
    public static String of(ImportReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Xuid owner = report.owner();
        json.put("source", report.source());
        json.put("owner", owner == null ? null : owner.text());
        json.put("documents", report.documents());
        json.put("imported", report.imported());
        json.put("completed", report.completed());
        json.put("present", report.present());
        json.put("repeated", report.repeated());
        json.put("refused", report.refused());
        json.put("skill", report.skill());
        json.put("films", report.films());
        json.put("names", report.names());
        json.put("snapshots", report.snapshots());
        json.put("rejections", rejections(report.rejections()));
        json.put("rejections_omitted", report.rejectionsOmitted());
        json.put("missing", report.missing().stream().map(MatchId::value).toList());
        json.put("remarks", report.remarks().stream().map(ReportJson::remark).toList());
        json.put("dry_run", report.mode() == ImportOptions.Mode.DRY_RUN);
        json.put("partitions_written", report.partitionsWritten());
        json.put("seconds", JsonText.seconds(report.elapsed()));
        return JsonText.of(json) + "\n";
    }

    private static Map<String, Object> remark(ImportRemark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", remark.kind().id());
        json.put("details", remark.details());
        return json;
    }

    /// What a rebuild did.
    public static String of(Rebuild.Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("matches", report.matches());
        json.put("partitions_written", report.partitionsWritten());
        return JsonText.of(json) + "\n";
    }

    /// What was taken out about a player.
    public static String of(ErasureReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("xuid", report.player().text());
        json.put("was_known", report.wasKnown());
        json.put("matches_removed", report.matchesRemoved());
        json.put("matches_rewritten", report.matchesRewritten());
        json.put("quarantine_removed", report.quarantineRemoved());
        json.put("kept_deleted", report.keptDeleted());
        json.put("places_left", report.placesLeft());
        return JsonText.of(json) + "\n";
    }

    /// A warehouse at a glance.
    public static String of(WarehouseStatus status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("warehouse", status.directory().toString());
        json.put("matches", status.matches());
        json.put("lost", status.lost());
        json.put("first_match", status.firstMatch());
        json.put("last_match", status.lastMatch());
        json.put("files", status.files());
        json.put("size_bytes", status.sizeBytes());
        json.put("last_commit", status.lastCommit().map(ReportJson::commit).orElse(null));
        json.put("quarantined", status.quarantined());
        json.put("players", status.careers().stream().map(ReportJson::career).toList());
        return JsonText.of(json) + "\n";
    }

    private static List<Map<String, String>> rejections(List<Rejection> rejections) {
        return rejections.stream().map(ReportJson::rejection).toList();
    }

    private static Map<String, String> rejection(Rejection rejection) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("source", rejection.source());
        json.put("pointer", rejection.violation().pointer());
        json.put("rule", rejection.violation().rule());
        json.put("value", rejection.violation().value());
        return json;
    }

    private static Map<String, Object> commit(Commits.Commit commit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("commit_id", commit.commitId());
        json.put("committed_at", commit.committedAt());
        json.put("command", commit.command());
        json.put("inserted", commit.inserted());
        json.put("updated", commit.updated());
        return json;
    }

    private static Map<String, @Nullable Object> career(WarehouseStatus.Career career) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("xuid", career.player().xuid().text());
        json.put("gamertag", career.player().gamertag());
        json.put("matches", career.matches());
        json.put("first_match", career.firstMatch());
        json.put("last_match", career.lastMatch());
        return json;
    }
}
