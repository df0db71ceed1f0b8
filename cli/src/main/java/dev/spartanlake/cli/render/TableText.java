package dev.spartanlake.cli.render;

import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of values as an [AlignedTable]: numbers stand right-aligned with their decimal points in line. Rows that are
/// too
/// wide become records: a line for each of their values.
final class TableText {

    private TableText() {}

    static String of(Grid grid, Screen screen) {
        List<Column> columns = IntStream.range(0, grid.columns().size())
                .mapToObj(index -> column(grid, index))
                .toList();
        AlignedTable table = new AlignedTable(columns, screen);
        return table.fits() ? table.text() : RecordText.of(grid, screen);
    }

    private static Column column(Grid grid, int index) {
        boolean isNumeric = ReadableText.isNumeric(grid, index);
        List<String> cells = grid.rows().stream()
                .map(row -> Printable.of(ReadableText.of(row.get(index))))
                .toList();
        return new Column(
                Printable.of(grid.columns().get(index)),
                (isNumeric ? pointsInLine(cells) : cells).stream().map(Cell::of).toList(),
                isNumeric ? Alignment.RIGHT : Alignment.LEFT);
    }

    /// Fills up behind the fractions, so that right-aligned numbers have their points below each other.
    private static List<String> pointsInLine(List<String> cells) {
        int longest = cells.stream().mapToInt(TableText::fractionLength).max().orElse(0);
        return cells.stream()
                .map(cell -> cell.isEmpty() ? cell : cell + " ".repeat(longest - fractionLength(cell)))
                .toList();
    }

    private static int fractionLength(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point;
    }
}
