package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.career.Breakdown.Group;
import dev.spartanlake.analytics.career.CareerSummary.Summary;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a career comes to.
///
/// @param name whose it is
/// @param summary its figures
/// @param months the career by month, for the picture
/// @param figures how figures look
public record SummaryAnswer(String name, Summary summary, List<Group> months, FigureText figures) implements Answer {

    private static final int BAR_WIDTH = 20;
    private static final int LINE_WIDTH = 48;
    private static final double PERCENT = 100;

    /// Copies the list.
    public SummaryAnswer {
        months = List.copyOf(months);
    }

    @Override
    public boolean isEmpty() {
        return summary.tally().matches() == 0;
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Summary.class), List.of(summary));
    }

    @Override
    public String json() {
        return AnswerGrid.json(AnswerGrid.map(RecordShape.of(Summary.class), summary));
    }

    @Override
    public String text(Screen screen) {
        return title(screen) + lines(screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        return lines(screen).table();
    }

    private TermLines lines(Screen screen) {
        Messages messages = figures.messages();
        Tally tally = summary.tally();
        TermLines lines = new TermLines(messages, screen)
                .add("summary.matches", Cell.of(figures.count(tally.matches())), Cell.of(outcomes(tally)))
                .add("summary.win-rate", winRate(screen))
                .add(
                        "summary.time",
                        messages.text(
                                "summary.time-text",
                                figures.hours(tally.timePlayedSeconds()),
                                messages.counted("summary.sessions", summary.sessions()),
                                messages.counted("summary.days", summary.daysPlayed())))
                .add("summary.kda", messages.text("summary.kda-text", of(Measure.KDA), of(Measure.KD_RATIO)))
                .add(
                        "summary.totals",
                        perMatch(
                                figures.count(tally.kills()),
                                figures.count(tally.deaths()),
                                figures.count(tally.assists())))
                .add(
                        "summary.per-match",
                        perMatch(
                                of(Measure.KILLS_PER_MATCH),
                                of(Measure.DEATHS_PER_MATCH),
                                of(Measure.ASSISTS_PER_MATCH)))
                .add(
                        "summary.per-minute",
                        perMatch(
                                of(Measure.KILLS_PER_MINUTE),
                                of(Measure.DEATHS_PER_MINUTE),
                                of(Measure.ASSISTS_PER_MINUTE)))
                .add(
                        "summary.shooting",
                        messages.text("summary.shooting-text", of(Measure.ACCURACY), of(Measure.HEADSHOT_RATE)))
                .add(
                        "summary.damage",
                        messages.text(
                                "summary.damage-text",
                                of(Measure.DAMAGE_DEALT),
                                of(Measure.DAMAGE_TAKEN),
                                of(Measure.DAMAGE_PER_LIFE)))
                .add(
                        "summary.life",
                        messages.text("summary.life-text", of(Measure.LIFE_SECONDS), of(Measure.KILLING_SPREE)))
                .add(
                        "summary.score",
                        messages.text("summary.score-text", of(Measure.PERFORMANCE_SCORE), of(Measure.PERSONAL_SCORE)));
        if (value(Measure.TEAM_MMR) != null) {
            lines.add(
                    "summary.mmr",
                    messages.text(
                            "summary.mmr-text",
                            of(Measure.TEAM_MMR),
                            of(Measure.ENEMY_MMR),
                            of(Measure.KILLS_ABOVE_EXPECTED),
                            of(Measure.DEATHS_ABOVE_EXPECTED)));
        }
        addMonths(lines, screen);
        return lines;
    }

    private String title(Screen screen) {
        String span = figures.day(summary.tally().firstPlayed()) + " … "
                + figures.day(summary.tally().lastPlayed());
        return Tone.STRONG.on(screen, Printable.of(name)) + "  " + span + "\n\n";
    }

    private String outcomes(Tally tally) {
        Messages messages = figures.messages();
        return messages.text(
                "summary.outcomes",
                figures.count(tally.wins()),
                figures.count(tally.losses()),
                figures.count(tally.ties()),
                figures.count(tally.unfinished() + tally.unknown()));
    }

    private Cell[] winRate(Screen screen) {
        @Nullable Double value = value(Measure.WIN_RATE);
        if (value == null) {
            return new Cell[] {Cell.of(of(Measure.WIN_RATE))};
        }
        Tone tone = value >= PERCENT / 2 ? Tone.GOOD : Tone.BAD;
        return new Cell[] {
            Cell.of(figures.messages().amount(of(Measure.WIN_RATE), "%")),
            new Cell(Picture.bar(value, PERCENT, BAR_WIDTH, screen), tone)
        };
    }

    private String perMatch(String kills, String deaths, String assists) {
        return figures.messages().text("summary.kills-deaths-assists", kills, deaths, assists);
    }

    /// A picture needs at least two columns to say something.
    private void addMonths(TermLines lines, Screen screen) {
        addLine(lines, "summary.months-kda", Measure.KDA, screen);
        addLine(lines, "summary.months-win", Measure.WIN_RATE, screen);
    }

    private void addLine(TermLines lines, String key, Measure measure, Screen screen) {
        List<Double> values = months.stream()
                .map(month -> month.measures().known().get(measure))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (values.size() > 1) {
            lines.add(
                    key,
                    Cell.of(figures.measure(measure, values.getFirst())),
                    Cell.of(Picture.line(values, LINE_WIDTH, screen)),
                    Cell.of(figures.measure(measure, values.getLast())));
        }
    }

    private @Nullable Double value(Measure measure) {
        return summary.measures().known().get(measure);
    }

    private String of(Measure measure) {
        return figures.measure(measure, value(measure));
    }
}
