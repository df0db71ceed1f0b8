package dev.spartanlake.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Columns of text under a header, as wide as their cells need.
///
/// Where the screen is too narrow the widest texts and headers are cut; numbers never are, because half a number is a
/// wrong number.
public final class AlignedTable {

    private static final String GAP = "  ";
    private static final int LEAST_WIDTH = 6;

    private final List<Column> columns;
    private final Screen screen;

    /// A table.
    public AlignedTable(List<Column> columns, Screen screen) {
        this.columns = List.copyOf(columns);
        this.screen = screen;
    }

    /// One column.
    ///
    /// @param header what stands above it
    /// @param cells its cells, from the first row to the last
    /// @param alignment where its cells stand
    public record Column(String header, List<Cell> cells, Alignment alignment) {

        /// Copies the cells.
        public Column {
            cells = List.copyOf(cells);
        }

        private int width() {
            return Math.max(CellWidth.of(header), cellWidth());
        }

        /// What is left when all has been cut that may be: the numbers, the dates, the beginning of the texts.
        private int leastWidth() {
            return alignment == Alignment.LEFT
                    ? Math.min(LEAST_WIDTH, width())
                    : Math.max(cellWidth(), Math.min(LEAST_WIDTH, CellWidth.of(header)));
        }

        private int cellWidth() {
            return cells.stream()
                    .mapToInt(cell -> CellWidth.of(cell.text()))
                    .max()
                    .orElse(0);
        }
    }

    /// Text in a tone.
    ///
    /// @param text printable text on one line
    /// @param tone how it looks on a screen that has colours
    public record Cell(String text, Tone tone) {

        /// Text as it is.
        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN);
        }
    }

    /// Where the cells of a column stand.
    public enum Alignment {
        /// Texts, of which the beginning tells something.
        LEFT,
        /// Words that are no use when cut, such as dates.
        WHOLE,
        /// Numbers.
        RIGHT
    }

    /// Whether nothing has to be cut.
    public boolean isWhole() {
        return IntStream.of(columnWidths()).sum() + gaps() <= screen.columns();
    }

    /// Whether every number fits.
    boolean fits() {
        int least = columns.stream().mapToInt(Column::leastWidth).sum() + gaps();
        return least <= screen.columns();
    }

    /// The lines, each with a line break at its end.
    public String text() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(column -> Cell.of(column.header())).toList(), widths));
        lines.add(IntStream.of(widths)
                .mapToObj(width -> screen.symbols().line().repeat(width))
                .collect(Collectors.joining(GAP)));
        int rows =
                columns.stream().mapToInt(column -> column.cells().size()).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            int at = row;
            lines.add(
                    line(columns.stream().map(column -> column.cells().get(at)).toList(), widths));
        }
        return String.join("\n", lines) + "\n";
    }

    private String line(List<Cell> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> pad(cells.get(i), widths[i], columns.get(i).alignment()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String pad(Cell cell, int width, Alignment alignment) {
        String cut = CellWidth.cut(cell.text(), width, screen.symbols().ellipsis());
        String blanks = " ".repeat(Math.max(width - CellWidth.of(cut), 0));
        String toned = cell.tone().on(screen, cut);
        return alignment == Alignment.RIGHT ? blanks + toned : toned + blanks;
    }

    /// The widths of the columns, the widest narrowed until the line fits or nothing can give way any more.
    private int[] widths() {
        int[] widths = columnWidths();
        int[] least = columns.stream().mapToInt(Column::leastWidth).toArray();
        int excess = IntStream.of(widths).sum() + gaps() - screen.columns();
        for (; excess > 0; excess--) {
            int widest = widest(widths, least);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int[] columnWidths() {
        return columns.stream().mapToInt(Column::width).toArray();
    }

    private int gaps() {
        return GAP.length() * (columns.size() - 1);
    }

    private static int widest(int[] widths, int[] least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean canShrink = widths[i] > least[i];
            if (canShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }
}
