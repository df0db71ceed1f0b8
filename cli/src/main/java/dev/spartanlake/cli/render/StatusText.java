package dev.spartanlake.cli.render;

import dev.spartanlake.WarehouseStatus;
import dev.spartanlake.catalog.Commits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A warehouse at a glance, in words.
public final class StatusText {

    private static final String GAP = "  ";

    private final WarehouseStatus status;
    private final Messages messages;

    /// Tells about a status.
    public StatusText(WarehouseStatus status, Messages messages) {
        this.status = status;
        this.messages = messages;
    }

    /// The whole, with a table of the tracked players.
    ///
    /// @param quarantine the directory where refused documents are kept
    public String text(Path quarantine, Screen screen) {
        List<Line> lines = List.of(
                new Line("status.warehouse", status.directory().toString()),
                new Line("status.matches", matches()),
                new Line(
                        "status.files",
                        messages.counted("status.data-files", status.files()) + ", "
                                + messages.bytes(status.sizeBytes())),
                new Line("status.last-change", lastChange()),
                new Line("status.quarantine", quarantined(quarantine)));
        int width = lines.stream()
                .mapToInt(line -> CellWidth.of(messages.text(line.key())))
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String label = messages.text(line.key());
            text.append(label)
                    .append(" ".repeat(width - CellWidth.of(label)))
                    .append(GAP)
                    .append(Printable.of(line.value()))
                    .append('\n');
        }
        return text.append('\n').append(players(screen)).toString();
    }

    private record Line(String key, String value) {}

    private String matches() {
        String count = messages.number(status.matches());
        @Nullable Instant first = status.firstMatch();
        @Nullable Instant last = status.lastMatch();
        String span = first == null || last == null
                ? count
                : messages.text("status.span", count, messages.day(first), messages.day(last));
        return status.lost() == 0 ? span : span + messages.counted("status.lost", status.lost());
    }

    private String lastChange() {
        return status.lastCommit().map(this::change).orElseGet(() -> messages.text("status.never"));
    }

    private String change(Commits.Commit commit) {
        String change =
                messages.text("status.commit", messages.minute(commit.committedAt()), Printable.of(commit.command()));
        return commit.inserted() == 0 && commit.updated() == 0
                ? change
                : change
                        + messages.text(
                                "status.commit-matches",
                                messages.number(commit.inserted()),
                                messages.number(commit.updated()));
    }

    private String quarantined(Path quarantine) {
        return status.quarantined() == 0
                ? messages.text("status.quarantine-empty")
                : messages.counted("status.quarantined", status.quarantined()) + " " + quarantine;
    }

    private String players(Screen screen) {
        if (status.careers().isEmpty()) {
            return messages.text("status.nobody-tracked") + "\n";
        }
        List<String> header = messages.list("status.player-columns");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (WarehouseStatus.Career career : status.careers()) {
            rows.add(Arrays.asList(
                    career.player().gamertag(),
                    career.player().xuid().text(),
                    career.matches(),
                    day(career.firstMatch()),
                    day(career.lastMatch())));
        }
        return TableText.of(new Grid(header, rows), screen);
    }

    private @Nullable String day(@Nullable Instant moment) {
        return moment == null ? null : messages.day(moment);
    }
}
