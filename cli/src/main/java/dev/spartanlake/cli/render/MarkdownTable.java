package dev.spartanlake.cli.render;

import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Column;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows as a Markdown table, numbers right-aligned. Whatever the texts hold, the table keeps its shape and brings in
/// no markup.
public final class MarkdownTable {

    private MarkdownTable() {}

    static String of(Grid grid) {
        return of(IntStream.range(0, grid.columns().size())
                .mapToObj(i -> column(grid, i))
                .toList());
    }

    private static Column column(Grid grid, int index) {
        return new Column(
                grid.columns().get(index),
                grid.rows().stream()
                        .map(row -> AlignedTable.Cell.of(ReadableText.of(row.get(index))))
                        .toList(),
                ReadableText.isNumeric(grid, index) ? Alignment.RIGHT : Alignment.LEFT);
    }

    /// The table that people see on a screen.
    public static String of(List<Column> columns) {
        String rule = columns.stream()
                .map(column -> column.alignment() == Alignment.RIGHT ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        int rows = columns.isEmpty() ? 0 : columns.getFirst().cells().size();
        String lines = IntStream.range(0, rows)
                .mapToObj(row -> line(columns.stream()
                        .map(column -> column.cells().get(row).text())
                        .toList()))
                .collect(Collectors.joining());
        return line(columns.stream().map(Column::header).toList()) + rule + lines;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escape(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replaceAll("[\\\\|`*_\\[\\]]", "\\\\$0");
    }
}
