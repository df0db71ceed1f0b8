package dev.spartanlake.testsupport;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says which session and which score the matches of a player have, straight from the description of the format.
///
/// Slow and plain on purpose, and shares no code with the library.
public final class CareerOracle {

    private static final Duration BREAK = Duration.ofHours(2);
    private static final int FIRST_WITHOUT_SCORE = 10;
    private static final double ASSUMED_SECONDS = 600;
    private static final DateTimeFormatter SESSION_START = DateTimeFormatter.ofPattern(
                    "uuuuMMdd'T'HHmmss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<Measure> MEASURES = List.of(
            new Measure(30, 1, match -> match.perMinute("kills")),
            new Measure(25, -1, match -> match.perMinute("deaths")),
            new Measure(15, 1, match -> match.perMinute("assists")),
            new Measure(20, 1, match -> match.real("kda")),
            new Measure(10, 1, match -> match.real("accuracy")));

    private CareerOracle() {}

    /// Adds `session_id` and `performance_score` to the facts of one player.
    ///
    /// @param xuid the digits of the player's identifier
    /// @param facts the columns of all matches of the player, as [FactOracle] makes them
    public static void complete(String xuid, Collection<Map<String, @Nullable Object>> facts) {
        List<Match> career = new ArrayList<>();
        for (Map<String, @Nullable Object> columns : facts) {
            career.add(new Match(columns));
        }
        career.sort(Comparator.comparing(Match::start).thenComparing(Match::id));
        String session = "";
        Instant lastEnd = Instant.EPOCH;
        List<Match> earlier = new ArrayList<>();
        for (Match match : career) {
            boolean isFirst = earlier.isEmpty();
            if (isFirst || Duration.between(lastEnd, match.start()).compareTo(BREAK) > 0) {
                session = xuid + "-" + SESSION_START.format(match.start());
            }
            match.columns().put("session_id", session);
            match.columns().put("performance_score", score(match, earlier));
            lastEnd = match.end();
            earlier.add(match);
        }
    }

    private static @Nullable Float score(Match match, List<Match> earlier) {
        List<Match> ofKind =
                earlier.stream().filter(other -> other.isPve() == match.isPve()).toList();
        if (ofKind.size() < FIRST_WITHOUT_SCORE) {
            return null;
        }
        // As a fraction, because a sum of rounded percentages could be rounded to the wrong side.
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        long weights = 0;
        for (Measure measure : MEASURES) {
            Double own = measure.of(match);
            List<Double> others = measure.ofAll(ofKind);
            if (own != null && !others.isEmpty()) {
                long notBetter = others.stream()
                        .filter(other -> measure.sign() * other <= measure.sign() * own)
                        .count();
                BigInteger count = BigInteger.valueOf(others.size());
                BigInteger percents = BigInteger.valueOf(100 * measure.weight() * notBetter);
                numerator = numerator.multiply(count).add(denominator.multiply(percents));
                denominator = denominator.multiply(count);
                weights += measure.weight();
            }
        }
        BigDecimal whole = new BigDecimal(denominator.multiply(BigInteger.valueOf(weights)));
        return weights == 0
                ? null
                : Float.valueOf(new BigDecimal(numerator)
                        .divide(whole, 1, RoundingMode.HALF_UP)
                        .floatValue());
    }

    /// The facts of one match by column.
    private record Match(Map<String, @Nullable Object> columns) {

        String id() {
            return String.valueOf(columns.get("match_id"));
        }

        Instant start() {
            return (Instant) Objects.requireNonNull(columns.get("start_time"));
        }

        Instant end() {
            return columns.get("end_time") instanceof Instant end ? end : start();
        }

        boolean isPve() {
            Object category = columns.get("game_variant_category");
            return Objects.equals(category, 41)
                    || Objects.equals(category, 42)
                    || Objects.equals(columns.get("gameplay_interaction"), 2);
        }

        @Nullable
        Double perMinute(String count) {
            Double total = real(count);
            Double played = real("time_played_seconds");
            double seconds = played == null || played <= 0 ? ASSUMED_SECONDS : played;
            return total == null ? null : Double.valueOf(total * 60 / seconds);
        }

        @Nullable
        Double real(String column) {
            return columns.get(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
        }
    }

    /// What matches are compared by.
    ///
    /// @param weight its share of the score
    /// @param sign 1 where more is better, -1 where less is
    /// @param value its value for a match; null when it is not known
    private record Measure(long weight, int sign, Function<Match, @Nullable Double> value) {

        @Nullable
        Double of(Match match) {
            return value.apply(match);
        }

        List<Double> ofAll(List<Match> matches) {
            List<Double> known = new ArrayList<>();
            for (Match match : matches) {
                Double own = of(match);
                if (own != null) {
                    known.add(own);
                }
            }
            return known;
        }
    }
}
