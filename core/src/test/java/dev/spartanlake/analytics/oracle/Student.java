package dev.spartanlake.analytics.oracle;

/// Student's t distribution from its density alone, by Simpson's rule.
///
/// With `t = √ν · tan θ` the density becomes `cos^(ν−1) θ` up to a constant, which falls out of the quotient.
public final class Student {

    private static final int STEPS = 20_000;

    private Student() {}

    /// How probable a value as far from zero as this, or farther, is.
    ///
    /// @param degrees of freedom, at least 1
    public static double bothTails(double t, double degrees) {
        double angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
        return integral(angle, degrees - 1) / integral(0, degrees - 1);
    }

    /// The integral of a power of the cosine from an angle to the right angle.
    private static double integral(double from, double power) {
        double step = (Math.PI / 2 - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double cosine = i == STEPS ? 0 : Math.cos(from + i * step);
            sum += weight * Math.pow(cosine, power);
        }
        return sum * step / 3;
    }
}
