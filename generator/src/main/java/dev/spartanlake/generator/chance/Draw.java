package dev.spartanlake.generator.chance;

import java.util.List;

/// A stream of draws that depends on its seed alone (SplitMix64).
///
/// **Threads**: not safe for concurrent use; every match and every evening has a stream of its own.
public final class Draw {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /// The stream of a seed.
    public static Draw of(long seed) {
        return new Draw(mix(seed));
    }

    /// A seed for the `index`-th thing under a seed; neighbouring indexes give unrelated streams.
    public static long seed(long seed, long index) {
        return mix(mix(seed) + GOLDEN_GAMMA * (index + 1));
    }

    /// The next 64 bits.
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// A number from 0 to `bound` exclusive, or 0 where the bound is not positive.
    public int below(int bound) {
        if (bound <= 0) {
            return 0;
        }
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// A number from `low` to `high`, both included.
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /// A fraction from 0 to 1 exclusive.
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /// True with the given probability.
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /// A value around `centre`, at most `share` of it away, more often near than far.
    public double around(double centre, double share) {
        return centre * (1 + share * (unit() + unit() - 1));
    }

    /// A count with the given mean, from 0 to twice the mean rounded up.
    public int count(double mean) {
        double value = mean * (unit() + unit());
        int whole = (int) value;
        return unit() < value - whole ? whole + 1 : whole;
    }

    /// One of the choices, those at the front more likely than those at the back.
    public <T> T early(List<T> choices) {
        int one = below(choices.size());
        int other = below(choices.size());
        return choices.get(Math.min(one, other));
    }

    /// One of the choices, all equally likely.
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
