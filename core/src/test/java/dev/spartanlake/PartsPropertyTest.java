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
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What is stored is a function of the documents, skill documents and films that were obtained: not
/// of how they are bundled, nor of how often they come, and of their order only where one takes the
/// place of another.
class PartsPropertyTest {

    private static final List<ObjectNode> DOCUMENTS = Documents.mixed(24);
    private static final long LITTLE_MEMORY = 64L << 20;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameRowsForAnyOrderAndBundling(long seed) {
        Fixture pieces = takeInPieces(batches(1, new Random(seed)), new Random(seed));

        Fixture atOnce = new Fixture(directory.resolve("at once"));
        Obtained all = new Obtained();
        all.track(Documents.player());
        Parts.obtained(DOCUMENTS, 1).forEach(all::add);
        atOnce.take(all);
        assertThat(pieces.everything()).isEqualTo(atOnce.everything());
        assertThat(pieces.metadata("SELECT * FROM superseded_documents")).isEmpty();
        assertThat(pieces.damage(Depth.DEEP)).isEmpty();
    }

    /// Of several contents of a document, a skill document or a film, the one that came last
    /// stands, whatever came in between.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void holdsTheLastOfSeveralContents(long seed) {
        List<List<Piece>> batches = batches(3, new Random(seed));
        Fixture pieces = takeInPieces(batches, new Random(seed));

        Map<String, Piece> last = new TreeMap<>();
        batches.stream()
                .flatMap(List::stream)
                .forEach(piece -> last.merge(Parts.id(piece.document()).value(), piece, Piece::followedBy));
        Fixture atOnce = new Fixture(directory.resolve("at once"));
        Obtained all = new Obtained();
        all.track(Documents.player());
        last.values().stream().map(Piece::obtained).forEach(all::add);
        atOnce.take(all);
        assertThat(pieces.everything()).isEqualTo(atOnce.everything());
        assertThat(pieces.damage(Depth.DEEP)).isEmpty();
    }

    private Fixture takeInPieces(List<List<Piece>> batches, Random random) {
        Fixture pieces = new Fixture(directory.resolve("pieces"));
        int trackedAt = random.nextInt(4);
        for (int i = 0; i < batches.size(); i++) {
            Obtained some = new Obtained();
            batches.get(i).stream().map(Piece::obtained).forEach(some::add);
            if (i == trackedAt || i == batches.size() - 1) {
                some.track(Documents.player());
            }
            try (Warehouse warehouse = pieces.warehouse(Fixture.config().withEngineMemoryBytes(LITTLE_MEMORY))) {
                warehouse.take(some);
            }
        }
        return pieces;
    }

    /// Every document, skill document and film comes on its own or with others of its match, some
    /// several times; a part that comes in a batch before that of its document comes once more in
    /// the end.
    ///
    /// @param editions how many contents there are of each
    private static List<List<Piece>> batches(int editions, Random random) {
        List<Piece> single = new ArrayList<>();
        List<Piece> parts = new ArrayList<>();
        for (ObjectNode document : DOCUMENTS) {
            for (int edition = 1; edition <= editions; edition++) {
                single.add(new Piece(document, edition, random.nextBoolean() ? edition : 0, 0));
                single.add(new Piece(document, 0, edition, 0));
                single.add(new Piece(document, 0, 0, edition));
                if (random.nextInt(3) == 0) {
                    single.add(new Piece(document, edition, 0, edition));
                }
                parts.add(new Piece(document, 0, edition, random.nextBoolean() ? edition : 0));
                parts.add(new Piece(document, 0, 0, edition));
            }
        }
        Collections.shuffle(single, random);
        Collections.shuffle(parts, random);
        List<List<Piece>> batches = new ArrayList<>();
        for (List<Piece> all : List.of(single, parts)) {
            for (int from = 0; from < all.size(); ) {
                int to = Math.min(all.size(), from + 1 + random.nextInt(40 * editions));
                batches.add(all.subList(from, to));
                from = to;
            }
        }
        return batches;
    }

    /// What comes of a match at once: of which edition what is; 0 for what does not come.
    private record Piece(ObjectNode document, int match, int skill, int film) {

        Piece followedBy(Piece later) {
            return new Piece(
                    document,
                    later.match == 0 ? match : later.match,
                    later.skill == 0 ? skill : later.skill,
                    later.film == 0 ? film : later.film);
        }

        ObtainedMatch obtained() {
            ObtainedMatch obtained = Parts.match(document);
            if (match > 0) {
                ObjectNode edited = match == 1
                        ? document
                        : Documents.with(document, "/MatchInfo/SeasonId", "\"season " + match + "\"");
                obtained = obtained.withDocument(Parts.bytes(edited));
            }
            if (skill > 0) {
                obtained = obtained.withSkill(Parts.bytes(Parts.skill(document, skill)));
            }
            return film > 0 ? obtained.withFilm(Parts.film(document, film), Parts.FILM_VERSION) : obtained;
        }
    }
}
