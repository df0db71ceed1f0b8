package dev.spartanlake.cli.render.answer;

import dev.spartanlake.cli.render.Screen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers as pictures of characters.
final class Picture {

    private Picture() {}

    /// A bar of a part of a whole. Only the whole is full and only nothing is empty, however close a part comes.
    ///
    /// @param value from 0 to the whole; anything else is taken for the nearest
    /// @param width how many characters the whole takes
    static String bar(double value, double whole, int width, Screen screen) {
        double share = whole > 0 ? Math.clamp(value / whole, 0, 1) : 0;
        int least = share > 0 ? 1 : 0;
        int most = share < 1 ? width - 1 : width;
        int full = Math.clamp(Math.round(share * width), least, most);
        return screen.symbols().full().repeat(full) + screen.symbols().empty().repeat(width - full);
    }

    /// A line of columns between the least and the greatest value; several values that share a column are averaged.
    ///
    /// @param width how many columns at most
    static String line(List<Double> values, int width, Screen screen) {
        List<Double> columns = columns(values, width);
        double least = columns.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double greatest =
                columns.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        String heights = screen.symbols().heights();
        int top = heights.length() - 1;
        return columns.stream()
                .map(value -> greatest > least ? (value - least) / (greatest - least) : 0.5)
                .map(share -> heights.substring((int) Math.round(share * top), (int) Math.round(share * top) + 1))
                .collect(Collectors.joining());
    }

    private static List<Double> columns(List<Double> values, int width) {
        int columns = Math.min(width, values.size());
        return IntStream.range(0, columns)
                .mapToObj(column -> values.subList((int) ((long) column * values.size() / columns), (int)
                        ((column + 1L) * values.size() / columns)))
                .map(part ->
                        part.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .toList();
    }
}
