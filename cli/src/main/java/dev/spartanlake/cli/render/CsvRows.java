package dev.spartanlake.cli.render;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows as CSV of RFC 4180: a header, lines that end with CR LF, quotes where they are needed. Null is an empty
/// field, the empty text a quoted one.
public final class CsvRows {

    private CsvRows() {}

    static String of(Grid grid) {
        return line(grid.columns()) + grid.rows().stream().map(CsvRows::line).collect(Collectors.joining());
    }

    /// One line, its end included.
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        String text = PlainText.of(value);
        boolean isQuoted = (value != null && text.isEmpty())
                || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !text.equals(text.strip());
        return isQuoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
