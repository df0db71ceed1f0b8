package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The results of one job as a table: a row for each work and size, with the median of each side, the least and the
/// greatest of the product, and how many times the floor's median the product's is.
///
/// @param header the headings
/// @param rows the rows, each as wide as the header
public record ResultTable(List<String> header, List<List<String>> rows) {

    private static final int LEFT_COLUMNS = 1;

    /// Copies the lists.
    public ResultTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// What one row is about.
    private record Row(String work, long matches, Unit unit) {}

    /// The table of some measurements of one job.
    public static ResultTable of(List<Measurement> measurements) {
        List<Side> sides =
                measurements.stream().map(Measurement::side).distinct().sorted().toList();
        Map<Row, Map<Side, Measurement>> byRow = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            Row row = new Row(measurement.work(), measurement.matches(), measurement.unit());
            byRow.computeIfAbsent(row, _ -> new EnumMap<>(Side.class)).put(measurement.side(), measurement);
        }
        List<List<String>> rows = byRow.entrySet().stream()
                .map(entry -> cells(entry.getKey(), entry.getValue(), sides))
                .toList();
        return new ResultTable(header(sides), rows);
    }

    private static List<String> header(List<Side> sides) {
        List<String> header = new ArrayList<>(List.of("work", "matches"));
        for (Side side : sides) {
            header.add(side.title());
            header.add(side == Side.PRODUCT ? "least to most" : "ratio");
        }
        return header;
    }

    private static List<String> cells(Row row, Map<Side, Measurement> bySide, List<Side> sides) {
        List<String> cells = new ArrayList<>(List.of(row.work(), Quantity.number(row.matches())));
        for (Side side : sides) {
            @Nullable Measurement measurement = bySide.get(side);
            if (measurement == null) {
                cells.addAll(List.of("", ""));
            } else {
                cells.add(Quantity.text(measurement.median(), row.unit()));
                cells.add(side == Side.PRODUCT ? range(measurement) : ratio(bySide.get(Side.PRODUCT), measurement));
            }
        }
        return cells;
    }

    private static String range(Measurement measurement) {
        return measurement.samples().size() == 1
                ? ""
                : Quantity.text(measurement.min(), measurement.unit()) + " to "
                        + Quantity.text(measurement.max(), measurement.unit());
    }

    private static String ratio(@Nullable Measurement product, Measurement floor) {
        return product == null || !floor.unit().isCost() ? "" : Quantity.ratio(product.median() / floor.median());
    }

    /// The table in Markdown, each line with its end.
    public String markdown() {
        String rule = IntStream.range(0, header.size())
                .mapToObj(column -> column < LEFT_COLUMNS ? "---" : "---:")
                .collect(Collectors.joining("|", "|", "|\n"));
        return markdown(header)
                + rule
                + rows.stream().map(ResultTable::markdown).collect(Collectors.joining());
    }

    private static String markdown(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// The table for a terminal, its columns aligned, each line with its end.
    public String aligned() {
        List<List<String>> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        List<Integer> widths = IntStream.range(0, header.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
    }

    private static String aligned(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            String padding = " ".repeat(widths.get(column) - line.get(column).length());
            text.append(column < LEFT_COLUMNS ? line.get(column) + padding : padding + line.get(column))
                    .append("  ");
        }
        return text.toString().stripTrailing() + "\n";
    }
}
