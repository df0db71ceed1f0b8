package dev.spartanlake.career;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// The weighted mean of percentages as one exact fraction: measures with the same number of earlier values share a
/// denominator, and only KDA and accuracy can have fewer than the others.
final class WeightedPercentage {

    private BigInteger numerator = BigInteger.ZERO;
    private BigInteger denominator = BigInteger.ONE;
    private long weight;

    /// Adds a measure. One that counts for nothing, or was never known before, is left out.
    ///
    /// @param notBetter how many of the earlier values are not better
    /// @param earlier how many earlier values there are
    void add(long measureWeight, long notBetter, long earlier) {
        if (measureWeight > 0 && earlier > 0) {
            BigInteger all = BigInteger.valueOf(earlier);
            BigInteger points = BigInteger.valueOf(measureWeight * notBetter);
            numerator = numerator.multiply(all).add(points.multiply(denominator));
            denominator = denominator.multiply(all);
            weight += measureWeight;
        }
    }

    /// The mean, from 0 to 100, rounded half up to one decimal; null when no measure counted.
    @Nullable
    Float tenths() {
        if (weight == 0) {
            return null;
        }
        BigInteger divisor = denominator.multiply(BigInteger.valueOf(weight));
        BigInteger doubled = numerator.multiply(BigInteger.valueOf(2_000)).add(divisor);
        return doubled.divide(divisor.shiftLeft(1)).intValueExact() / 10f;
    }
}
