package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.match.Xuid;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored is a function of the set of documents: not of their order, their batches, or how often they come.
class OrderIndependencePropertyTest {

    private static final int MATCHES = 90;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameRowsForAnyOrderSplitAndRepetition(long seed) throws IOException {
        CareerPlan plan = CareerPlan.mixed(seed, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> inOrder = ingest("ordered", List.of(documents), players);

        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        Map<String, List<String>> inPieces = ingest("pieces", split(shuffled, random), players);

        assertThat(inPieces).isEqualTo(inOrder);
        assertThat(inOrder.get("match_documents")).hasSize(MATCHES);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 4)
    void givesTheSameRowsWheneverAPlayerBecomesTracked(long seed) throws IOException {
        CareerPlan plan = CareerPlan.mixed(seed, MATCHES);
        List<String> documents = documents(plan);
        Set<Xuid> players = players(plan);
        Map<String, List<String>> fromTheStart = ingest("start", List.of(documents), players);

        Fixture later = new Fixture(directory.resolve("later"));
        later.ingest(List.of(file("all", documents)), Set.of());
        for (Xuid player : players) {
            later.warehouse().track(Set.of(player));
        }

        assertThat(later.everything()).isEqualTo(fromTheStart);
        assertThat(fromTheStart.get("match_facts")).isNotEmpty();
    }

    private Map<String, List<String>> ingest(String name, List<List<String>> batches, Set<Xuid> players)
            throws IOException {
        Fixture fixture = new Fixture(directory.resolve(name));
        for (int i = 0; i < batches.size(); i++) {
            fixture.ingest(List.of(file(name + i, batches.get(i))), players);
        }
        return fixture.everything();
    }

    /// Pieces of random length, one of which comes twice.
    private static List<List<String>> split(List<String> documents, Random random) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < documents.size(); ) {
            int to = Math.min(documents.size(), from + 1 + random.nextInt(40));
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
