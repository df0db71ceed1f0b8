package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import dev.spartanlake.match.MatchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Collects the columns of an answer's table, from left to right.
///
/// @param <R> what a row is
final class TableColumns<R> {

    private static final int BAR_WIDTH = 10;
    private static final double PERCENT = 100;

    private final FigureText figures;
    private final Screen screen;
    private final List<TableColumn<R>> columns = new ArrayList<>();
    private final List<Concession<R>> concessions = new ArrayList<>();

    TableColumns(FigureText figures, Screen screen) {
        this.figures = figures;
        this.screen = screen;
    }

    /// What a column does for the others where the table is too wide.
    ///
    /// @param column the column
    /// @param instead what takes its place: a narrower one, or nothing
    private record Concession<R>(TableColumn<R> column, List<TableColumn<R>> instead) {}

    /// The last column is left out before the others are cut. Those that may be are so from the right to the left.
    TableColumns<R> dispensable() {
        concessions.addFirst(new Concession<>(columns.getLast(), List.of()));
        return this;
    }

    /// The last column is left out likewise, for another one in its place.
    TableColumns<R> orDay(String heading, Function<R, @Nullable Instant> value) {
        concessions.addFirst(new Concession<>(columns.getLast(), List.of(dayColumn(heading, value))));
        return this;
    }

    /// The table, as wide as the screen allows.
    List<Column> table(List<R> rows) {
        List<TableColumn<R>> shown = new ArrayList<>(columns);
        List<Column> table = table(shown, rows);
        for (Concession<R> concession : concessions) {
            if (new AlignedTable(table, screen).isWhole()) {
                break;
            }
            int place = shown.indexOf(concession.column());
            shown.remove(place);
            shown.addAll(place, concession.instead());
            table = table(shown, rows);
        }
        return table;
    }

    private static <R> List<Column> table(List<TableColumn<R>> columns, List<R> rows) {
        return columns.stream()
                .map(column -> new Column(
                        column.heading(), rows.stream().map(column.cell()).toList(), column.alignment()))
                .toList();
    }

    TableColumns<R> text(String heading, Function<R, @Nullable String> value) {
        return add(heading, Alignment.LEFT, row -> Cell.of(Printable.of(FigureText.text(value.apply(row)))));
    }

    /// A text that is no use when cut.
    TableColumns<R> whole(String heading, Function<R, @Nullable String> value) {
        return add(heading, Alignment.WHOLE, row -> Cell.of(Printable.of(FigureText.text(value.apply(row)))));
    }

    TableColumns<R> faint(String heading, Function<R, @Nullable String> value) {
        return add(
                heading, Alignment.WHOLE, row -> new Cell(Printable.of(FigureText.text(value.apply(row))), Tone.FAINT));
    }

    TableColumns<R> number(String heading, Function<R, String> value) {
        return add(heading, Alignment.RIGHT, row -> Cell.of(value.apply(row)));
    }

    TableColumns<R> count(String heading, Function<R, @Nullable Number> value) {
        return number(heading, row -> figures.count(value.apply(row)));
    }

    TableColumns<R> minute(String heading, Function<R, @Nullable Instant> value) {
        return add(heading, Alignment.WHOLE, row -> Cell.of(figures.minute(value.apply(row))));
    }

    TableColumns<R> day(String heading, Function<R, @Nullable Instant> value) {
        columns.add(dayColumn(heading, value));
        return this;
    }

    private TableColumn<R> dayColumn(String heading, Function<R, @Nullable Instant> value) {
        return new TableColumn<>(
                figures.messages().text(heading), Alignment.WHOLE, row -> Cell.of(figures.day(value.apply(row))));
    }

    TableColumns<R> measure(Measure measure, Function<R, MeasureValues> values) {
        return number(
                "measure.short." + measure.column(),
                row -> figures.measure(measure, values.apply(row).known().get(measure)));
    }

    TableColumns<R> measureOf(String heading, Measure measure, Function<R, @Nullable Double> value) {
        return number(heading, row -> figures.measure(measure, value.apply(row)));
    }

    /// Wins, losses and ties.
    TableColumns<R> balance(Function<R, Tally> tally) {
        return number(
                "heading.balance",
                row -> tally.apply(row).wins() + "-" + tally.apply(row).losses() + "-"
                        + tally.apply(row).ties());
    }

    /// The win rate as a picture.
    TableColumns<R> winBar(Function<R, @Nullable Double> percent) {
        return add("heading.blank", Alignment.WHOLE, row -> {
            @Nullable Double value = percent.apply(row);
            return value == null
                    ? Cell.of("")
                    : new Cell(
                            Picture.bar(value, PERCENT, BAR_WIDTH, screen),
                            value >= PERCENT / 2 ? Tone.GOOD : Tone.BAD);
        });
    }

    /// A bar that is full in the row with the greatest value.
    TableColumns<R> bar(List<R> rows, ToDoubleFunction<R> value, int width) {
        double greatest = rows.stream().mapToDouble(value).max().orElse(0);
        return add(
                "heading.blank",
                Alignment.WHOLE,
                row -> Cell.of(Picture.bar(value.applyAsDouble(row), greatest, width, screen)));
    }

    /// How the match ended, in a word.
    TableColumns<R> outcome(Function<R, @Nullable Integer> code) {
        return add("heading.outcome", Alignment.WHOLE, row -> outcome(code.apply(row), figures.messages()));
    }

    TableColumns<R> add(String heading, Alignment alignment, Function<R, Cell> cell) {
        columns.add(new TableColumn<>(figures.messages().text(heading), alignment, cell));
        return this;
    }

    /// An outcome in a word; a code without a known meaning as it is.
    static Cell outcome(@Nullable Integer code, Messages messages) {
        Optional<MatchOutcome> outcome = code == null ? Optional.empty() : MatchOutcome.of(code);
        return outcome.map(known -> switch (known) {
                    case WIN -> new Cell(messages.text("outcome.win"), Tone.GOOD);
                    case LOSS -> new Cell(messages.text("outcome.loss"), Tone.BAD);
                    case TIE -> Cell.of(messages.text("outcome.tie"));
                    case UNFINISHED -> new Cell(messages.text("outcome.unfinished"), Tone.FAINT);
                })
                .orElseGet(() -> Cell.of(FigureText.text(code == null ? null : code.toString())));
    }
}
