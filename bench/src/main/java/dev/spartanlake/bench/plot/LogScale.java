package dev.spartanlake.bench.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/// A logarithmic scale from one step to another. Steps are 1, 2 and 5 times the powers of ten, numbered so that 0 is 1
/// and 3 is 10. It is the same to the last bit on every machine.
///
/// @param first the step at its low end
/// @param last the step at its high end
record LogScale(int first, int last) {

    private static final int[] DIGITS = {1, 2, 5};

    /// A scale of more steps has ticks at powers of ten alone.
    private static final int MOST_STEPS = 6;

    /// The shortest scale that has some values on it, and is longer than nothing.
    ///
    /// @param values at least one, each greater than 0
    /// @throws IllegalArgumentException when there are none, or one of them is not greater than 0
    static LogScale around(List<Double> values) {
        double least = values.stream().min(Double::compare).orElse(0.0);
        if (least <= 0) {
            throw new IllegalArgumentException("logarithmic scale: expected values greater than 0, found " + values);
        }
        double greatest = values.stream().max(Double::compare).orElse(least);
        int first = stepUpTo(least);
        int below = stepUpTo(greatest);
        int last = value(below) < greatest ? below + 1 : below;
        return first < last ? new LogScale(first, last) : new LogScale(first - 1, last + 1);
    }

    /// The greatest step that is not greater than a value.
    private static int stepUpTo(double value) {
        int step = DIGITS.length * (int) Math.floor(StrictMath.log10(value)) - 1;
        while (value(step + 1) <= value) {
            step++;
        }
        return step;
    }

    private static double value(int step) {
        return BigDecimal.valueOf(DIGITS[Math.floorMod(step, DIGITS.length)])
                .scaleByPowerOfTen(Math.floorDiv(step, DIGITS.length))
                .doubleValue();
    }

    /// The value at its low end.
    double low() {
        return value(first);
    }

    /// The value at its high end.
    double high() {
        return value(last);
    }

    /// Where a value is: 0 at the low end, 1 at the high end.
    double position(double value) {
        return StrictMath.log(value / low()) / StrictMath.log(high() / low());
    }

    /// The values to be marked, in ascending order.
    List<Double> ticks() {
        int every = last - first > MOST_STEPS ? DIGITS.length : 1;
        return IntStream.rangeClosed(first, last)
                .filter(step -> Math.floorMod(step, every) == 0)
                .mapToObj(LogScale::value)
                .toList();
    }
}
