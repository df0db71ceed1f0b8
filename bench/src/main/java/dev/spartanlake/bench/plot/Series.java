package dev.spartanlake.bench.plot;

import java.util.List;

/// A line of a plot.
///
/// @param label its name in the legend
/// @param colour series of one colour are about the same thing; from 0 to 3
/// @param stroke how it is drawn
/// @param points from left to right, at least one
public record Series(String label, int colour, Stroke stroke, List<Point> points) {

    /// How a line is drawn.
    public enum Stroke {
        /// One piece.
        SOLID,
        /// Dashes.
        DASHED,
        /// Dots.
        DOTTED
    }

    /// A point.
    ///
    /// @param x greater than 0
    /// @param y greater than 0
    public record Point(double x, double y) {}

    /// @throws IllegalArgumentException when there is no point, or no such colour
    public Series {
        points = List.copyOf(points);
        if (points.isEmpty() || colour < 0 || colour >= Colours.NUMBER) {
            throw new IllegalArgumentException(label + ": expected points and a colour from 0 to "
                    + (Colours.NUMBER - 1) + ", found " + points.size() + " points and colour " + colour);
        }
    }
}
