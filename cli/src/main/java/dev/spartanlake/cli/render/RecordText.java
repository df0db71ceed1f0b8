package dev.spartanlake.cli.render;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows with a line for each value, for rows that are wider than the screen.
final class RecordText {

    private static final String GAP = "  ";

    private final Grid grid;
    private final Screen screen;
    private final int nameWidth;

    private RecordText(Grid grid, Screen screen) {
        this.grid = grid;
        this.screen = screen;
        nameWidth = grid.columns().stream()
                .mapToInt(column -> CellWidth.of(Printable.of(column)))
                .max()
                .orElse(0);
    }

    static String of(Grid grid, Screen screen) {
        return new RecordText(grid, screen).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < grid.rows().size(); row++) {
            appendTitle(text, row);
            List<@Nullable Object> values = grid.rows().get(row);
            for (int column = 0; column < values.size(); column++) {
                appendValue(text, grid.columns().get(column), values.get(column));
            }
        }
        return text.toString();
    }

    private void appendTitle(StringBuilder text, int row) {
        String line = screen.symbols().line();
        String title = line.repeat(2)
                + String.format(Locale.ROOT, " %d / %d ", row + 1, grid.rows().size());
        text.append(title)
                .append(line.repeat(Math.max(screen.columns() - CellWidth.of(title), 0)))
                .append('\n');
    }

    private void appendValue(StringBuilder text, String column, @Nullable Object value) {
        String name = Printable.of(column);
        int room = Math.max(screen.columns() - nameWidth - GAP.length(), 1);
        String shown = Printable.of(ReadableText.of(value));
        boolean isNumber = value instanceof Number;
        String line = name
                + " ".repeat(nameWidth - CellWidth.of(name))
                + GAP
                + (isNumber
                        ? shown
                        : CellWidth.cut(shown, room, screen.symbols().ellipsis()));
        text.append(line.stripTrailing()).append('\n');
    }
}
