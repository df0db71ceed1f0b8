package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Random sequences of changes, after each of which a warehouse that has been asked all along answers as one does that
/// has just been opened.
///
/// `-Dspartanlake.model.sequences=1000` runs more of them.
class FollowingQuestionsTest {

    private static final int SEQUENCES = Integer.getInteger("spartanlake.model.sequences", 3);
    private static final int STEPS = 6;
    private static final Limits LIMITS = Limits.standard().withRows(100_000);
    private static final List<ObjectNode> POOL = Documents.mixed(60);
    private static final List<Xuid> PLAYERS = CareerPlan.mixed(7, 64).players().stream()
            .map(player -> new Xuid(player.xuid()))
            .toList();
    private static final List<String> META = List.of(
            "matches",
            "meta.match_names",
            "meta.players",
            "meta.maps",
            "meta.playlists",
            "meta.sessions",
            "meta.match_ledger",
            "meta.data_files",
            "meta.commits");

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of("."));
    private Warehouse staying = fixture.warehouse();
    private Random random = new Random();
    private int files;

    static LongStream seeds() {
        return LongStream.range(0, SEQUENCES);
    }

    @BeforeEach
    void open() {
        fixture = new Fixture(directory.resolve("warehouse"));
        staying = fixture.warehouse();
    }

    @AfterEach
    void close() {
        staying.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAsAFreshOneDoes(long seed) throws IOException {
        random = new Random(seed);
        ingest(POOL.subList(0, 30), Set.of(PLAYERS.getFirst(), PLAYERS.getLast()));
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            askAtRandom();
            steps.add(step());
            if (random.nextBoolean()) {
                compare(seed + ": " + steps);
            }
        }
        compare(seed + ": " + steps);
    }

    @Test
    void aQuestionAboutOnePlayerReadsNoFilesOfAnother() throws IOException {
        ingest(POOL, Set.of(PLAYERS.getFirst(), PLAYERS.getLast()));
        Map<String, Object> expected = answers(staying, PLAYERS.getFirst());
        for (String table : List.of(Tables.MATCH_FACTS.name(), Tables.MEDAL_AWARDS.name())) {
            for (Path file : fixture.files(table)) {
                if (file.toString().contains("player=" + PLAYERS.getLast().text())) {
                    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
                }
            }
        }
        try (Warehouse fresh = fixture.warehouse()) {
            assertThat(answers(fresh, PLAYERS.getFirst())).isEqualTo(expected);
            assertThatThrownBy(() -> answers(fresh, PLAYERS.getLast())).hasMessageContaining("cannot be read");
            assertThatThrownBy(() -> fresh.query("FROM match_facts", List.of(), Language.EN, LIMITS))
                    .hasMessageContaining("The files of match_facts cannot be read");
            assertThat(answers(fresh, PLAYERS.getFirst())).isEqualTo(expected);
        }
    }

    private String step() throws IOException {
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                ingest(some(), Set.of());
                yield "ingest";
            }
            case 2 -> {
                ingest(some().stream().map(this::updated).toList(), Set.of());
                yield "update";
            }
            case 3 -> {
                changing(warehouse -> warehouse.namePlayer(PLAYERS.getFirst(), "Name" + random.nextInt(1000)));
                yield "name a player";
            }
            case 4 -> {
                changing(warehouse -> warehouse.nameAssets(List.of(map())));
                yield "name a map";
            }
            case 5 -> {
                changing(warehouse -> warehouse.untrack(Set.of(PLAYERS.getLast())));
                yield "untrack";
            }
            case 6 -> {
                changing(warehouse -> warehouse.track(Set.of(PLAYERS.getLast())));
                yield "track";
            }
            default -> random.nextBoolean() ? forget() : repair();
        };
    }

    private String forget() {
        changing(warehouse -> warehouse.forget(PLAYERS.getLast()));
        return "forget";
    }

    private String repair() throws IOException {
        List<Path> all = Tables.ALL.stream()
                .flatMap(table -> fixture.files(table.name()).stream())
                .toList();
        Path file = all.get(random.nextInt(all.size()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= 4;
        Files.write(file, bytes);
        changing(Warehouse::repair);
        return "repair";
    }

    private interface Change {
        void in(Warehouse warehouse);
    }

    /// The change is another process's as often as it is the same warehouse's.
    private void changing(Change change) {
        if (random.nextBoolean()) {
            change.in(staying);
        } else {
            try (Warehouse other = fixture.warehouse()) {
                change.in(other);
            }
        }
    }

    private void ingest(List<ObjectNode> documents, Set<Xuid> players) throws IOException {
        Path file = directory.resolve(files++ + ".ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        changing(warehouse ->
                warehouse.ingest(IngestRequest.of(List.of(file.toString()), players), IngestProgress.NONE));
    }

    private List<ObjectNode> some() {
        int from = random.nextInt(POOL.size() - 5);
        return POOL.subList(from, from + 1 + random.nextInt(5));
    }

    private ObjectNode updated(ObjectNode document) {
        return Documents.with(document, "/MatchInfo/SeasonId", "\"Season" + random.nextInt(1000) + "\"");
    }

    private Assets.NamedAsset map() {
        String id = POOL.get(random.nextInt(POOL.size()))
                .at("/MatchInfo/MapVariant/AssetId")
                .asString();
        return new Assets.NamedAsset(Assets.Kind.MAP, id, "Map" + random.nextInt(1000), null, null, null);
    }

    /// Loads some columns of some tables, or looks at the catalog, which unloads them.
    private void askAtRandom() {
        if (random.nextBoolean()) {
            askOfOnePlayer();
            return;
        }
        List<String> questions = List.of(
                "SELECT count(*), max(start_time) FROM match_facts",
                "SELECT sum(kills) FROM match_participants WHERE is_bot",
                "SELECT map_name, count(*) FROM matches GROUP BY ALL",
                "SELECT max(count) FROM medal_awards",
                "SELECT count(*) FROM information_schema.tables",
                "SELECT length(document) FROM match_documents",
                "SELECT 1");
        staying.query(questions.get(random.nextInt(questions.size())), List.of(), Language.EN, LIMITS);
    }

    /// Loads the files of one player at most.
    private void askOfOnePlayer() {
        Filter filter = Filter.of(PLAYERS.get(random.nextInt(PLAYERS.size())));
        Analytics analytics = staying.analytics(Viewpoint.standard());
        switch (random.nextInt(4)) {
            case 0 -> analytics.ask(new CareerSummary(), filter);
            case 1 -> analytics.ask(new Breakdown(Dimension.MAP), filter);
            case 2 -> analytics.ask(new MedalTotals(MedalTotals.Order.MOST, 100), filter);
            default -> analytics.ask(new Companions(Companions.Order.TOGETHER, 100), filter);
        }
    }

    private void compare(String steps) {
        List<Xuid> players = new ArrayList<>(PLAYERS);
        Collections.shuffle(players, random);
        for (Xuid player : players) {
            requireMatchesOfTheFiles(player, steps);
        }
        try (Warehouse fresh = fixture.warehouse()) {
            // As the first question, the report of a match loads a part of some tables.
            Map<String, Object> expected = answers(fresh, PLAYERS.getFirst());
            Map<String, Object> ofAnother = answers(fresh, PLAYERS.getLast());
            if (random.nextBoolean()) {
                assertThat(answers(staying, PLAYERS.getLast())).as(steps).isEqualTo(ofAnother);
                assertThat(answers(staying, PLAYERS.getFirst())).as(steps).isEqualTo(expected);
            }
            List<String> relations = new ArrayList<>(META);
            Tables.ALL.forEach(table -> relations.add(table.name()));
            for (String relation : relations) {
                String sql = "SELECT * FROM " + relation + " ORDER BY ALL";
                assertThat(staying.query(sql, List.of(), Language.EN, LIMITS).rows())
                        .as(relation + " after " + steps)
                        .usingRecursiveComparison()
                        .isEqualTo(
                                fresh.query(sql, List.of(), Language.EN, LIMITS).rows());
            }
            assertThat(answers(staying, PLAYERS.getFirst())).as(steps).isEqualTo(expected);
            assertThat(answers(staying, PLAYERS.getLast())).as(steps).isEqualTo(ofAnother);
        }
    }

    /// What DuckDB says about the player's rows in the files of all of them.
    private void requireMatchesOfTheFiles(Xuid player, String steps) {
        Map<String, Long> expected = new TreeMap<>();
        for (Map<String, @Nullable Object> row : fixture.rows(Tables.MATCH_FACTS)) {
            if (player.text().equals(row.get("xuid")) && row.get("kills") instanceof Number kills) {
                expected.put(String.valueOf(row.get("match_id")), kills.longValue());
            }
        }
        Map<String, Long> found = new TreeMap<>();
        staying.analytics(Viewpoint.standard())
                .ask(new MatchList(1000), Filter.everything(player))
                .forEach(match -> found.put(match.matchId(), match.kills()));
        assertThat(found).as(player + " after " + steps).isEqualTo(expected);
    }

    private static Map<String, Object> answers(Warehouse warehouse, Xuid player) {
        Analytics analytics = warehouse.analytics(Viewpoint.standard());
        Filter filter = Filter.of(player);
        Map<String, Object> answers = new TreeMap<>();
        List<MatchLine> last = analytics.ask(new MatchList(1), filter);
        last.forEach(match ->
                answers.put("match", analytics.ask(new MatchReport(new MatchId(match.matchId())), filter)));
        answers.put("career", analytics.ask(new CareerSummary(), filter));
        answers.put("maps", analytics.ask(new Breakdown(Dimension.MAP), filter));
        answers.put("matches", analytics.ask(new MatchList(1000), filter));
        answers.put("sessions", analytics.ask(new SessionList(SessionList.Order.BEST, 100), filter));
        answers.put("medals", analytics.ask(new MedalTotals(MedalTotals.Order.MOST, 100), filter));
        answers.put("people", analytics.ask(new Companions(Companions.Order.TOGETHER, 100), filter));
        return answers;
    }
}
