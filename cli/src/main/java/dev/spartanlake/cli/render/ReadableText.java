package dev.spartanlake.cli.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Plain Java values as people like to read them: like [PlainText], but long fractions are rounded.
final class ReadableText {

    private static final int DIGITS = 6;
    private static final int LEAST_DECIMALS = 2;
    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-4;

    private ReadableText() {}

    /// The text of a value, with no line break of its own unless the value has one.
    static String of(@Nullable Object value) {
        return switch (value) {
            case Float number -> fraction(number.toString(), Math.abs(number));
            case Double number -> fraction(number.toString(), Math.abs(number));
            case null, default -> PlainText.of(value);
        };
    }

    /// Whether a column holds nothing but numbers, and at least one.
    static boolean isNumeric(Grid grid, int column) {
        List<Object> known = grid.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return !known.isEmpty() && known.stream().allMatch(Number.class::isInstance);
    }

    /// Keeps six digits, or all before the point and two behind it. Very large and very small numbers keep their
    /// exponent.
    private static String fraction(String shortest, double magnitude) {
        boolean isPlain = magnitude == 0 || (magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN);
        if (!isPlain) {
            return shortest;
        }
        BigDecimal exact = new BigDecimal(shortest);
        int digits = Math.max(DIGITS, exact.precision() - exact.scale() + LEAST_DECIMALS);
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal stripped = rounded.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }
}
