package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records as rows and as JSON, by the names of their columns.
final class AnswerGrid {

    private AnswerGrid() {}

    static <R extends Record> Grid of(RecordShape<R> shape, List<R> rows) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        rows.forEach(row -> values.add(values(shape, row)));
        return new Grid(shape.columns(), values);
    }

    /// A record as a map of its columns.
    static <R extends Record> Map<String, @Nullable Object> map(RecordShape<R> shape, R row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<@Nullable Object> values = values(shape, row);
        for (int i = 0; i < values.size(); i++) {
            map.put(shape.columns().get(i), values.get(i));
        }
        return map;
    }

    /// The records as maps.
    static <R extends Record> List<Map<String, @Nullable Object>> maps(RecordShape<R> shape, List<R> rows) {
        return rows.stream().map(row -> map(shape, row)).toList();
    }

    /// An object as a document.
    static String json(Map<String, @Nullable Object> object) {
        return JsonText.of(object) + "\n";
    }

    private static <R extends Record> List<@Nullable Object> values(RecordShape<R> shape, R row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable Object value : shape.values(row)) {
            values.add(value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value);
        }
        return values;
    }
}
