package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored is a function of the set of documents: not of their order, their batches, or how often they come.
class OrderIndependencePropertyTest {

    private static final int MATCHES = 100;
    private static final int GROUP = 64;
    private static final long ONE_COMMIT = Long.MAX_VALUE;
    private static final long SMALL_COMMIT = 200_000;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameRowsForAnyOrderSplitAndRepetition(long seed) throws IOException {
        CareerPlan plan = CareerPlan.mixed(seed, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> inOrder = ingest("ordered", List.of(documents), players, ONE_COMMIT);

        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        List<List<String>> pieces = split(shuffled, random);
        Map<String, List<String>> inPieces = ingest("pieces", pieces, players, 1 + random.nextLong(SMALL_COMMIT));

        assertThat(inPieces).isEqualTo(inOrder);
        // The first piece takes two at least, and the one that comes twice none the second time.
        assertThat(new Fixture(directory.resolve("pieces")).metadata("SELECT * FROM commits"))
                .hasSizeGreaterThanOrEqualTo(pieces.size());
        assertThat(inOrder.get("match_documents")).hasSize(MATCHES);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void givesTheSameRowsWhenMatchesComeAsTheyArePlayed(long seed) throws IOException {
        CareerPlan plan = CareerPlan.mixed(seed, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> atOnce = ingest("once", List.of(documents), players, ONE_COMMIT);

        Map<String, List<String>> oneAfterTheOther =
                ingest("one after the other", split(documents, new Random(seed)), players, ONE_COMMIT);

        assertThat(oneAfterTheOther).isEqualTo(atOnce);
    }

    @Test
    void readsNothingOfEarlierMonthsWhenMatchesFollow() throws IOException {
        CareerPlan plan = CareerPlan.mixed(7, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> atOnce = ingest("once", List.of(documents), players, ONE_COMMIT);
        Fixture fixture = new Fixture(directory.resolve("grows"));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.ingest(request("first", documents.subList(0, 90), players), IngestProgress.NONE);
            Path earlier = fixture.files("match_facts").getFirst();
            Path elsewhere = Files.move(earlier, directory.resolve("earlier.parquet"));

            warehouse.ingest(request("next", documents.subList(90, MATCHES), players), IngestProgress.NONE);

            Files.move(elsewhere, earlier);
        }
        assertThat(fixture.everything()).isEqualTo(atOnce);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    private IngestRequest request(String name, List<String> documents, Set<Xuid> players) throws IOException {
        return IngestRequest.of(List.of(file(name, documents).toString()), players);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 4)
    void givesTheSameRowsWheneverAPlayerBecomesTracked(long seed) throws IOException {
        CareerPlan plan = CareerPlan.mixed(seed, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> fromTheStart = ingest("start", List.of(documents), players, ONE_COMMIT);

        Fixture later = new Fixture(directory.resolve("later"));
        later.ingest(List.of(file("all", documents)), Set.of());
        for (Xuid player : players) {
            later.warehouse().track(Set.of(player));
        }

        assertThat(later.everything()).isEqualTo(fromTheStart);
        assertThat(fromTheStart.get("match_facts")).isNotEmpty();
    }

    /// @param commitBytes how long the documents of a commit are together at least, but for the last
    private Map<String, List<String>> ingest(
            String name, List<List<String>> batches, Set<Xuid> players, long commitBytes) throws IOException {
        Fixture fixture = new Fixture(directory.resolve(name));
        Warehouse warehouse = fixture.warehouse(Fixture.config().withCommitBytes(commitBytes));
        for (int i = 0; i < batches.size(); i++) {
            List<String> paths = List.of(file(name + i, batches.get(i)).toString());
            warehouse.ingest(IngestRequest.of(paths, players), IngestProgress.NONE);
        }
        return fixture.everything();
    }

    /// Pieces of random length, one of which comes twice. The first is longer than what is read as one group, as a
    /// commit
    /// takes whole groups.
    private static List<List<String>> split(List<String> documents, Random random) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < documents.size(); ) {
            int to = Math.min(documents.size(), from + 1 + (from == 0 ? GROUP : 0) + random.nextInt(20));
            pieces.add(documents.subList(from, to));
            from = to;
        }
        pieces.add(pieces.get(random.nextInt(pieces.size())));
        return pieces;
    }

    private Path file(String name, List<String> documents) throws IOException {
        return Files.write(directory.resolve(name + ".ndjson"), documents);
    }

    private static List<String> documents(CareerPlan plan) {
        List<String> documents = new ArrayList<>();
        for (GeneratedDocument document : Career.of(plan)) {
            documents.add(new String(document.json(), StandardCharsets.UTF_8));
        }
        return documents;
    }

    private static Set<Xuid> players(CareerPlan plan) {
        return plan.players().stream().map(TrackedPlayer::xuid).map(Xuid::new).collect(Collectors.toSet());
    }
}
