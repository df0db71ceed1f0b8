package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.commit.FaultyFileStore;
import dev.spartanlake.commit.FaultyFileStore.Fault;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Random sequences of what can be done to a warehouse, and what can happen to it, against a map of
/// documents and of what goes with them.
///
/// `-Dspartanlake.model.sequences=1000` runs more of them.
class ModelPropertyTest {

    private static final int SEQUENCES = Integer.getInteger("spartanlake.model.sequences", 4);
    private static final int STEPS = 7;
    private static final List<ObjectNode> POOL = WholeWarehouse.documentsOfOneMonth(14);
    private static final List<Xuid> PLAYERS = CareerPlan.mixed(7, 64).players().stream()
            .map(player -> new Xuid(player.xuid()))
            .toList();

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of("."));
    private Random random = new Random();

    /// What is stored, by match; what follows from it is all a warehouse knows.
    private final Map<String, StoredModel> model = new TreeMap<>();

    private final Map<Xuid, String> names = new TreeMap<>();
    private final Set<Xuid> tracked = new TreeSet<>();
    private int files;

    static LongStream seeds() {
        return LongStream.range(0, SEQUENCES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsWhatTheDocumentsSayWhateverHappens(long seed) {
        fixture = new Fixture(directory.resolve("warehouse"));
        random = new Random(seed);
        List<String> steps = new ArrayList<>();
        ingest(some(), PLAYERS.getFirst());
        for (int i = 0; i < STEPS; i++) {
            steps.add(step());
        }

        Map<String, List<String>> actual = withoutAssets(fixture);

        assertThat(actual).as(seed + ": " + steps).isEqualTo(expected());
        assertThat(fixture.metadata("SELECT xuid, gamertag FROM players WHERE gamertag IS NOT NULL ORDER BY xuid"))
                .as(seed + ": " + steps)
                .isEqualTo(names.entrySet().stream()
                        .map(name -> "{xuid=" + name.getKey().text() + ", gamertag=" + name.getValue() + "}")
                        .toList());
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.verify(Depth.DEEP).damage())
                    .as(seed + ": " + steps)
                    .isEmpty();
        }
    }

    private String step() {
        return switch (random.nextInt(8)) {
            case 0 -> bringIn();
            case 1 -> update();
            case 2 -> name();
            case 3 -> crash();
            case 4 -> reopen();
            case 5 -> damageAndRepair();
            case 6 -> merge();
            default -> forget();
        };
    }

    private String bringIn() {
        List<ObjectNode> documents = some();
        Set<Xuid> players = Set.of(PLAYERS.get(random.nextInt(PLAYERS.size())));
        int edition = edition();
        bringIn(fixture.warehouse(), documents, edition, players);
        store(documents, edition, players);
        return edition == 0 ? "ingest" : "take parts of edition " + edition;
    }

    private String update() {
        ingest(some().stream().map(this::updated).toList());
        return "update";
    }

    private void ingest(List<ObjectNode> documents, Xuid... players) {
        bringIn(fixture.warehouse(), documents, 0, Set.of(players));
        store(documents, 0, Set.of(players));
    }

    /// Of which edition the parts are that come with documents; 0 for none.
    private int edition() {
        return random.nextInt(3);
    }

    private void bringIn(Warehouse warehouse, List<ObjectNode> documents, int edition, Set<Xuid> players) {
        try (warehouse) {
            if (edition == 0) {
                warehouse.ingest(IngestRequest.of(List.of(file(documents).toString()), players), IngestProgress.NONE);
            } else {
                Obtained obtained = new Obtained();
                players.forEach(obtained::track);
                Parts.obtained(documents, edition).forEach(obtained::add);
                warehouse.take(obtained);
            }
        }
    }

    private void store(List<ObjectNode> documents, int edition, Set<Xuid> players) {
        documents.forEach(document -> model.compute(
                id(document),
                (id, known) -> (known == null ? StoredModel.of(document) : known).taking(document, edition)));
        tracked.addAll(players);
    }

    private static String id(ObjectNode document) {
        return document.path("MatchId").asString();
    }

    private String name() {
        Xuid player = PLAYERS.get(random.nextInt(PLAYERS.size()));
        String name = "Name" + random.nextInt(1000);
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.namePlayer(player, name);
        }
        names.put(player, name);
        return "name";
    }

    /// The disk fails somewhere. What was to be stored is stored or not; the rows say which.
    private String crash() {
        List<ObjectNode> documents = some().stream().map(this::updated).toList();
        int operations = random.nextInt(40);
        int edition = edition();
        try {
            bringIn(
                    Warehouse.at(fixture.directory(), Fixture.config(), new FaultyFileStore(operations, Fault.GONE)),
                    documents,
                    edition,
                    Set.of());
        } catch (WarehouseException refused) {
            assertThat(refused).hasMessageContaining("the disk refuses");
        }
        reopen();
        boolean happened = fixture.rows(Tables.MATCH_DOCUMENTS).stream()
                .anyMatch(row -> documents.getFirst().toString().equals(row.get("document")));
        if (happened) {
            store(documents, edition, Set.of());
        }
        return "crash at " + operations + (happened ? " after the commit" : " before the commit");
    }

    /// Whoever writes next finishes what was left to do.
    private String reopen() {
        WholeWarehouse.recover(fixture.directory());
        return "reopen";
    }

    private String damageAndRepair() {
        List<Path> all = Tables.ALL.stream()
                .flatMap(table -> fixture.files(table.name()).stream())
                .toList();
        Path file = all.get(random.nextInt(all.size()));
        try {
            if (random.nextBoolean()) {
                Files.delete(file);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                bytes[random.nextInt(bytes.length)] ^= 4;
                Files.write(file, bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.repair().isComplete()).isTrue();
        }
        return "repair " + fixture.directory().relativize(file);
    }

    private String merge() {
        List<ObjectNode> documents = some();
        Path other = directory.resolve("other-" + files);
        int edition = edition();
        bringIn(Warehouse.at(other, Fixture.config()), documents, edition, Set.of(PLAYERS.getLast()));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.mergeFrom(other);
        }
        documents.forEach(document ->
                model.merge(id(document), StoredModel.of(document).taking(document, edition), StoredModel::meeting));
        tracked.add(PLAYERS.getLast());
        return "merge";
    }

    private String forget() {
        Xuid player = PLAYERS.getLast();
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(player).placesLeft()).isEmpty();
        }
        boolean wasTracked = tracked.remove(player);
        for (Map.Entry<String, StoredModel> match : Map.copyOf(model).entrySet()) {
            if (match.getValue().names(player)) {
                if (wasTracked && tracked.stream().noneMatch(match.getValue()::has)) {
                    model.remove(match.getKey());
                } else {
                    model.put(match.getKey(), match.getValue().without(player));
                }
            }
        }
        names.remove(player);
        return "forget";
    }

    /// A warehouse that never knew anything else.
    private Map<String, List<String>> expected() {
        Fixture fresh = new Fixture(directory.resolve("fresh"));
        Obtained obtained = new Obtained();
        tracked.forEach(obtained::track);
        model.values().stream().map(ModelPropertyTest::obtained).forEach(obtained::add);
        fresh.take(obtained);
        names.forEach((player, name) -> {
            try (Warehouse warehouse = fresh.warehouse()) {
                warehouse.namePlayer(player, name);
            }
        });
        Map<String, List<String>> expected = withoutAssets(fresh);
        expected.computeIfPresent(
                "highlight_events",
                (table, rows) -> rows.stream().filter(this::isLeft).toList());
        return expected;
    }

    private static ObtainedMatch obtained(StoredModel stored) {
        ObtainedMatch match = Parts.match(stored.document()).withDocument(Parts.bytes(stored.document()));
        ObjectNode skill = stored.skill();
        if (skill != null) {
            match = match.withSkill(Parts.bytes(skill));
        }
        StoredModel.Film film = stored.film();
        return film == null ? match : match.withFilm(film.chunk(), Parts.FILM_VERSION);
    }

    /// Whether an event, as text, is of nobody who was taken out of its film.
    private boolean isLeft(String event) {
        return model.entrySet().stream()
                .filter(match -> event.contains("match_id=" + match.getKey() + ","))
                .flatMap(match -> match.getValue().cut().stream())
                .noneMatch(player -> event.contains("xuid=" + player.text() + ","));
    }

    /// Assets that only forgotten documents named stay known, as any name does.
    private static Map<String, List<String>> withoutAssets(Fixture fixture) {
        Map<String, List<String>> everything = fixture.everything();
        List.of("maps", "playlists", "game_variants", "map_mode_pairs").forEach(everything::remove);
        return everything;
    }

    private List<ObjectNode> some() {
        List<ObjectNode> some =
                POOL.stream().filter(document -> random.nextInt(3) == 0).toList();
        return some.isEmpty() ? List.of(POOL.getFirst()) : some;
    }

    private ObjectNode updated(ObjectNode document) {
        StoredModel known = model.get(id(document));
        return Documents.with(
                known == null ? document : known.document(),
                "/Players/0/PlayerTeamStats/0/Stats/CoreStats/Kills",
                Integer.toString(100 + random.nextInt(1000)));
    }

    private Path file(List<ObjectNode> documents) {
        Path file = directory.resolve("batch-" + files++ + ".ndjson");
        try {
            return Files.write(
                    file, documents.stream().map(ObjectNode::toString).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
