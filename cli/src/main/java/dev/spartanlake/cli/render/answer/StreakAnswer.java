package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.trend.Streaks.Report;
import dev.spartanlake.analytics.trend.Streaks.Run;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import dev.spartanlake.match.MatchOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs of wins and losses.
///
/// @param report the runs
/// @param figures how figures look
public record StreakAnswer(Report report, FigureText figures) implements Answer {

    private static final int LATEST = 60;

    @Override
    public boolean isEmpty() {
        return report.runs().isEmpty();
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Run.class), report.runs());
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("current", map(report.current()));
        object.put("longest_wins", map(report.longestWins()));
        object.put("longest_losses", map(report.longestLosses()));
        object.put("comebacks", report.comebacks());
        object.put("runs", AnswerGrid.maps(RecordShape.of(Run.class), report.runs()));
        return AnswerGrid.json(object);
    }

    private static @Nullable Map<String, @Nullable Object> map(@Nullable Run run) {
        return run == null ? null : AnswerGrid.map(RecordShape.of(Run.class), run);
    }

    @Override
    public String text(Screen screen) {
        return lines(screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        return lines(screen).table();
    }

    private TermLines lines(Screen screen) {
        Messages messages = figures.messages();
        return new TermLines(messages, screen)
                .add("streaks.current", run(report.current()))
                .add("streaks.longest-wins", run(report.longestWins()))
                .add("streaks.longest-losses", run(report.longestLosses()))
                .add("streaks.comebacks", messages.counted("streaks.comebacks-text", report.comebacks()))
                .add("streaks.latest", latest(screen));
    }

    private Cell run(@Nullable Run run) {
        if (run == null) {
            return Cell.of(FigureText.text(null));
        }
        String key = isWin(run) ? "streaks.wins" : "streaks.losses";
        String first = figures.day(run.startTime());
        String last = figures.day(run.endTime());
        String span = first.equals(last) ? first : first + " … " + last;
        return new Cell(figures.messages().counted(key, run.length(), span), isWin(run) ? Tone.GOOD : Tone.BAD);
    }

    /// The latest matches that count, a letter for each: 60 at most, whatever the width of the screen.
    private String latest(Screen screen) {
        StringBuilder line = new StringBuilder();
        List<Run> runs = report.runs();
        long left = LATEST;
        for (int i = runs.size() - 1; i >= 0 && left > 0; i--) {
            Run run = runs.get(i);
            int length = (int) Math.min(left, run.length());
            String letters = figures.messages()
                    .text(isWin(run) ? "streaks.win-letter" : "streaks.loss-letter")
                    .repeat(length);
            line.insert(0, (isWin(run) ? Tone.GOOD : Tone.BAD).on(screen, letters));
            left -= length;
        }
        return line.toString();
    }

    private static boolean isWin(Run run) {
        return run.outcome() == MatchOutcome.WIN.code();
    }
}
