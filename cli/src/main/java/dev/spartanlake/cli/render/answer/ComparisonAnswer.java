package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.trend.Comparison.Difference;
import dev.spartanlake.analytics.trend.Estimate;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Matches against others.
///
/// @param before the others
/// @param after the matches
/// @param differences the difference in each measure
/// @param figures how figures look
public record ComparisonAnswer(Side before, Side after, List<Difference> differences, FigureText figures)
        implements Answer {

    /// Copies the list.
    public ComparisonAnswer {
        differences = List.copyOf(differences);
    }

    /// Matches that are compared.
    ///
    /// @param name what they are, in words
    /// @param session their session; null where they are of any
    /// @param from no match began before this; null without such a bound
    /// @param until every match began before this; null without such a bound
    /// @param tally what is counted about them
    public record Side(
            String name,
            @Nullable String session,
            @Nullable Instant from,
            @Nullable Instant until,
            Tally tally) {

        private Map<String, @Nullable Object> map() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("session_id", session);
            map.put("from", from);
            map.put("until", until);
            map.putAll(AnswerGrid.map(RecordShape.of(Tally.class), tally));
            return map;
        }

        /// The days the matches may be of; where there is no bound, the first and last on which there was one.
        private String days(FigureText figures) {
            Instant first = from == null ? tally.firstPlayed() : from;
            Instant last = until == null ? tally.lastPlayed() : until.minusNanos(1);
            return figures.day(first) + " … " + figures.day(last);
        }
    }

    @Override
    public boolean isEmpty() {
        return before.tally().matches() == 0 && after.tally().matches() == 0;
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Difference.class), differences);
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("before", before.map());
        object.put("after", after.map());
        object.put("differences", AnswerGrid.maps(RecordShape.of(Difference.class), differences));
        return AnswerGrid.json(object);
    }

    @Override
    public String text(Screen screen) {
        return preface() + "\n" + new AlignedTable(table(screen), screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        Messages messages = figures.messages();
        List<Difference> shown = differences.stream()
                .filter(difference -> difference.value() != null || difference.baseline() != null)
                .toList();
        TableColumns<Difference> columns = new TableColumns<Difference>(figures, screen)
                .text("heading.measure", difference -> messages.text("measure." + difference.measure()))
                .number("heading.before", difference -> figures.measure(measure(difference), difference.baseline()))
                .number("heading.after", difference -> figures.measure(measure(difference), difference.value()))
                .number(
                        "heading.change",
                        difference -> figures.change(
                                measure(difference), difference.estimate().change()))
                .number("heading.interval", difference -> interval(measure(difference), difference.estimate()))
                .dispensable()
                .add("heading.verdict", Alignment.LEFT, difference -> Verdicts.cell(difference.verdict(), messages));
        return columns.table(shown);
    }

    /// What is compared, a line for each side.
    @Override
    public String preface() {
        return side("compare.before", before) + "\n" + side("compare.after", after) + "\n";
    }

    private String side(String key, Side side) {
        String name = side.session() == null ? side.name() + ", " + side.days(figures) : side.name();
        return figures.messages().counted(key, side.tally().matches(), Printable.of(name));
    }

    private String interval(Measure measure, Estimate estimate) {
        return estimate.low() == null || estimate.high() == null
                ? FigureText.text(null)
                : figures.change(measure, estimate.low()) + " … " + figures.change(measure, estimate.high());
    }

    private static Measure measure(Difference difference) {
        return Lists.measure(difference.measure());
    }
}
