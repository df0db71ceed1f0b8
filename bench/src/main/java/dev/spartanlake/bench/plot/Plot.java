package dev.spartanlake.bench.plot;

import java.util.List;

/// Lines over two logarithmic axes. A thin dotted line shows what would grow in proportion from the first point of the
/// first line on.
///
/// @param title what it is about
/// @param across what goes from left to right, with its unit
/// @param upwards what goes upwards, with its unit
/// @param series the lines, at least one; those of one colour make a row of the legend
public record Plot(String title, String across, String upwards, List<Series> series) {

    /// @throws IllegalArgumentException when there is no line
    public Plot {
        series = List.copyOf(series);
        if (series.isEmpty()) {
            throw new IllegalArgumentException(title + ": expected at least one line, found none");
        }
    }

    /// The plot as a picture.
    ///
    /// @return an SVG document
    public String svg() {
        return new Drawing(this).svg();
    }

    /// All points of all lines.
    List<Series.Point> points() {
        return series.stream().flatMap(line -> line.points().stream()).toList();
    }
}
