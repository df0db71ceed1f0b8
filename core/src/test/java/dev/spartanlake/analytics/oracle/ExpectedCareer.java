package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.measure.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A career as a whole, and cut into groups.
public record ExpectedCareer(Selection selection) {

    /// The answer to [CareerSummary].
    public List<CareerSummary.Summary> summary() {
        List<PlayedMatch> matches = selection.matches();
        long sessions = matches.stream().map(PlayedMatch::session).distinct().count();
        long days = matches.stream()
                .map(match -> local(match).toLocalDate())
                .distinct()
                .count();
        return List.of(
                new CareerSummary.Summary(Definitions.tally(matches), sessions, days, Definitions.values(matches)));
    }

    /// The answer to [Breakdown].
    public List<Breakdown.Group> breakdown(Dimension dimension) {
        Map<Optional<String>, List<PlayedMatch>> groups = new LinkedHashMap<>();
        for (PlayedMatch match : selection.matches()) {
            groups.computeIfAbsent(Optional.ofNullable(label(dimension, match)), _ -> new ArrayList<>())
                    .add(match);
        }
        List<Breakdown.Group> expected = new ArrayList<>();
        groups.forEach((label, matches) -> {
            if (matches.size() >= selection.filter().leastMatches()) {
                expected.add(new Breakdown.Group(
                        label.orElse(null), Definitions.tally(matches), Definitions.values(matches)));
            }
        });
        Comparator<Breakdown.Group> byLabel =
                Comparator.comparing(Breakdown.Group::label, Comparator.nullsLast(Comparator.naturalOrder()));
        switch (dimension) {
            case MAP, PLAYLIST, MODE, CATEGORY ->
                expected.sort(Comparator.comparingLong(
                                (Breakdown.Group group) -> -group.tally().matches())
                        .thenComparing(byLabel));
            case HOUR, WEEKDAY, DAY, WEEK, MONTH, YEAR -> expected.sort(byLabel);
            case SEASON -> {
                // Groups were met in the order of their first matches.
            }
        }
        return expected;
    }

    private @Nullable String label(Dimension dimension, PlayedMatch match) {
        ZonedDateTime local = local(match);
        LocalDate day = local.toLocalDate();
        String season = match.row().text("season_id");
        return switch (dimension) {
            case MAP -> match.names().map();
            case PLAYLIST -> match.names().playlist();
            case MODE -> match.names().mode();
            case CATEGORY -> match.names().category();
            case HOUR -> String.format(Locale.ROOT, "%02d", local.getHour());
            case WEEKDAY -> String.valueOf(day.getDayOfWeek().getValue());
            case DAY -> day.toString();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> String.valueOf(day.getYear());
            case SEASON -> season == null ? null : Selection.lastStep(season);
        };
    }

    private ZonedDateTime local(PlayedMatch match) {
        return match.localStart(selection.viewpoint().zone());
    }

    /// The answer to [Distribution].
    public Distribution.Spread distribution(Measure measure, int bins) {
        List<Double> values = selection.matches().stream()
                .map(match -> match.value(measure))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return new Distribution.Spread(
                    new Distribution.Quantiles(0, null, null, null, null, null, null, null, null), List.of());
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        Distribution.Quantiles quantiles = new Distribution.Quantiles(
                values.size(),
                mean,
                values.getFirst(),
                quantile(values, 10),
                quantile(values, 25),
                quantile(values, 50),
                quantile(values, 75),
                quantile(values, 90),
                values.getLast());
        return new Distribution.Spread(quantiles, bins(values, bins));
    }

    private static double quantile(List<Double> sorted, int percent) {
        double place = (sorted.size() - 1) * percent / 100.0;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static List<Distribution.Bin> bins(List<Double> sorted, int bins) {
        double low = sorted.getFirst();
        double range = sorted.getLast() - low;
        if (range == 0) {
            return List.of(new Distribution.Bin(low, low, sorted.size()));
        }
        List<Distribution.Bin> expected = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            double from = low + range * i / bins;
            double to = low + range * (i + 1) / bins;
            boolean last = i == bins - 1;
            long inside = sorted.stream()
                    .filter(value -> value >= from && (last || value < to))
                    .count();
            expected.add(new Distribution.Bin(from, to, inside));
        }
        return expected;
    }

    /// The answer to [PersonalRecords].
    public List<PersonalRecords.PersonalRecord> records(int places) {
        List<PersonalRecords.PersonalRecord> expected = new ArrayList<>();
        for (Measure measure : List.of(
                Measure.KILLS_PER_MATCH,
                Measure.ASSISTS_PER_MATCH,
                Measure.KDA,
                Measure.ACCURACY,
                Measure.KILLS_PER_MINUTE,
                Measure.KILLING_SPREE,
                Measure.DAMAGE_DEALT,
                Measure.DAMAGE_PER_LIFE,
                Measure.LIFE_SECONDS,
                Measure.PERSONAL_SCORE,
                Measure.PERFORMANCE_SCORE,
                Measure.MINUTES_PLAYED)) {
            selection.matches().stream()
                    .filter(match -> match.defined(measure) != null && counts(measure, match.row()))
                    .sorted(Comparator.comparing(
                                    (PlayedMatch match) -> Objects.requireNonNull(match.defined(measure)),
                                    Comparator.reverseOrder())
                            .thenComparing(PlayedMatch.ORDER))
                    .limit(places)
                    .map(match -> personalRecord(measure, match))
                    .forEach(expected::add);
        }
        return expected;
    }

    private static boolean counts(Measure measure, RawRow row) {
        return switch (measure) {
            case ACCURACY -> row.count("shots_fired") >= 50;
            case KILLS_PER_MINUTE, LIFE_SECONDS -> {
                Double seconds = row.real("time_played_seconds", 6);
                yield seconds != null && seconds >= 180;
            }
            default -> true;
        };
    }

    private static PersonalRecords.PersonalRecord personalRecord(Measure measure, PlayedMatch match) {
        return new PersonalRecords.PersonalRecord(
                measure.column(),
                Objects.requireNonNull(match.value(measure)),
                match.id(),
                match.start(),
                match.names().map(),
                match.names().mode(),
                match.names().playlist());
    }
}
