package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.match.KillFeed.Feed;
import dev.spartanlake.analytics.match.KillFeed.FeedLine;
import dev.spartanlake.analytics.match.KillFeed.FeedMedal;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who killed whom in a match.
///
/// @param feed what its film shows
/// @param figures how figures look
public record KillFeedAnswer(Feed feed, FigureText figures) implements Answer {

    private static final RecordShape<FeedLine> SHAPE = RecordShape.of(FeedLine.class);
    private static final RecordShape<FeedMedal> MEDAL = RecordShape.of(FeedMedal.class);
    private static final String MEDALS = "medals";
    private static final double SECOND = 1000;

    @Override
    public boolean isEmpty() {
        return feed.lines().isEmpty();
    }

    /// Of medals, the names.
    @Override
    public Grid grid() {
        Grid grid = AnswerGrid.of(SHAPE, feed.lines());
        int place = grid.columns().indexOf(MEDALS);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < feed.lines().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(grid.rows().get(i));
            row.set(place, medals(feed.lines().get(i)));
            rows.add(row);
        }
        return new Grid(grid.columns(), rows);
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("match_id", feed.line().matchId());
        object.put("start_time", feed.line().startTime());
        object.put("map_name", feed.line().mapName());
        object.put("mode_name", feed.line().modeName());
        object.put("xuid", feed.player().text());
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (FeedLine line : feed.lines()) {
            Map<String, @Nullable Object> map = AnswerGrid.map(SHAPE, line);
            map.put(MEDALS, AnswerGrid.maps(MEDAL, line.medals()));
            lines.add(map);
        }
        object.put("feed", lines);
        return AnswerGrid.json(object);
    }

    @Override
    public String text(Screen screen) {
        String name = FigureText.text(feed.line().modeName()) + " · "
                + FigureText.text(feed.line().mapName());
        return Tone.STRONG.on(screen, Printable.of(name)) + "  "
                + figures.minute(feed.line().startTime()) + "\n\n" + new AlignedTable(table(screen), screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        return new TableColumns<FeedLine>(figures, screen)
                .number("heading.time", line -> figures.length(Math.floor(line.timeMs() / SECOND)))
                .add("heading.killer", Alignment.LEFT, this::actor)
                .add("heading.event", Alignment.WHOLE, this::event)
                .add("heading.victim", Alignment.LEFT, this::victim)
                .text("heading.medals", line -> line.medals().isEmpty() ? "" : medals(line))
                .table(feed.lines());
    }

    private Cell actor(FeedLine line) {
        return line.xuid() == null ? Cell.of("") : person(line.xuid(), line.gamertag());
    }

    private Cell victim(FeedLine line) {
        if (line.victimXuid() == null) {
            return line.event().equals("kill")
                    ? new Cell(figures.messages().text("killfeed.bot"), Tone.FAINT)
                    : Cell.of("");
        }
        return person(line.victimXuid(), line.victimGamertag());
    }

    private Cell person(String xuid, @Nullable String name) {
        return new Cell(
                Printable.of(name == null ? xuid : name),
                xuid.equals(feed.player().text()) ? Tone.STRONG : Tone.PLAIN);
    }

    /// Good where the player kills, bad where the player dies.
    private Cell event(FeedLine line) {
        Messages messages = figures.messages();
        String word = messages.text("killfeed." + line.event());
        String player = feed.player().text();
        if (player.equals(line.victimXuid())) {
            return new Cell(word, Tone.BAD);
        }
        if (line.event().equals("kill")) {
            return new Cell(word, player.equals(line.xuid()) ? Tone.GOOD : Tone.PLAIN);
        }
        return new Cell(word, Tone.FAINT);
    }

    private String medals(FeedLine line) {
        return line.medals().stream()
                .map(medal -> medal.name() == null
                        ? figures.messages()
                                .text("medal.unnamed", medal.medalNameId() == null ? medal.code() : medal.medalNameId())
                        : medal.name())
                .collect(Collectors.joining(", "));
    }
}
