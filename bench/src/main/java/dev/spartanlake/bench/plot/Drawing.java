package dev.spartanlake.bench.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One plot on its way to SVG, with lengths in pixels.
final class Drawing {

    private static final int WIDTH = 800;
    private static final int LEFT = 76;
    private static final int RIGHT = 776;
    private static final int TOP = 46;
    private static final int BOTTOM = 366;
    private static final int TITLE = 26;
    private static final int TICKS = BOTTOM + 18;
    private static final int ACROSS = BOTTOM + 40;
    private static final int LEGEND = BOTTOM + 64;
    private static final int LEGEND_LINE = 20;
    private static final int SAMPLE = 28;
    private static final int GAP = 8;
    private static final int MARGIN = 4;

    /// From the middle of a line of text to where it stands.
    private static final int HALF_TEXT = 4;

    private final Plot plot;
    private final LogScale across;
    private final LogScale upwards;
    private final StringBuilder svg = new StringBuilder();

    Drawing(Plot plot) {
        this.plot = plot;
        across = LogScale.around(plot.points().stream().map(Series.Point::x).toList());
        upwards = LogScale.around(plot.points().stream().map(Series.Point::y).toList());
    }

    String svg() {
        Map<Integer, List<Series>> legend = plot.series().stream()
                .collect(Collectors.groupingBy(Series::colour, TreeMap::new, Collectors.toList()));
        int height = LEGEND + (legend.size() + 1) * LEGEND_LINE + MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(attributes(
                        "viewBox", "0 0 " + WIDTH + " " + height, "width", WIDTH, "height", height, "role", "img"))
                .append(">\n<title>")
                .append(escaped(plot.title()))
                .append("</title>\n<style>\n")
                .append(Colours.style())
                .append("</style>\n");
        empty("rect", "class", "ground", "width", WIDTH, "height", height);
        text(plot.title(), "class", "title", "x", LEFT, "y", TITLE);
        axes();
        guide();
        plot.series().forEach(this::line);
        legend(List.copyOf(legend.values()));
        explainGuide(LEGEND + legend.size() * LEGEND_LINE);
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double tick : across.ticks()) {
            empty("path", "class", "grid", "d", "M" + x(tick) + " " + TOP + "V" + BOTTOM);
            text(number(tick), "class", "tick", "x", x(tick), "y", TICKS, "text-anchor", "middle");
        }
        for (double tick : upwards.ticks()) {
            empty("path", "class", "grid", "d", "M" + LEFT + " " + y(tick) + "H" + RIGHT);
            String base = pixels(height(tick) + HALF_TEXT);
            text(number(tick), "class", "tick", "x", LEFT - GAP, "y", base, "text-anchor", "end");
        }
        empty("rect", "class", "grid", "x", LEFT, "y", TOP, "width", RIGHT - LEFT, "height", BOTTOM - TOP);
        int middle = (LEFT + RIGHT) / 2;
        text(plot.across(), "class", "label", "x", middle, "y", ACROSS, "text-anchor", "middle");
        String turned = "translate(18 " + (TOP + BOTTOM) / 2 + ") rotate(-90)";
        text(plot.upwards(), "class", "label", "transform", turned, "text-anchor", "middle");
    }

    private void guide() {
        Series.Point from = plot.series().getFirst().points().getFirst();
        double end = Math.min(across.high(), from.x() * upwards.high() / from.y());
        Series.Point to = new Series.Point(end, from.y() * end / from.x());
        empty("path", "class", "guide", "d", way(List.of(from, to)));
    }

    private void line(Series series) {
        if (series.points().size() > 1) {
            empty("path", "class", "line " + look(series), "d", way(series.points()));
        }
        for (Series.Point point : series.points()) {
            dot(series, x(point.x()), y(point.y()));
        }
    }

    private void dot(Series series, Object x, Object y) {
        empty("circle", "class", look(series), "cx", x, "cy", y, "r", HALF_TEXT);
    }

    private static String look(Series series) {
        return "c" + series.colour() + " " + series.stroke();
    }

    private String way(List<Series.Point> points) {
        return points.stream()
                .map(point -> x(point.x()) + " " + y(point.y()))
                .collect(Collectors.joining("L", "M", ""));
    }

    private void legend(List<List<Series>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        int y = LEGEND;
        for (List<Series> row : rows) {
            int x = LEFT;
            for (Series series : row) {
                entry(series, x, y);
                x += (RIGHT - LEFT) / columns;
            }
            y += LEGEND_LINE;
        }
    }

    private void entry(Series series, int x, int y) {
        empty("path", "class", "line " + look(series), "d", "M" + x + " " + y + "h" + SAMPLE);
        dot(series, x + SAMPLE / 2, y);
        text(series.label(), "class", "entry", "x", x + SAMPLE + GAP, "y", y + HALF_TEXT);
    }

    private void explainGuide(int y) {
        empty("path", "class", "guide", "d", "M" + LEFT + " " + y + "h" + SAMPLE);
        text("in proportion", "class", "entry", "x", LEFT + SAMPLE + GAP, "y", y + HALF_TEXT);
    }

    private String x(double value) {
        return pixels(LEFT + across.position(value) * (RIGHT - LEFT));
    }

    private String y(double value) {
        return pixels(height(value));
    }

    private double height(double value) {
        return BOTTOM - upwards.position(value) * (BOTTOM - TOP);
    }

    private static String pixels(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    private static String number(double tick) {
        return tick >= 1
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
    }

    private void text(String text, Object... attributes) {
        svg.append("<text")
                .append(attributes(attributes))
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    private void empty(String element, Object... attributes) {
        svg.append('<').append(element).append(attributes(attributes)).append("/>\n");
    }

    /// @param attributes names and values in turn
    private static String attributes(Object... attributes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
