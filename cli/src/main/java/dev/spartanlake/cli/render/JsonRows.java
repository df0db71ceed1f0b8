package dev.spartanlake.cli.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows as one JSON array of objects, a row per line.
public final class JsonRows {

    private JsonRows() {}

    static String of(Grid grid) {
        if (grid.rows().isEmpty()) {
            return "[]\n";
        }
        List<String> keys = keys(grid.columns());
        return grid.rows().stream()
                .map(row -> "  " + object(keys, row))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /// One row as an object.
    ///
    /// @param keys what [#keys] made of the columns
    public static String object(List<String> keys, List<@Nullable Object> row) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i) + ":" + JsonText.of(row.get(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// An object has each key once, a result may have a name several times: the second `kills` becomes `kills_2`.
    public static List<String> keys(List<String> columns) {
        Set<String> taken = new HashSet<>(columns);
        Set<String> used = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (String column : columns) {
            String key = column;
            for (int number = 2; !used.add(key); number++) {
                String numbered = column + "_" + number;
                key = taken.contains(numbered) ? column : numbered;
            }
            keys.add(JsonText.string(key));
        }
        return keys;
    }
}
