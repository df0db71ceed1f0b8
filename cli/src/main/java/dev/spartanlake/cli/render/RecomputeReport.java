package dev.spartanlake.cli.render;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.repair.Recomputation;
import dev.spartanlake.repair.Recomputation.PlayerChange;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What other rules change about sessions and scores, in words and as JSON.
///
/// @param found what changes
/// @param application what became of it
public record RecomputeReport(Recomputation.Report found, Application application) {

    /// In words, a line for each player.
    public String text(Messages messages) {
        StringBuilder text = new StringBuilder();
        String after = RulesText.of(found.after());
        text.append(
                        switch (application) {
                            case COMMITTED ->
                                messages.text(
                                        "recompute.committed",
                                        after,
                                        messages.counted("rebuild.files", found.partitionsWritten()));
                            case DRY_RUN -> messages.text("recompute.dry-run", after);
                            case UNCHANGED -> messages.text("recompute.unchanged", after);
                        })
                .append('\n');
        found.before()
                .filter(rules -> !rules.equals(found.after()))
                .ifPresent(rules -> text.append(messages.text("recompute.before", RulesText.of(rules)))
                        .append('\n'));
        if (application != Application.UNCHANGED) {
            found.players()
                    .forEach(player ->
                            text.append("  ").append(line(messages, player)).append('\n'));
        }
        return text.toString();
    }

    private static String line(Messages messages, PlayerChange change) {
        return messages.text(
                "recompute.player",
                change.player().text(),
                messages.number(change.sessionsBefore()),
                messages.counted("recompute.sessions", change.sessionsAfter()),
                messages.counted("recompute.moved", change.matchesMoved()),
                messages.counted("recompute.scores", change.scoresChanged()));
    }

    /// As one JSON object on one line. Keys are a promise: none is renamed or taken away.
    public String json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("application", application.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("before", found.before().map(RecomputeReport::rules).orElse(null));
        json.put("after", rules(found.after()));
        json.put(
                "players", found.players().stream().map(RecomputeReport::player).toList());
        json.put("partitions_written", found.partitionsWritten());
        return JsonText.of(json) + "\n";
    }

    private static Map<String, Object> rules(CareerRules rules) {
        ScoreWeights weights = rules.scoreWeights();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session_gap_seconds", rules.sessionGap().toSeconds());
        json.put("kills_per_minute", weights.killsPerMinute());
        json.put("deaths_per_minute", weights.deathsPerMinute());
        json.put("assists_per_minute", weights.assistsPerMinute());
        json.put("kda", weights.kda());
        json.put("accuracy", weights.accuracy());
        return json;
    }

    private static Map<String, Object> player(PlayerChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("xuid", change.player().text());
        json.put("matches", change.matches());
        json.put("sessions_before", change.sessionsBefore());
        json.put("sessions_after", change.sessionsAfter());
        json.put("sessions_changed", change.sessionsChanged());
        json.put("matches_moved", change.matchesMoved());
        json.put("scores_changed", change.scoresChanged());
        return json;
    }

    /// What became of it.
    public enum Application {
        /// It happened.
        COMMITTED,
        /// It was only looked at.
        DRY_RUN,
        /// There was nothing to change.
        UNCHANGED
    }
}
