package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.cli.render.Screen;
import java.util.List;
import java.util.function.UnaryOperator;

/// An answer that is a list of records.
///
/// @param <R> what a row is
public final class ListAnswer<R extends Record> implements Answer {

    private final RecordShape<R> shape;
    private final List<R> rows;
    private final FigureText figures;
    private final UnaryOperator<TableColumns<R>> table;

    /// @param table adds the columns that people see; programs see all
    ListAnswer(RecordShape<R> shape, List<R> rows, FigureText figures, UnaryOperator<TableColumns<R>> table) {
        this.shape = shape;
        this.rows = List.copyOf(rows);
        this.figures = figures;
        this.table = table;
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String text(Screen screen) {
        return new AlignedTable(table(screen), screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        return table.apply(new TableColumns<>(figures, screen)).table(rows);
    }

    @Override
    public String json() {
        return RowFormat.JSON.render(grid(), Screen.unlimited());
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(shape, rows);
    }
}
