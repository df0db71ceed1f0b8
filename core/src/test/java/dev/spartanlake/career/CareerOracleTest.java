package dev.spartanlake.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareerOracleTest {

    private static final List<Integer> WEIGHTS = List.of(30, 25, 15, 20, 10);
    private static final Xuid PLAYER = new Xuid(2533270000000001L);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoresLikeTheDefinitionReadAloud(long seed) {
        List<CareerMatch> career = career(seed, 160);

        Map<String, Float> scores = new PerformanceScores(ScoreWeights.STANDARD).of(career);

        assertThat(scores).isEqualTo(CareerOracle.scores(career, WEIGHTS));
        assertThat(scores).isNotEmpty();
        assertThat(scores.values()).allMatch(score -> score >= 0 && score <= 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void cutsSessionsLikeTheDefinitionReadAloud(long seed) {
        List<CareerMatch> career = career(seed, 160);

        List<Session> sessions = new Sessions(Sessions.STANDARD_GAP).of(PLAYER, career);

        assertThat(sessions.stream().map(Session::matches).toList())
                .isEqualTo(CareerOracle.sessions(career, Duration.ofHours(2)));
        assertThat(sessions.stream().map(Session::sessionId)).doesNotHaveDuplicates();
        assertThat(sessions).hasSizeBetween(2, 159);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aCareerThatGrowsAtItsEndIsTheOneThatIsComputedWhole(long seed) {
        List<CareerMatch> career = career(seed, 160);
        CareerRules rules = CareerRules.STANDARD;
        Random random = new Random(seed);
        int known = 1 + random.nextInt(40);
        CareerEnd end = whole(career.subList(0, known), rules);
        Map<String, Float> scores = new HashMap<>(CareerOracle.scores(career.subList(0, known), WEIGHTS));
        Map<String, List<CareerMatch>> sessions = new TreeMap<>();
        CareerOracle.sessions(career.subList(0, known), Duration.ofHours(2))
                .forEach(session -> sessions.put(session.getFirst().matchId(), session));
        while (known < career.size()) {
            int to = Math.min(career.size(), known + 1 + random.nextInt(30));
            assertThat(end.isBefore(career.subList(known, to))).isTrue();
            CareerEnd.Continuation next = end.followedBy(career.subList(known, to), rules);
            scores.putAll(next.scores());
            next.sessions()
                    .forEach(
                            session -> sessions.put(session.matches().getFirst().matchId(), session.matches()));
            end = next.end();
            known = to;
        }

        assertThat(scores).isEqualTo(CareerOracle.scores(career, WEIGHTS));
        assertThat(sessions.values())
                .containsExactlyInAnyOrderElementsOf(CareerOracle.sessions(career, Duration.ofHours(2)));
        assertThat(end.matches()).isEqualTo(160);
        assertThat(end.last()).isEqualTo(career.getLast());
    }

    @Test
    void aCareerIsNotBeforeAMatchWithin() {
        List<CareerMatch> career = career(31, 40);
        CareerEnd end = whole(career.subList(0, 39), CareerRules.STANDARD);

        assertThat(end.isBefore(career.subList(39, 40))).isTrue();
        assertThat(end.isBefore(career.subList(38, 40))).isFalse();
        assertThat(end.isBefore(career.subList(10, 11))).isFalse();
    }

    @Test
    void countsLikeACountOneByOneHoweverManyNumbersAreAdded() {
        Random random = new Random(41);
        SortedValues values = SortedValues.of(new double[] {3, Double.NaN, 1});
        List<Double> added = new ArrayList<>(List.of(3.0, 1.0));
        for (int round = 0; round < 12; round++) {
            double[] more = random.ints(1000, -50, 50).asDoubleStream().toArray();
            Arrays.stream(more).forEach(added::add);
            values = values.with(more);
        }

        assertThat(values.size()).isEqualTo(added.size());
        for (double most : new double[] {-51, -50, -0.5, 0, 17, 49, 50}) {
            assertThat(values.countUpTo(most)).isEqualTo((int)
                    added.stream().filter(value -> value <= most).count());
        }
    }

    private static CareerEnd whole(List<CareerMatch> career, CareerRules rules) {
        return CareerEnd.of(
                career, rules.sessions().of(PLAYER, career), rules.scores().of(career), rules);
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
