package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the product takes of one job as careers grow: a row for each work, a column for each size, and how many times
/// the median of the smallest size that of the largest is.
final class GrowthTable {

    private GrowthTable() {}

    /// What one row is about.
    private record Row(String work, Unit unit) {}

    /// The table of some measurements of one job. It has no factor where there is one size, and empty cells where a
    /// work was not measured on a size.
    static ResultTable of(List<Measurement> measurements) {
        List<Measurement> ofProduct = measurements.stream()
                .filter(measurement -> measurement.side() == Side.PRODUCT)
                .toList();
        List<Long> sizes =
                ofProduct.stream().map(Measurement::matches).distinct().sorted().toList();
        Map<Row, Map<Long, Measurement>> byRow = new LinkedHashMap<>();
        for (Measurement measurement : ofProduct) {
            byRow.computeIfAbsent(new Row(measurement.work(), measurement.unit()), _ -> new TreeMap<>())
                    .put(measurement.matches(), measurement);
        }
        List<List<String>> rows = byRow.entrySet().stream()
                .map(entry -> cells(entry.getKey(), entry.getValue(), sizes))
                .toList();
        return new ResultTable(header(sizes), rows);
    }

    private static List<String> header(List<Long> sizes) {
        List<String> header = new ArrayList<>(List.of("work"));
        sizes.forEach(size -> header.add(Quantity.number(size) + " matches"));
        if (sizes.size() > 1) {
            header.add("for " + Quantity.ratio((double) sizes.getLast() / sizes.getFirst()) + " the matches");
        }
        return header;
    }

    private static List<String> cells(Row row, Map<Long, Measurement> bySize, List<Long> sizes) {
        List<String> cells = new ArrayList<>(List.of(row.work()));
        for (Long size : sizes) {
            @Nullable Measurement measurement = bySize.get(size);
            cells.add(measurement == null ? "" : Quantity.text(measurement.median(), row.unit()));
        }
        if (sizes.size() > 1) {
            cells.add(factor(bySize.get(sizes.getFirst()), bySize.get(sizes.getLast())));
        }
        return cells;
    }

    private static String factor(@Nullable Measurement smallest, @Nullable Measurement largest) {
        return smallest == null || largest == null ? "" : Quantity.ratio(largest.median() / smallest.median());
    }
}
