package dev.spartanlake.cli.render;

import dev.spartanlake.halo.wire.Traffic;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.sync.Interruption;
import dev.spartanlake.sync.SyncPlan;
import dev.spartanlake.sync.SyncReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What comes and came of a sync as one JSON object, on one line. Keys are a promise: none is renamed or taken away.
public final class SyncJson {

    private final Map<Xuid, String> names;

    /// @param names gamertags, as far as they are known
    public SyncJson(Map<Xuid, String> names) {
        this.names = Map.copyOf(names);
    }

    /// What came.
    ///
    /// @param requests what was sent
    /// @param elapsed how long it took
    public String report(SyncReport report, Traffic.Count requests, Duration elapsed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("players", report.players().stream().map(this::player).toList());
        json.put("players_named", report.playersNamed());
        json.put("assets_named", report.assetsNamed());
        json.put("failures", report.failures());
        json.put("failures_omitted", report.failuresOmitted());
        json.put("interruption", interruption(report.interruption()));
        json.put("requests", requests(requests));
        json.put("seconds", JsonText.seconds(elapsed));
        return JsonText.of(json) + "\n";
    }

    private Map<String, @Nullable Object> player(SyncReport.PlayerReport player) {
        Map<String, @Nullable Object> json = identity(player.player());
        json.put("reported", player.reported());
        json.put("inserted", player.added());
        json.put("updated", player.updated());
        json.put("skill", player.skill());
        json.put("films", player.films());
        json.put("postponed", player.postponed());
        json.put("unobtainable", player.unobtainable());
        json.put("interruption", interruption(player.interruption()));
        return json;
    }

    private static Map<String, Object> requests(Traffic.Count requests) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sent", requests.requests());
        json.put("repeated", requests.repeated());
        json.put("throttled", requests.throttled());
        json.put("from_cache", requests.fromCache());
        return json;
    }

    /// What would come.
    public String plans(List<SyncPlan> plans) {
        return JsonText.of(Map.of("players", plans.stream().map(this::plan).toList())) + "\n";
    }

    private Map<String, @Nullable Object> plan(SyncPlan plan) {
        Map<String, @Nullable Object> json = identity(plan.player());
        json.put("reported", plan.reported());
        json.put("stored", plan.stored());
        json.put("expected", plan.expected());
        json.put("seconds_at_least", JsonText.seconds(plan.least()));
        json.put("interruption", interruption(plan.failure()));
        return json;
    }

    /// How far it has come.
    public static String status(SyncStatus status) {
        return JsonText.of(Map.of(
                        "players",
                        status.players().stream().map(SyncJson::status).toList()))
                + "\n";
    }

    private static Map<String, @Nullable Object> status(SyncStatus.Player player) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("xuid", player.xuid().text());
        json.put("gamertag", player.gamertag());
        json.put("stored", player.stored());
        json.put("reported", player.reported());
        json.put("missing", player.missing());
        json.put("unobtainable", player.unobtainable());
        json.put("without_skill", player.withoutSkill());
        json.put("without_film", player.withoutFilm());
        json.put("last_sync", player.lastSync());
        json.put("interruption", player.interruption());
        return json;
    }

    private Map<String, @Nullable Object> identity(Xuid player) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("xuid", player.text());
        json.put("gamertag", names.get(player));
        return json;
    }

    private static @Nullable Map<String, String> interruption(@Nullable Interruption interruption) {
        if (interruption == null) {
            return null;
        }
        Map<String, String> json = new LinkedHashMap<>();
        json.put("reason", interruption.reason().name().toLowerCase(Locale.ROOT));
        json.put("explanation", interruption.explanation());
        return json;
    }
}
