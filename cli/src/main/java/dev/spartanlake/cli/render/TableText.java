package dev.spartanlake.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows as aligned columns under a header.
///
/// Numbers stand right-aligned with their decimal points in line. Where the screen is too narrow the widest texts and
/// headers are cut; numbers never are, because half a number is a wrong number. Rows that are too wide even so become
/// records: a line for each of their values.
final class TableText {

    private static final String GAP = "  ";
    private static final int LEAST_WIDTH = 6;

    private final Grid grid;
    private final Screen screen;
    private final List<Column> columns;

    private record Column(String header, List<String> cells, boolean numeric) {

        int width() {
            return Math.max(CellWidth.of(header), cellWidth());
        }

        /// What is left when all has been cut that may be: the numbers, or the beginning of the texts.
        int leastWidth() {
            return numeric ? Math.max(cellWidth(), LEAST_WIDTH) : LEAST_WIDTH;
        }

        private int cellWidth() {
            return cells.stream().mapToInt(CellWidth::of).max().orElse(0);
        }
    }

    private TableText(Grid grid, Screen screen) {
        this.grid = grid;
        this.screen = screen;
        this.columns =
                IntStream.range(0, grid.columns().size()).mapToObj(this::column).toList();
    }

    static String of(Grid grid, Screen screen) {
        return new TableText(grid, screen).text();
    }

    private Column column(int index) {
        boolean isNumeric = ReadableText.isNumeric(grid, index);
        List<String> cells = grid.rows().stream()
                .map(row -> Printable.of(ReadableText.of(row.get(index))))
                .toList();
        String header = Printable.of(grid.columns().get(index));
        return new Column(header, isNumeric ? pointsInLine(cells) : cells, isNumeric);
    }

    private String text() {
        int least = columns.stream().mapToInt(Column::leastWidth).sum() + GAP.length() * (columns.size() - 1);
        return least > screen.columns() ? RecordText.of(grid, screen) : table();
    }

    private String table() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::header).toList(), widths));
        lines.add(IntStream.of(widths)
                .mapToObj(width -> screen.symbols().line().repeat(width))
                .collect(Collectors.joining(GAP)));
        for (int row = 0; row < grid.rows().size(); row++) {
            int at = row;
            lines.add(
                    line(columns.stream().map(column -> column.cells().get(at)).toList(), widths));
        }
        return String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> pad(cells.get(i), widths[i], columns.get(i).numeric()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String pad(String cell, int width, boolean right) {
        String cut = CellWidth.cut(cell, width, screen.symbols().ellipsis());
        String blanks = " ".repeat(Math.max(width - CellWidth.of(cut), 0));
        return right ? blanks + cut : cut + blanks;
    }

    /// The widths of the columns, the widest narrowed until the line fits or nothing can give way any more.
    private int[] widths() {
        int[] widths = columns.stream().mapToInt(Column::width).toArray();
        int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - screen.columns();
        for (; excess > 0; excess--) {
            int widest = widest(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int widest(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean canShrink = widths[i] > columns.get(i).leastWidth();
            if (canShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
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
