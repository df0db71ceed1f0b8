package dev.spartanlake.generator.match;

import java.util.List;
import java.util.stream.IntStream;

/// A quarter of a year, which is how long the seasons here are.
///
/// @param number from 1, which goes on from the game's release until the second one begins
public record Season(int number) {

    private static final long QUARTER_MILLIS = 91L * 24 * 3600 * 1000;

    /// The quarter of the game's release, 1 October 2021 to the day.
    private static final long FIRST_QUARTER = 1_633_046_400_000L / QUARTER_MILLIS;

    /// The season of a moment.
    static Season at(long millis) {
        return new Season((int) Math.max(1, quarter(millis) - FIRST_QUARTER));
    }

    /// The first seasons, as many as wanted.
    public static List<Season> first(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Season::new).toList();
    }

    /// The quarter of a moment, counted from 1970.
    static long quarter(long millis) {
        return millis / QUARTER_MILLIS;
    }

    /// When it begins, in milliseconds since 1970.
    public long startMillis() {
        return (number == 1 ? FIRST_QUARTER : FIRST_QUARTER + number) * QUARTER_MILLIS;
    }

    /// When the next one begins.
    public long endMillis() {
        return (FIRST_QUARTER + number + 1) * QUARTER_MILLIS;
    }

    /// What documents in the shape of 2022 call it.
    public String earlyId() {
        return "Seasons/Season" + number + ".json";
    }

    /// What later documents call it.
    public String currentId() {
        return "Csr/Seasons/CsrSeason" + (number / 2 + 1) + "-" + (number % 2 + 1) + ".json";
    }
}
