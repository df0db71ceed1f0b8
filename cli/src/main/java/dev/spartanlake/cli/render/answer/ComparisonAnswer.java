package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.trend.Comparison.Difference;
import dev.spartanlake.analytics.trend.Estimate;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import java.util.List;
import java.util.function.ToLongFunction;

/// Matches against others.
///
/// @param before what the others are, in words
/// @param after what the matches are, in words
/// @param differences the difference in each measure
/// @param figures how figures look
public record ComparisonAnswer(String before, String after, List<Difference> differences, FigureText figures)
        implements Answer {

    /// Copies the list.
    public ComparisonAnswer {
        differences = List.copyOf(differences);
    }

    @Override
    public boolean isEmpty() {
        return differences.stream()
                .allMatch(difference -> difference.matches() == 0 && difference.baselineMatches() == 0);
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Difference.class), differences);
    }

    @Override
    public String json() {
        return new ListAnswer<>(RecordShape.of(Difference.class), differences, figures, columns -> columns).json();
    }

    @Override
    public String text(Screen screen) {
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
                .add("heading.verdict", Alignment.LEFT, difference -> Verdicts.cell(difference.verdict(), messages));
        long earlier = matches(Difference::baselineMatches);
        long later = matches(Difference::matches);
        return messages.counted("compare.before", earlier, Printable.of(before)) + "\n"
                + messages.counted("compare.after", later, Printable.of(after)) + "\n\n"
                + ListAnswer.text(columns.columns(), shown, screen);
    }

    private long matches(ToLongFunction<Difference> number) {
        return differences.stream().mapToLong(number).max().orElse(0);
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
