package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Subject;
import dev.spartanlake.bench.measure.Unit;
import dev.spartanlake.bench.plot.Plot;
import dev.spartanlake.bench.plot.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the times of a job grow, as a plot of medians: with the size of careers or, for a job that counts files, with
/// their number, on the largest careers. Where there are many works, it shows their median and the slowest.
final class JobPlot {

    private static final int MOST_WORKS = 3;
    private static final List<Side> SIDES = List.of(Side.PRODUCT, Side.FLOOR);
    private static final String UPWARDS = "median time (milliseconds)";

    /// Between the files that a work is done on, as [Measurement#work] names them, and the rest of its name.
    private static final String AFTER_SHAPE = ": ";

    private JobPlot() {}

    private record SideAndSize(Side side, long matches) {}

    /// The plot of the measurements of one job, of which some are times.
    static Plot of(String job, List<Measurement> measurements) {
        return measurements.stream().anyMatch(measurement -> measurement.unit() == Unit.FILES)
                ? byFiles(job, measurements)
                : byMatches(job, measurements);
    }

    private static Plot byMatches(String job, List<Measurement> measurements) {
        List<Measurement> times = times(measurements, SIDES);
        List<String> works = works(times);
        List<Series> series = works.size() <= MOST_WORKS ? ofEach(works, times) : ofAll(times);
        return new Plot(job + ": time by size of the career", "matches", UPWARDS, series);
    }

    private static List<Series> ofEach(List<String> works, List<Measurement> times) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            String work = works.get(i);
            List<Measurement> ofWork =
                    times.stream().filter(time -> time.work().equals(work)).toList();
            series.addAll(bySide(work, i, ofWork, Measurement::matches, SIDES));
        }
        return series;
    }

    private static List<Series> ofAll(List<Measurement> times) {
        Map<SideAndSize, List<Measurement>> bySideAndSize =
                times.stream().collect(Collectors.groupingBy(time -> new SideAndSize(time.side(), time.matches())));
        List<Measurement> medians = new ArrayList<>();
        List<Measurement> slowest = new ArrayList<>();
        for (List<Measurement> works : bySideAndSize.values()) {
            Measurement first = works.getFirst();
            Measurement all = new Subject(first.job(), "all", first.matches())
                    .measurement(
                            first.side(),
                            first.unit(),
                            works.stream().map(Measurement::median).toList());
            medians.add(only(all, all.median()));
            slowest.add(only(all, all.max()));
        }
        return Stream.concat(
                        bySide("median of all works", 0, medians, Measurement::matches, SIDES).stream(),
                        bySide("slowest work", 1, slowest, Measurement::matches, SIDES).stream())
                .toList();
    }

    private static Measurement only(Measurement of, double sample) {
        return new Subject(of.job(), of.work(), of.matches()).measurement(of.side(), of.unit(), List.of(sample));
    }

    private static Plot byFiles(String job, List<Measurement> measurements) {
        long matches =
                measurements.stream().mapToLong(Measurement::matches).max().orElseThrow();
        List<Measurement> largest = measurements.stream()
                .filter(measurement -> measurement.matches() == matches)
                .toList();
        Map<String, Double> files = largest.stream()
                .filter(measurement -> measurement.unit() == Unit.FILES)
                .collect(Collectors.toMap(count -> shape(count.work()), Measurement::median));
        List<Side> sides = List.of(Side.PRODUCT, Side.FLOOR, Side.GLOB);
        Map<String, List<Measurement>> byKind = times(largest, sides).stream()
                .collect(Collectors.groupingBy(time -> kind(time.work()), TreeMap::new, Collectors.toList()));
        List<Series> series = new ArrayList<>();
        int colour = 0;
        for (Map.Entry<String, List<Measurement>> kind : byKind.entrySet()) {
            series.addAll(bySide(
                    kind.getKey(),
                    colour++,
                    kind.getValue(),
                    time -> files.getOrDefault(shape(time.work()), 0.0),
                    sides));
        }
        return new Plot(
                job + ": time by number of files, " + Quantity.number(matches) + " matches",
                "Parquet files",
                UPWARDS,
                series);
    }

    private static String shape(String work) {
        return work.substring(0, work.indexOf(AFTER_SHAPE));
    }

    private static String kind(String work) {
        return work.substring(work.indexOf(AFTER_SHAPE) + AFTER_SHAPE.length());
    }

    private static List<Measurement> times(List<Measurement> measurements, List<Side> sides) {
        return measurements.stream()
                .filter(measurement -> measurement.unit() == Unit.MILLISECONDS && sides.contains(measurement.side()))
                .toList();
    }

    private static List<String> works(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::work).distinct().toList();
    }

    /// A line for each side that was measured.
    private static List<Series> bySide(
            String what, int colour, List<Measurement> times, ToDoubleFunction<Measurement> x, List<Side> sides) {
        List<Series> series = new ArrayList<>();
        for (Side side : sides) {
            List<Series.Point> points = times.stream()
                    .filter(time -> time.side() == side)
                    .map(time -> new Series.Point(x.applyAsDouble(time), time.median()))
                    .sorted(Comparator.comparingDouble(Series.Point::x))
                    .toList();
            if (!points.isEmpty()) {
                series.add(new Series(side.title() + ": " + what, colour, stroke(side), points));
            }
        }
        return series;
    }

    private static Series.Stroke stroke(Side side) {
        return switch (side) {
            case PRODUCT -> Series.Stroke.SOLID;
            case FLOOR -> Series.Stroke.DASHED;
            case PARQUET, GLOB -> Series.Stroke.DOTTED;
        };
    }
}
