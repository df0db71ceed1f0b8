package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.commit.FaultyFileStore;
import dev.spartanlake.commit.FaultyFileStore.Fault;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
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

/// Random sequences of what can be done to a warehouse, and what can happen to it, against a map of documents.
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

    /// The documents that are stored, by match; what they follow from is all a warehouse knows.
    private final Map<String, ObjectNode> model = new TreeMap<>();

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

        Map<String, List<String>> actual = withoutAssets(fixture.everything());

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
        ingest(some(), PLAYERS.get(random.nextInt(PLAYERS.size())));
        return "ingest";
    }

    private String update() {
        ingest(some().stream().map(this::updated).toList());
        return "update";
    }

    private void ingest(List<ObjectNode> documents, Xuid... players) {
        ingest(fixture.warehouse(), documents, Set.of(players));
        store(documents, Set.of(players));
    }

    private void ingest(Warehouse warehouse, List<ObjectNode> documents, Set<Xuid> players) {
        try (warehouse) {
            warehouse.ingest(IngestRequest.of(List.of(file(documents).toString()), players), IngestProgress.NONE);
        }
    }

    private void store(List<ObjectNode> documents, Set<Xuid> players) {
        documents.forEach(document -> model.put(document.path("MatchId").asString(), document));
        tracked.addAll(players);
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
        try {
            ingest(
                    Warehouse.at(fixture.directory(), Fixture.config(), new FaultyFileStore(operations, Fault.GONE)),
                    documents,
                    Set.of());
        } catch (WarehouseException refused) {
            assertThat(refused).hasMessageContaining("the disk refuses");
        }
        reopen();
        boolean happened = fixture.rows(Tables.MATCH_DOCUMENTS).stream()
                .anyMatch(row -> documents.getFirst().toString().equals(row.get("document")));
        if (happened) {
            store(documents, Set.of());
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
        ingest(Warehouse.at(other, Fixture.config()), documents, Set.of(PLAYERS.getLast()));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.mergeFrom(other);
        }
        // Both were obtained at the same moment of the test's clock: then what is here stands.
        List<ObjectNode> added = documents.stream()
                .filter(document -> !model.containsKey(document.path("MatchId").asString()))
                .toList();
        store(added, Set.of(PLAYERS.getLast()));
        return "merge";
    }

    private String forget() {
        Xuid player = PLAYERS.getLast();
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(player).placesLeft()).isEmpty();
        }
        boolean wasTracked = tracked.remove(player);
        for (ObjectNode document : List.copyOf(model.values())) {
            String matchId = document.path("MatchId").asString();
            if (has(document, player)) {
                boolean isOthers = tracked.stream().anyMatch(other -> has(document, other));
                if (wasTracked && !isOthers) {
                    model.remove(matchId);
                } else {
                    model.put(matchId, without(document, player));
                }
            }
        }
        names.remove(player);
        return "forget";
    }

    /// A warehouse that never knew anything else.
    private Map<String, List<String>> expected() {
        Fixture fresh = new Fixture(directory.resolve("fresh"));
        ingest(fresh.warehouse(), List.copyOf(model.values()), tracked);
        names.forEach((player, name) -> {
            try (Warehouse warehouse = fresh.warehouse()) {
                warehouse.namePlayer(player, name);
            }
        });
        return withoutAssets(fresh.everything());
    }

    /// Assets that only forgotten documents named stay known, as any name does.
    private static Map<String, List<String>> withoutAssets(Map<String, List<String>> everything) {
        List.of("maps", "playlists", "game_variants", "map_mode_pairs").forEach(everything::remove);
        return everything;
    }

    private List<ObjectNode> some() {
        List<ObjectNode> some =
                POOL.stream().filter(document -> random.nextInt(3) == 0).toList();
        return some.isEmpty() ? List.of(POOL.getFirst()) : some;
    }

    private ObjectNode updated(ObjectNode document) {
        ObjectNode known = model.getOrDefault(document.path("MatchId").asString(), document);
        return Documents.with(
                known,
                "/Players/0/PlayerTeamStats/0/Stats/CoreStats/Kills",
                Integer.toString(100 + random.nextInt(1000)));
    }

    private static boolean has(ObjectNode document, Xuid player) {
        return document.toString().contains("xuid(" + player.text() + ")");
    }

    private static ObjectNode without(ObjectNode document, Xuid player) {
        ObjectNode copy = document.deepCopy();
        copy.withArray("Players")
                .removeIf(entry -> entry.path("PlayerId").asString().equals("xuid(" + player.text() + ")"));
        return copy;
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
