package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Unit;
import java.util.Locale;

/// How a number is written for people, with three digits that count.
final class Quantity {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double BYTES_PER_MEGABYTE = 1_000_000;
    private static final double BYTES_PER_KILOBYTE = 1_000;

    private Quantity() {}

    static String text(double value, Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> time(value);
            case BYTES ->
                value < BYTES_PER_MEGABYTE
                        ? digits(value / BYTES_PER_KILOBYTE) + " kB"
                        : digits(value / BYTES_PER_MEGABYTE) + " MB";
            case FILES -> String.format(Locale.ROOT, "%,.0f files", value);
            case DOCUMENTS_PER_SECOND -> String.format(Locale.ROOT, "%,.0f documents/s", value);
        };
    }

    private static String time(double millis) {
        if (millis < 1) {
            return digits(millis * MICROS_PER_MILLI) + " µs";
        }
        return millis < MILLIS_PER_SECOND ? digits(millis) + " ms" : digits(millis / MILLIS_PER_SECOND) + " s";
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String ratio(double ratio) {
        return digits(ratio) + "×";
    }

    private static String digits(double value) {
        if (value < 10) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
