package dev.spartanlake.cli.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows as a Markdown table, numbers right-aligned. Whatever the texts hold, the table keeps its shape and brings in
/// no markup.
final class MarkdownTable {

    private MarkdownTable() {}

    static String of(Grid grid) {
        String rule = IntStream.range(0, grid.columns().size())
                .mapToObj(i -> ReadableText.isNumeric(grid, i) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        String rows = grid.rows().stream()
                .map(row -> line(row.stream().map(ReadableText::of).toList()))
                .collect(Collectors.joining());
        return line(grid.columns()) + rule + rows;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MarkdownTable::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escape(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replaceAll("[\\\\|`*_\\[\\]]", "\\\\$0");
    }
}
