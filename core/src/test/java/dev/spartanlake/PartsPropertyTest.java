package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.verify.Depth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What is stored is a function of the documents, skill documents and films that were obtained:
/// not of their order, of how they are bundled, or of how often they come.
class PartsPropertyTest {

    private static final int MATCHES = 24;
    private static final long LITTLE_MEMORY = 64L << 20;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void givesTheSameRowsForAnyOrderAndBundling(long seed) {
        List<ObjectNode> documents = Documents.mixed(MATCHES);
        Fixture atOnce = new Fixture(directory.resolve("at once"));
        Obtained all = new Obtained();
        all.track(Documents.player());
        Parts.obtained(documents, 1).forEach(all::add);
        atOnce.take(all);
        Map<String, List<String>> expected = atOnce.everything();

        Random random = new Random(seed);
        Fixture pieces = new Fixture(directory.resolve("pieces"));
        int trackedAt = random.nextInt(4);
        List<List<ObtainedMatch>> batches = batches(documents, random);
        for (int i = 0; i < batches.size(); i++) {
            Obtained some = new Obtained();
            batches.get(i).forEach(some::add);
            if (i == trackedAt || i == batches.size() - 1) {
                some.track(Documents.player());
            }
            try (Warehouse warehouse = pieces.warehouse(Fixture.config().withEngineMemoryBytes(LITTLE_MEMORY))) {
                warehouse.take(some);
            }
        }

        assertThat(pieces.everything()).isEqualTo(expected);
        assertThat(pieces.metadata("SELECT * FROM superseded_documents")).isEmpty();
        assertThat(pieces.damage(Depth.DEEP)).isEmpty();
    }

    /// Every document, skill document and film comes on its own or with others of its match, some
    /// several times; a part that comes in a batch before that of its document comes once more in
    /// the end.
    private static List<List<ObtainedMatch>> batches(List<ObjectNode> documents, Random random) {
        List<ObtainedMatch> single = new ArrayList<>();
        List<ObtainedMatch> parts = new ArrayList<>();
        for (ObjectNode document : documents) {
            ObtainedMatch match = Parts.match(document);
            ObtainedMatch skill = match.withSkill(Parts.bytes(Parts.skill(document, 1)));
            ObtainedMatch film = match.withFilm(Parts.film(document, 1), Parts.FILM_VERSION);
            single.add(
                    random.nextBoolean()
                            ? match.withDocument(Parts.bytes(document))
                            : skill.withDocument(Parts.bytes(document)));
            single.add(skill);
            single.add(film);
            if (random.nextInt(3) == 0) {
                single.add(film.withDocument(Parts.bytes(document)));
            }
            parts.add(random.nextBoolean() ? film.withSkill(Parts.bytes(Parts.skill(document, 1))) : skill);
            parts.add(film);
        }
        Collections.shuffle(single, random);
        Collections.shuffle(parts, random);
        List<List<ObtainedMatch>> batches = new ArrayList<>();
        for (List<ObtainedMatch> all : List.of(single, parts)) {
            for (int from = 0; from < all.size(); ) {
                int to = Math.min(all.size(), from + 1 + random.nextInt(40));
                batches.add(all.subList(from, to));
                from = to;
            }
        }
        return batches;
    }
}
