package dev.spartanlake.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.match.Xuid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareerOracleTest {

    private static final Xuid PLAYER = new Xuid(2533270000000001L);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoresLikeTheDefinitionReadAloud(long seed) {
        List<CareerMatch> career = career(seed, 160);

        Map<String, Float> scores = new PerformanceScores(ScoreWeights.STANDARD).of(career);

        assertThat(scores).isEqualTo(naiveScores(career));
        assertThat(scores).isNotEmpty();
        assertThat(scores.values()).allMatch(score -> score >= 0 && score <= 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void cutsSessionsLikeTheDefinitionReadAloud(long seed) {
        List<CareerMatch> career = career(seed, 160);

        List<Session> sessions = new Sessions(Sessions.STANDARD_GAP).of(PLAYER, career);

        assertThat(sessions.stream().map(Session::matches).toList()).isEqualTo(naiveSessions(career));
        assertThat(sessions.stream().map(Session::sessionId)).doesNotHaveDuplicates();
        assertThat(sessions).hasSizeBetween(2, 159);
    }

    @Test
    void givesNoScoreBeforeTheEleventhMatchOfAKind() {
        List<CareerMatch> career = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            career.add(match(i, CareerMatch.Kind.PVP, 10, 10, 50f));
            career.add(match(100 + i, CareerMatch.Kind.PVE, 300, 1, 50f));
        }
        career.sort(CareerMatch.ORDER);

        Map<String, Float> scores = new PerformanceScores(ScoreWeights.STANDARD).of(career);

        assertThat(scores.keySet()).containsExactlyInAnyOrder(id(10), id(110));
        assertThat(scores.get(id(10))).isEqualTo(100f);
    }

    @Test
    void leavesOutAnUnknownAccuracyAndLetsTheOthersCountForMore() {
        List<CareerMatch> career = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            career.add(match(i, CareerMatch.Kind.PVP, 10, 10, 50f));
        }
        career.add(match(10, CareerMatch.Kind.PVP, 5, 10, null));

        Map<String, Float> scores = new PerformanceScores(ScoreWeights.STANDARD).of(career);

        // Kills and KDA are below all earlier ones; deaths and assists equal them: (25 + 15) of 90.
        assertThat(scores.get(id(10))).isEqualTo(44.4f);
    }

    @Test
    void startsASessionOnlyAfterMoreThanTheGap() {
        Instant start = Instant.parse("2025-03-01T20:00:00Z");
        CareerMatch first = at("a", start, Duration.ofMinutes(10));
        CareerMatch afterExactlyTheGap = at("b", start.plus(Duration.ofMinutes(130)), Duration.ofMinutes(10));
        CareerMatch afterMore = at("c", start.plus(Duration.ofMinutes(260)).plusMillis(1), Duration.ofMinutes(10));

        List<Session> sessions =
                new Sessions(Sessions.STANDARD_GAP).of(PLAYER, List.of(first, afterExactlyTheGap, afterMore));

        assertThat(sessions).hasSize(2);
        assertThat(sessions.getFirst().matches()).containsExactly(first, afterExactlyTheGap);
        assertThat(sessions.getFirst().sessionId()).isEqualTo("2533270000000001-20250301T200000.000000Z");
    }

    @Test
    void refusesWeightsThatGiveNoScore() {
        assertThatThrownBy(() -> new ScoreWeights(0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score weights: expected five integers from 0 whose sum is 1 to 1000, found 0, 0, 0, 0, 0");
    }

    /// The definition with lists and exact decimals: O(n²), no trees, no ranks.
    private static Map<String, Float> naiveScores(List<CareerMatch> career) {
        Map<String, Float> scores = new HashMap<>();
        for (int i = 0; i < career.size(); i++) {
            CareerMatch match = career.get(i);
            List<CareerMatch> earlier = career.subList(0, i).stream()
                    .filter(other -> other.kind() == match.kind())
                    .toList();
            if (earlier.size() < 10) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            int weights = 0;
            int[] weight = {30, 25, 15, 20, 10};
            for (int measure = 0; measure < weight.length; measure++) {
                int chosen = measure;
                Double own = value(match, chosen);
                List<Double> others = earlier.stream()
                        .map(other -> value(other, chosen))
                        .filter(value -> value != null)
                        .toList();
                if (own == null || others.isEmpty()) {
                    continue;
                }
                long notBetter = others.stream()
                        .filter(value -> chosen == 1 ? value >= own : value <= own)
                        .count();
                sum = sum.add(BigDecimal.valueOf(100L * weight[measure] * notBetter)
                        .divide(BigDecimal.valueOf(others.size()), new MathContext(60)));
                weights += weight[measure];
            }
            scores.put(
                    match.matchId(),
                    sum.divide(BigDecimal.valueOf(weights), new MathContext(50))
                            .setScale(1, RoundingMode.HALF_UP)
                            .floatValue());
        }
        return scores;
    }

    private static @Nullable Double value(CareerMatch match, int measure) {
        CareerMatch.Performance did = match.performance();
        Float seconds = did.timePlayedSeconds();
        double length = seconds == null || seconds <= 0 ? 600 : seconds;
        return switch (measure) {
            case 0 -> did.kills() * 60.0 / length;
            case 1 -> did.deaths() * 60.0 / length;
            case 2 -> did.assists() * 60.0 / length;
            case 3 -> did.kda() == null ? null : Double.valueOf(did.kda());
            default -> did.accuracy() == null ? null : Double.valueOf(did.accuracy());
        };
    }

    private static List<List<CareerMatch>> naiveSessions(List<CareerMatch> career) {
        List<List<CareerMatch>> sessions = new ArrayList<>();
        for (CareerMatch match : career) {
            List<CareerMatch> last = sessions.isEmpty() ? List.of() : sessions.getLast();
            boolean joins = !last.isEmpty()
                    && match.startTime().toEpochMilli() - last.getLast().end().toEpochMilli() <= 120 * 60_000L;
            if (joins) {
                last.add(match);
            } else {
                sessions.add(new ArrayList<>(List.of(match)));
            }
        }
        return sessions;
    }

    private static List<CareerMatch> career(long seed, int size) {
        Random random = new Random(seed);
        Instant time = Instant.parse("2024-01-01T00:00:00Z");
        List<CareerMatch> career = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Some matches start at the same moment, some a little or much later.
            time = time.plusMillis(random.nextInt(4) * (long) random.nextInt(90 * 60_000));
            int kills = random.nextInt(12);
            int deaths = random.nextInt(6);
            int assists = random.nextInt(4);
            Float kda = random.nextInt(20) == 0 ? null : Float.valueOf((kills - deaths) + assists / 3f);
            Float accuracy = random.nextInt(4) == 0 ? null : Float.valueOf(30 + random.nextInt(8));
            Float seconds = switch (random.nextInt(6)) {
                case 0 -> null;
                case 1 -> 0f;
                default -> 300f + 60 * random.nextInt(6);
            };
            Instant end = random.nextInt(15) == 0 ? null : time.plusSeconds(600);
            CareerMatch.Kind kind = random.nextInt(5) == 0 ? CareerMatch.Kind.PVE : CareerMatch.Kind.PVP;
            career.add(new CareerMatch(
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    time,
                    end,
                    kind,
                    random.nextInt(1, 5),
                    new CareerMatch.Performance(kills, deaths, assists, kda, accuracy, 100, 40, seconds)));
        }
        return career.stream().sorted(CareerMatch.ORDER).collect(Collectors.toList());
    }

    private static CareerMatch match(
            int number, CareerMatch.Kind kind, int kills, int deaths, @Nullable Float accuracy) {
        Instant start = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(number));
        return new CareerMatch(
                id(number),
                start,
                start.plusSeconds(600),
                kind,
                2,
                new CareerMatch.Performance(kills, deaths, 3, (float) (kills + 1 - deaths), accuracy, 100, 50, 600f));
    }

    private static CareerMatch at(String matchId, Instant start, Duration length) {
        return new CareerMatch(
                matchId,
                start,
                start.plus(length),
                CareerMatch.Kind.PVP,
                2,
                new CareerMatch.Performance(1, 1, 1, 0f, null, null, null, 600f));
    }

    private static String id(int number) {
        return "match-" + number;
    }
}
