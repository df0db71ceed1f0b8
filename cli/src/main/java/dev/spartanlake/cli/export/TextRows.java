package dev.spartanlake.cli.export;

import dev.spartanlake.cli.render.CsvRows;
import dev.spartanlake.cli.render.JsonRows;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as text in UTF-8, the same as `spartanlake sql` prints.
final class TextRows {

    private TextRows() {}

    static void csv(OutputStream out, List<ResultColumn> columns, RowCursor rows) throws IOException, SQLException {
        Writer text = writer(out);
        text.write(CsvRows.line(names(columns)));
        while (rows.next()) {
            text.write(CsvRows.line(row(rows, columns.size())));
        }
        text.flush();
    }

    static void json(OutputStream out, List<ResultColumn> columns, RowCursor rows) throws IOException, SQLException {
        Writer text = writer(out);
        List<String> keys = JsonRows.keys(names(columns));
        String before = "[\n  ";
        while (rows.next()) {
            text.write(before);
            text.write(JsonRows.object(keys, row(rows, columns.size())));
            before = ",\n  ";
        }
        text.write(before.startsWith("[") ? "[]\n" : "\n]\n");
        text.flush();
    }

    static void ndjson(OutputStream out, List<ResultColumn> columns, RowCursor rows) throws IOException, SQLException {
        Writer text = writer(out);
        List<String> keys = JsonRows.keys(names(columns));
        while (rows.next()) {
            text.write(JsonRows.object(keys, row(rows, columns.size())));
            text.write('\n');
        }
        text.flush();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static List<String> names(List<ResultColumn> columns) {
        return columns.stream().map(ResultColumn::name).toList();
    }

    private static List<@Nullable Object> row(RowCursor rows, int columns) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            row.add(rows.value(i));
        }
        return row;
    }
}
