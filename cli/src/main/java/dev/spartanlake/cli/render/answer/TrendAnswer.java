package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.trend.Directions.Direction;
import dev.spartanlake.analytics.trend.RollingTrend.Point;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rolling figures as lines, each with where it is going.
///
/// @param window how many matches a point covers
/// @param points the points
/// @param directions where the measures are going
/// @param figures how figures look
public record TrendAnswer(int window, List<Point> points, List<Direction> directions, FigureText figures)
        implements Answer {

    private static final int LINE_WIDTH = 24;

    /// Copies the lists.
    public TrendAnswer {
        points = List.copyOf(points);
        directions = List.copyOf(directions);
    }

    @Override
    public boolean isEmpty() {
        return points.isEmpty();
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Point.class), points);
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("window", window);
        object.put("points", AnswerGrid.maps(RecordShape.of(Point.class), points));
        object.put("directions", AnswerGrid.maps(RecordShape.of(Direction.class), directions));
        return AnswerGrid.json(object);
    }

    @Override
    public List<Column> table(Screen screen) {
        Messages messages = figures.messages();
        List<Direction> shown = directions.stream()
                .filter(direction -> !values(direction).isEmpty())
                .toList();
        TableColumns<Direction> columns = new TableColumns<Direction>(figures, screen)
                .text("heading.measure", direction -> messages.text("measure." + direction.measure()))
                .number(
                        "heading.then",
                        direction -> figures.measure(
                                measure(direction), values(direction).getFirst()))
                .add(
                        "heading.course",
                        Alignment.WHOLE,
                        direction -> Cell.of(Picture.line(values(direction), LINE_WIDTH, screen)))
                .number(
                        "heading.now",
                        direction -> figures.measure(
                                measure(direction), values(direction).getLast()))
                .number(
                        "heading.per-100",
                        direction -> figures.change(
                                measure(direction), direction.estimate().change()))
                .add("heading.verdict", Alignment.LEFT, direction -> Verdicts.cell(direction.verdict(), messages));
        return columns.table(shown);
    }

    @Override
    public String text(Screen screen) {
        Messages messages = figures.messages();
        String from = figures.day(points.getFirst().startTime());
        String to = figures.day(points.getLast().startTime());
        // Figures such as KDA are known of every match.
        long matches = directions.stream().mapToLong(Direction::matches).max().orElse(0);
        return messages.counted("trends.title", window, from, to) + "\n"
                + messages.counted("trends.verdicts", matches) + "\n\n"
                + new AlignedTable(table(screen), screen).text();
    }

    private List<Double> values(Direction direction) {
        return points.stream()
                .map(point -> point.measures().known().get(measure(direction)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Measure measure(Direction direction) {
        return Lists.measure(direction.measure());
    }
}
