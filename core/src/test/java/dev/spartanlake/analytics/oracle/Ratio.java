package dev.spartanlake.analytics.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two exact sums, one over the other.
record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {

    static @Nullable Ratio of(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return numerator == null || denominator == null ? null : new Ratio(numerator, denominator);
    }

    static @Nullable Ratio sum(List<Ratio> ratios) {
        return ratios.stream()
                .reduce((a, b) -> new Ratio(a.numerator.add(b.numerator), a.denominator.add(b.denominator)))
                .filter(Ratio::isDefined)
                .orElse(null);
    }

    Ratio minus(@Nullable Ratio part) {
        return part == null
                ? this
                : new Ratio(numerator.subtract(part.numerator), denominator.subtract(part.denominator));
    }

    boolean isDefined() {
        return denominator.signum() != 0;
    }

    double scaled(int scale) {
        return scale * numerator.doubleValue() / denominator.doubleValue();
    }

    /// By the exact quotient; denominators are not negative.
    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
