package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.catalog.Assets;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class QueryTest {

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(30);
    private Warehouse warehouse = Warehouse.at(Path.of("."), Fixture.config());

    @BeforeEach
    void ingest() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        Fixture fixture = new Fixture(directory.resolve("it's a warehouse"));
        fixture.ingest(List.of(file), Set.of(player));
        warehouse = fixture.warehouse();
        warehouse.namePlayer(player, "Somebody");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void joinsFactsWithMetadata() {
        QueryResult result = ask("SELECT p.gamertag, count(*) AS matches, avg(f.kda) FROM match_facts f"
                + " JOIN meta.players p USING (xuid) GROUP BY 1");

        assertThat(result.rows()).hasSize(1);
        assertThat(result.rows().getFirst().getFirst()).isEqualTo("Somebody");
        assertThat(result.columns().get(1).name()).isEqualTo("matches");
    }

    @Test
    void aRaisedStopSignalCancelsAQuestionAndTheNextIsAnswered() {
        AtomicBoolean stop = new AtomicBoolean(true);
        try (Warehouse cancellable =
                Warehouse.at(warehouse.directory(), Fixture.config().withStop(stop::get))) {
            assertThatThrownBy(() -> cancellable.query(
                            "SELECT count(*) FROM match_facts, range(100000000) a, range(100000) b",
                            List.of(),
                            Language.EN,
                            Limits.standard().withTime(Duration.ofMinutes(10))))
                    .isInstanceOfSatisfying(
                            WarehouseException.class,
                            cancelled -> assertThat(cancelled.code()).isEqualTo(ErrorCode.STOPPED))
                    .hasMessage("The query was cancelled before it was answered");

            stop.set(false);
            assertThat(cancellable
                            .query("SELECT count(*) FROM match_facts", List.of(), Language.EN, Limits.standard())
                            .rows())
                    .isEqualTo(ask("SELECT count(*) FROM match_facts").rows());
        }
    }

    @Test
    void answersWithThePlainTypesOfTheColumns() {
        QueryResult result =
                ask("SELECT start_time, year, kills, kda, present_at_completion, xuid FROM match_facts LIMIT 1");

        assertThat(result.rows().getFirst())
                .hasExactlyElementsOfTypes(
                        Instant.class, Short.class, Short.class, Float.class, Boolean.class, String.class);
    }

    @Test
    void bindsParametersWithoutReadingThemAsSql() {
        assertThat(rows("SELECT count(*) FROM match_facts WHERE xuid = ?", player.text()))
                .isNotEqualTo(rows("SELECT count(*) FROM match_facts WHERE xuid = ?", "x' OR '1'='1"));
        assertThat(rows("SELECT count(*) FROM match_facts WHERE start_time < ?", Instant.parse("2000-01-01T00:00:00Z")))
                .isEqualTo(List.of(List.of(0L)));
    }

    @Test
    void seesWhatWasCommittedSinceTheLastQuestion() throws IOException {
        Object before = rows("SELECT count(*) FROM match_documents").getFirst().getFirst();
        Path more = directory.resolve("more.json");
        Files.writeString(
                more,
                Documents.with(documents.getFirst(), "/MatchId", "\"aaaaaaaa-0000-4000-8000-000000000009\"")
                        .toString());

        new Fixture(warehouse.directory()).ingest(List.of(more), Set.of());

        assertThat(rows("SELECT count(*) FROM match_documents")).isEqualTo(List.of(List.of((Long) before + 1)));
    }

    @Test
    void leavesTheLogOfTheMetadataToWritersBetweenQuestions() {
        rows("SELECT gamertag FROM meta.players");
        Warehouse writer = Warehouse.at(warehouse.directory(), Fixture.config());

        writer.namePlayer(player, "Somebody else");

        assertThat(writer.verify(Depth.NORMAL).findings()).isEmpty();
        assertThat(writer.forget(player).placesLeft()).isEmpty();
        assertThat(rows("SELECT gamertag FROM meta.players")).isEmpty();
    }

    @Test
    void seesTheDatabaseThatARepairPutInThePlaceOfADamagedOne() throws IOException {
        rows("SELECT gamertag FROM meta.players");
        Path database = warehouse.directory().resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("Somebody");
        bytes[name] ^= 1;
        Files.write(database, bytes);

        Warehouse.at(warehouse.directory(), Fixture.config()).repair();
        Warehouse.at(warehouse.directory(), Fixture.config()).namePlayer(player, "Mended");

        assertThat(rows("SELECT gamertag FROM meta.players")).isEqualTo(List.of(List.of("Mended")));
    }

    @Test
    void namesThingsInTheChosenLanguage() {
        String map = (String) rows("SELECT map_id FROM match_facts WHERE map_id IS NOT NULL LIMIT 1")
                .getFirst()
                .getFirst();
        warehouse.nameAssets(
                List.of(new Assets.NamedAsset(Assets.Kind.MAP, String.valueOf(map), "Harbour", null, "Le Port", null)));

        String sql = "SELECT DISTINCT map_name FROM matches WHERE map_id = '" + map + "'";
        assertThat(ask(sql).rows()).isEqualTo(List.of(List.of("Harbour")));
        assertThat(warehouse
                        .query(sql, List.of(), Language.FR, Limits.standard())
                        .rows())
                .isEqualTo(List.of(List.of("Le Port")));
    }

    @Test
    void cutsOffRowsAndSaysSo() {
        QueryResult result = warehouse.query(
                "SELECT * FROM range(100)",
                List.of(),
                Language.EN,
                Limits.standard().withRows(7));

        assertThat(result.rows()).hasSize(7);
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void stopsWhatTakesTooLong() {
        Limits limits = Limits.standard().withTime(Duration.ofMillis(300));

        assertThatThrownBy(() -> warehouse.query(
                        "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3",
                        List.of(), Language.EN, limits))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("time limit of 0.3 s")
                .extracting(failure -> ((WarehouseException) failure).code())
                .isEqualTo(ErrorCode.QUERY_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM no_such_table",
                "SELECT no_such_column FROM match_facts",
                "SELEC 1",
                "",
                "SELECT * FROM other.meta.players"
            })
    void saysWhatIsWrongInALineOrTwo(String sql) {
        assertThatThrownBy(() -> ask(sql))
                .isInstanceOf(WarehouseException.class)
                .satisfies(failure -> {
                    assertThat(failure.getMessage())
                            .isNotBlank()
                            .satisfies(message -> assertThat(message.lines()).hasSizeLessThanOrEqualTo(2));
                    assertThat(((WarehouseException) failure).code().kind().name())
                            .isEqualTo("USER");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE match_facts",
                "SUMMARIZE match_facts",
                "SHOW TABLES",
                "EXPLAIN SELECT count(*) FROM match_facts",
                "FROM match_facts SELECT count(*)",
                "VALUES (1), (2)",
                "TABLE meta.players",
                "WITH best AS (SELECT max(kills) AS k FROM match_facts) SELECT * FROM best",
                "SELECT m FROM match_facts m LIMIT 1",
                "SELECT map_name, mode_name, playlist_name, category_name, gamertag FROM matches LIMIT 3",
                "SELECT table_name FROM information_schema.tables",
                "SELECT f.kills, rank() OVER (ORDER BY kills DESC) FROM match_facts f LIMIT 3",
                "SELECT lpad(gamertag, 20, ' ') FROM meta.players",
                "SELECT json_extract(document, '$.MatchId') FROM match_documents LIMIT 1"
            })
    void answersEveryKindOfQuestion(String sql) {
        assertThat(ask(sql).columns()).isNotEmpty();
    }

    private QueryResult ask(String sql) {
        return warehouse.query(sql, List.of(), Language.EN, Limits.standard());
    }

    private List<List<@Nullable Object>> rows(String sql, Object... parameters) {
        return warehouse
                .query(sql, List.of(parameters), Language.EN, Limits.standard())
                .rows();
    }
}
