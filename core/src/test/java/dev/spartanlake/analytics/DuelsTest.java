package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.FilmedCareer.Shot;
import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.analytics.people.Duels.Duel;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.film.KillPair;
import dev.spartanlake.film.PairOracle;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who kills whom over a career, against all pairs that are possible in each film.
class DuelsTest {

    private static final long RIVAL = 2533270000000900L;
    private static final int MANY = 1000;

    @TempDir
    private Path directory;

    /// Kills and deaths crowd within few milliseconds, so that it often matters which death a kill takes first.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areThoseOfThePairsHoweverCloseTheyCome(long seed) throws IOException {
        Random random = new Random(seed);
        SmallCareer career = new SmallCareer(LongStream.range(RIVAL, RIVAL + 8).toArray());
        FilmedCareer films = new FilmedCareer();
        Map<Long, long[]> expected = new TreeMap<>();
        for (int match = 0; match < 12; match++) {
            career.play(_ -> {});
            List<HighlightEvent> events = films.film(match, crowd(random));
            PairOracle.of(events).forEach(pair -> count(pair, expected));
        }
        Fixture fixture = career.store(directory);
        films.store(fixture);

        List<Duel> duels = ask(fixture, new Duels(Duels.Order.MOST, MANY));

        assertThat(duels.stream()
                        .collect(Collectors.toMap(
                                duel -> Long.parseLong(duel.xuid()),
                                duel -> List.of(duel.kills(), duel.deaths(), duel.difference()))))
                .isEqualTo(expected.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> List.of(
                                        entry.getValue()[0],
                                        entry.getValue()[1],
                                        entry.getValue()[0] - entry.getValue()[1]))));
        assertThat(duels).hasSize(4);
    }

    private static List<Shot> crowd(Random random) {
        List<Shot> shots = new ArrayList<>();
        int span = 20 + random.nextInt(200);
        for (int i = 0; i < 120; i++) {
            int who = random.nextInt(8);
            long xuid = who == 0 ? FilmedCareer.ME : RIVAL + who;
            int team = who % 2;
            long millis = 20_000L + random.nextInt(span);
            shots.add(random.nextBoolean() ? Shot.kill(millis, xuid, team) : Shot.death(millis, xuid, team));
            if (random.nextInt(4) == 0) {
                shots.add(Shot.medal(millis, xuid, team, 107));
            }
        }
        return shots;
    }

    private static void count(KillPair pair, Map<Long, long[]> duels) {
        long killer = pair.kill().xuid().value();
        long victim = pair.death().xuid().value();
        if (killer == FilmedCareer.ME) {
            duels.computeIfAbsent(victim, _ -> new long[2])[0]++;
        } else if (victim == FilmedCareer.ME) {
            duels.computeIfAbsent(killer, _ -> new long[2])[1]++;
        }
    }

    @Test
    void putThoseFirstWhoAreAskedFor() throws IOException {
        SmallCareer career = new SmallCareer(RIVAL, RIVAL + 1, RIVAL + 2)
                .play(_ -> {})
                .play(_ -> {})
                .play(_ -> {});
        FilmedCareer films = new FilmedCareer();
        long[] rivals = {RIVAL, RIVAL + 1, RIVAL + 2};
        // Kills and deaths: 3 and 1, 2 and 4, 1 and 1; the third match has no film.
        films.film(0, duels(rivals, new int[] {2, 2, 1}, new int[] {1, 1, 0}));
        films.film(1, duels(rivals, new int[] {1, 0, 0}, new int[] {0, 3, 1}));
        Fixture fixture = career.store(directory);
        films.store(fixture);

        assertThat(xuids(ask(fixture, new Duels(Duels.Order.MOST, MANY)))).containsExactly(RIVAL + 1, RIVAL, RIVAL + 2);
        assertThat(xuids(ask(fixture, new Duels(Duels.Order.NEMESIS, MANY))))
                .containsExactly(RIVAL + 1, RIVAL + 2, RIVAL);
        assertThat(xuids(ask(fixture, new Duels(Duels.Order.PREY, 2)))).containsExactly(RIVAL, RIVAL + 1);
        assertThat(ask(fixture, new Duels(Duels.Order.MOST, 1)))
                .containsExactly(
                        new Duel(Long.toString(RIVAL + 1), "Film 901", 2, 4, -2, 2, 1.0, 2.0, SmallCareer.start(1)));
    }

    private static List<Shot> duels(long[] rivals, int[] kills, int[] deaths) {
        List<Shot> shots = new ArrayList<>();
        long time = 20_000;
        for (int i = 0; i < rivals.length; i++) {
            for (int kill = 0; kill < kills[i]; kill++) {
                shots.add(Shot.kill(time += 1000, FilmedCareer.ME, 0));
                shots.add(Shot.death(time + kill % 2, rivals[i], 1));
            }
            for (int death = 0; death < deaths[i]; death++) {
                shots.add(Shot.kill(time += 1000, rivals[i], 1));
                shots.add(Shot.death(time + death % 2, FilmedCareer.ME, 0));
            }
        }
        return shots;
    }

    private static List<Long> xuids(List<Duel> duels) {
        return duels.stream().map(duel -> Long.parseLong(duel.xuid())).toList();
    }

    /// The film of the recorded game of Oddball against the kills and deaths in its document, for everybody in it.
    @Test
    void ofARecordedFilmAreThoseOfItsDocument() throws IOException {
        Path film = SharedData.require("film/38_63391382-6b88-43f9-9ff4-6313404c419c.gzip");
        Path document = SharedData.require("matches/get_match_stats_oddball.json");
        Map<String, JsonNode> figures = new HashMap<>();
        new JsonMapper()
                .readTree(Files.readAllBytes(document))
                .path("Players")
                .forEach(player -> figures.put(
                        player.path("PlayerId").asString().replaceAll("\\D", ""),
                        player.at("/PlayerTeamStats/0/Stats/CoreStats")));
        Fixture fixture = new Fixture(directory);
        fixture.ingest(
                List.of(document), figures.keySet().stream().map(Xuid::parse).collect(Collectors.toSet()));
        Obtained obtained = new Obtained();
        obtained.add(ObtainedMatch.of(new MatchId("63391382-6b88-43f9-9ff4-6313404c419c"), "film")
                .withFilm(Files.readAllBytes(film), 38));
        Map<String, Map<String, Long>> matrix = new TreeMap<>();
        long kills = 0;
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.take(obtained);
            for (String xuid : figures.keySet()) {
                List<Duel> duels = warehouse
                        .analytics(Viewpoint.standard())
                        .ask(new Duels(Duels.Order.MOST, MANY), Filter.everything(Xuid.parse(xuid)));
                JsonNode core = figures.get(xuid);
                assertThat(duels.stream().mapToLong(Duel::kills).sum())
                        .isEqualTo(core.path("Kills").asLong());
                assertThat(duels.stream().mapToLong(Duel::deaths).sum())
                        .isEqualTo(core.path("Deaths").asLong());
                assertThat(duels).hasSizeBetween(1, 4).allSatisfy(duel -> {
                    assertThat(duel.matches()).isEqualTo(1);
                    assertThat(duel.killsPerMatch()).isCloseTo((double) duel.kills(), within(1e-12));
                });
                duels.forEach(duel -> {
                    matrix.computeIfAbsent(xuid, _ -> new TreeMap<>()).put(duel.xuid(), duel.kills());
                    matrix.computeIfAbsent(duel.xuid() + " by", _ -> new TreeMap<>())
                            .put(xuid, duel.deaths());
                });
                kills += duels.stream().mapToLong(Duel::kills).sum();
            }
        }

        assertThat(kills).isEqualTo(203);
        figures.keySet().forEach(xuid -> assertThat(matrix.get(xuid)).isEqualTo(matrix.get(xuid + " by")));
    }

    @Test
    void countTheMatchesAgainstEachOther() throws IOException {
        SmallCareer career = new SmallCareer().play(_ -> {}).play(_ -> {});
        Fixture fixture = career.store(directory);
        Map<String, @Nullable Object> me = fixture.rows(Tables.MATCH_FACTS).getFirst();
        Set<String> others = fixture.rows(Tables.MATCH_PARTICIPANTS).stream()
                .filter(row -> row.get("xuid") != null && !Objects.equals(row.get("team_id"), me.get("team_id")))
                .map(row -> String.valueOf(row.get("xuid")))
                .collect(Collectors.toSet());
        long opponent = Long.parseLong(others.iterator().next());
        FilmedCareer films = new FilmedCareer();
        films.film(0, List.of(Shot.kill(20_000, FilmedCareer.ME, 0), Shot.death(20_001, opponent, 1)));
        films.film(1, List.of(Shot.mode(20_000, FilmedCareer.ME, 0)));
        films.store(fixture);

        assertThat(ask(fixture, new Duels(Duels.Order.MOST, MANY)))
                .singleElement()
                .satisfies(duel -> {
                    assertThat(duel.matches()).isEqualTo(2);
                    assertThat(duel.killsPerMatch()).isEqualTo(0.5);
                    assertThat(duel.deathsPerMatch()).isZero();
                });
        assertThat(ask(
                        fixture,
                        new Duels(Duels.Order.MOST, MANY),
                        SmallCareer.ALL.change().leastMatches(3).build()))
                .isEmpty();
    }

    private static List<Duel> ask(Fixture fixture, Duels question) {
        return ask(fixture, question, SmallCareer.ALL);
    }

    private static List<Duel> ask(Fixture fixture, Duels question, Filter filter) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.analytics(Viewpoint.standard()).ask(question, filter);
        }
    }
}
