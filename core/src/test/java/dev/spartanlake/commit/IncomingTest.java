package dev.spartanlake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Parts;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// The rows of a change are the same wherever they wait; the engine's tables are the oracle for what waits in Java.
class IncomingTest {

    private static final CareerPlan PLAN = CareerPlan.mixed(11, 120);
    private static final Set<Xuid> TRACKED =
            PLAN.players().stream().map(TrackedPlayer::xuid).map(Xuid::new).collect(Collectors.toUnmodifiableSet());
    private static final long ALL_IN_JAVA = Long.MAX_VALUE;
    private static final long ALL_IN_ENGINE = 1;

    @TempDir
    private Path directory;

    private Engine engine;
    private List<MatchRows> matches;

    @BeforeEach
    void open() {
        engine = Engine.open(new EngineSettings(256L << 20, 2, directory));
        MatchReader reader = new MatchReader();
        matches = new ArrayList<>();
        Career.of(PLAN).forEach(document -> {
            if (reader.read(document.json()) instanceof MatchReading.Accepted accepted) {
                ObjectNode json = (ObjectNode) Documents.JSON.readTree(document.json());
                matches.add(accepted.rows().with(skill(json)).with(highlights(json)));
            }
        });
        Collections.shuffle(matches, new Random(11));
    }

    private static SkillDocument skill(ObjectNode document) {
        return ((SkillReading.Read) SkillDocumentParser.parse(Parts.bytes(Parts.skill(document, 1)))).skill();
    }

    private static Highlights highlights(ObjectNode document) {
        byte[] chunk = Parts.film(document, 1);
        FilmReading reading = HighlightChunk.read(chunk, Parts.FILM_VERSION);
        return new Highlights(
                new FilmIdentity(DocumentContent.sha256(chunk), Parts.FILM_VERSION),
                ((FilmReading.Decoded) reading).events());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {ALL_IN_JAVA, 100_000, 1_000_000})
    void handsOverTheSameRowsWhereverTheyWait(long keptBytes) {
        Map<Partition, List<String>> rows;
        try (Engine other = Engine.open(new EngineSettings(256L << 20, 2, directory))) {
            rows = rows(other, filled(other, ALL_IN_ENGINE));
        }

        assertThat(rows(engine, filled(engine, keptBytes))).isEqualTo(rows);
        assertThat(rows.keySet())
                .extracting(Partition::table)
                .contains(Tables.ALL.stream().map(Table::name).toArray(String[]::new));
    }

    @Test
    void sortsWhatWaitsInJava() {
        Incoming incoming = filled(engine, ALL_IN_JAVA);

        for (Table<?> table : Tables.ALL) {
            for (Partition partition : incoming.partitions(table)) {
                try (Relation rows = incoming.rows(partition)) {
                    String keys = "SELECT " + String.join(", ", table.order()) + " FROM " + rows.sql();
                    assertThat(rows.isSorted()).isTrue();
                    assertThat(texts(engine, keys))
                            .as(partition.toString())
                            .isEqualTo(texts(engine, keys + " ORDER BY " + String.join(", ", table.order())));
                }
            }
        }
    }

    @Test
    void takesMatchesOutAgain() {
        Incoming incoming = filled(engine, ALL_IN_JAVA);
        String matchId = matchId(matches.getFirst());

        List<Ledger.Content> removed = incoming.remove(List.of(matchId));

        assertThat(removed)
                .containsExactlyInAnyOrder(
                        superseded(matchId, matches.getFirst().document()),
                        superseded(matchId, matches.getFirst().skillDocuments().getFirst()));
        matches.removeFirst();
        try (Engine other = Engine.open(new EngineSettings(256L << 20, 2, directory))) {
            assertThat(rows(engine, incoming)).isEqualTo(rows(other, filled(other, ALL_IN_ENGINE)));
        }
    }

    @Test
    void holdsNothingOnceItIsCleared() {
        for (long keptBytes : List.of(ALL_IN_JAVA, ALL_IN_ENGINE)) {
            try (Engine other = Engine.open(new EngineSettings(256L << 20, 2, directory))) {
                Incoming incoming = filled(other, keptBytes);
                incoming.clear();

                assertThat(rows(other, incoming)).isEmpty();
                assertThat(incoming.players()).isEmpty();
            }
        }
    }

    private Incoming filled(Engine into, long keptBytes) {
        Incoming incoming = new Incoming(into, keptBytes);
        for (int from = 0; from < matches.size(); from += 16) {
            incoming.add(matches.subList(from, Math.min(from + 16, matches.size())), TRACKED);
        }
        incoming.complete();
        return incoming;
    }

    private static String matchId(MatchRows match) {
        return match.document().document().matchId();
    }

    private static Map<Partition, List<String>> rows(Engine engine, Incoming incoming) {
        Map<Partition, List<String>> all = new TreeMap<>();
        for (Table<?> table : Tables.ALL) {
            for (Partition partition : incoming.partitions(table)) {
                try (Relation rows = incoming.rows(partition)) {
                    all.put(
                            partition,
                            texts(
                                    engine,
                                    "SELECT " + table.columnList() + " FROM " + rows.sql() + " ORDER BY "
                                            + String.join(", ", table.order())));
                }
            }
        }
        return all;
    }

    private static List<String> texts(Engine engine, String sql) {
        return engine.query("SELECT (t)::VARCHAR FROM (" + sql + ") AS t", row -> row.getString(1));
    }

    private static Ledger.Content superseded(String matchId, DocumentRow row) {
        return new Ledger.Content(matchId, row.content().sha256(), row.content().toString());
    }
}
