package dev.spartanlake.cli.render;

import dev.spartanlake.halo.wire.Traffic;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.sync.SyncPlan;
import dev.spartanlake.sync.SyncReport;
import dev.spartanlake.sync.SyncReport.PlayerReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What comes and came of a sync, in words.
public final class SyncText {

    private static final int FAILURES_SHOWN = 20;
    private static final long MINUTE = 60;

    private final Messages messages;
    private final Map<Xuid, String> names;

    /// @param names gamertags, as far as they are known
    public SyncText(Messages messages, Map<Xuid, String> names) {
        this.messages = messages;
        this.names = Map.copyOf(names);
    }

    /// The gamertag in printable text, or the identifier where it is not known.
    public String name(Xuid player) {
        return Printable.line(names.getOrDefault(player, player.text()));
    }

    /// How many matches come, and how long that takes at least.
    ///
    /// @param reported how many the services say there are; null because they did not say
    public String begun(Xuid player, @Nullable Long reported, long expected, Duration least) {
        if (reported == null) {
            return messages.text("sync.coming-unknown", name(player));
        }
        return expected == 0
                ? messages.text("sync.nothing-new", name(player))
                : messages.counted("sync.coming", expected, name(player), span(least));
    }

    /// What a sync would bring, a line for each player.
    public String plans(List<SyncPlan> plans) {
        StringBuilder text = new StringBuilder();
        for (SyncPlan plan : plans) {
            Long reported = plan.reported();
            if (reported != null) {
                text.append(name(plan.player()))
                        .append(messages.text("punctuation.colon"))
                        .append(messages.text(
                                "sync.plan",
                                messages.number(reported),
                                messages.number(plan.stored()),
                                messages.number(plan.expected()),
                                span(plan.least())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// What came, a line for each player, then names and requests.
    ///
    /// @param requests what was sent
    /// @param elapsed how long it took
    public String report(SyncReport report, Traffic.Count requests, Duration elapsed) {
        StringBuilder text = new StringBuilder();
        report.players().forEach(player -> text.append(line(player)).append('\n'));
        text.append(messages.text(
                        "sync.named",
                        messages.counted("sync.players-named", report.playersNamed()),
                        messages.counted("sync.assets-named", report.assetsNamed())))
                .append('\n');
        long added = report.players().stream().mapToLong(PlayerReport::added).sum();
        return text.append(requests(requests, added, elapsed)).append('\n').toString();
    }

    private String line(PlayerReport player) {
        List<String> counts = new ArrayList<>(List.of(
                messages.counted("sync.added", player.added()),
                messages.counted("sync.updated", player.updated()),
                messages.counted("sync.skill", player.skill()),
                messages.counted("sync.films", player.films())));
        if (player.postponed() > 0) {
            counts.add(messages.counted("sync.postponed", player.postponed()));
        }
        if (player.unobtainable() > 0) {
            counts.add(messages.counted("sync.unobtainable", player.unobtainable()));
        }
        return name(player.player()) + messages.text("punctuation.colon") + String.join(", ", counts);
    }

    private String requests(Traffic.Count requests, long added, Duration elapsed) {
        StringBuilder text = new StringBuilder(messages.counted("sync.requests", requests.requests()));
        if (added > 0) {
            text.append(messages.text("sync.per-match", messages.decimal((double) requests.requests() / added, 1)));
        }
        if (requests.throttled() > 0) {
            text.append(messages.counted("sync.throttled", requests.throttled()));
        }
        return text.append(messages.text("sync.took", span(elapsed))).toString();
    }

    /// What could not be had, a line each for the first.
    public List<String> failures(SyncReport report) {
        List<String> lines = new ArrayList<>();
        report.failures().stream()
                .limit(FAILURES_SHOWN)
                .map(failure -> messages.text("sync.failure", failure))
                .forEach(lines::add);
        long more = report.failures().size() + report.failuresOmitted() - FAILURES_SHOWN;
        if (more > 0) {
            lines.add(messages.counted("rejected.more", more));
        }
        return List.copyOf(lines);
    }

    private String span(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        if (seconds < MINUTE) {
            return messages.amount(messages.number(seconds), "s");
        }
        return minutes < MINUTE
                ? messages.amount(messages.number(minutes), "min")
                : messages.text("answer.hours", messages.number(minutes / MINUTE), minutes % MINUTE);
    }
}
