package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.relation.RowSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResidencyTest {

    @TempDir
    static Path directory;

    private List<Relation> relations;

    @BeforeAll
    void write() throws Exception {
        relations = SampleRelations.in(directory);
    }

    @Test
    void loadsOnlyTheColumnsThatStatementsUse() {
        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.LIMITS)) {
            engine.query("SELECT 1", List.of());
            assertThat(engine.residentColumns(SampleRelations.FACTS)).isEmpty();

            engine.query("SELECT sum(kills) FROM match_facts WHERE month = 1", List.of());
            assertThat(engine.residentColumns(SampleRelations.FACTS)).isEqualTo(Set.of("kills", "month"));

            engine.query("SELECT max(gamertag) FROM matches", List.of());
            assertThat(engine.residentColumns(SampleRelations.FACTS))
                    .isEqualTo(Set.of("kills", "month", "match_id", "xuid"));

            engine.query("SELECT * FROM match_facts", List.of());
            assertThat(engine.residentColumns(SampleRelations.FACTS)).hasSize(8);
        }
    }

    @Test
    void aStatementMayNotTellWhatIsResident() {
        Relation few = new Relation.Derived(
                RelationName.main("few"), "SELECT count(*) AS n FROM match_facts", List.of(SampleRelations.FACTS));
        List<Relation> all = new ArrayList<>(relations);
        all.add(few);
        String kinds = "SELECT table_name, table_type FROM information_schema.tables ORDER BY ALL";
        try (QueryEngine engine = QueryEngine.open(all, SampleRelations.LIMITS)) {
            List<?> before = engine.query(kinds, List.of()).rows();
            String everything = "SELECT f.*, few.n FROM match_facts f, few ORDER BY match_id";
            List<?> rows = engine.query(everything, List.of()).rows();
            assertThat(engine.residentColumns(SampleRelations.FACTS)).hasSize(8);

            assertThat(engine.query(kinds, List.of()).rows()).isEqualTo(before);
            assertThat(engine.query(everything, List.of()).rows())
                    .usingRecursiveComparison()
                    .isEqualTo(rows);
        }
    }

    @Test
    void aDeliveryNamesTheColumnsThereAreAsAnAnswerDoes() {
        String wrong = "SELECT kill FROM match_facts";
        try (QueryEngine partial = QueryEngine.open(relations, SampleRelations.LIMITS)) {
            partial.query("SELECT max(start_time) FROM match_facts", List.of());
            assertThat(partial.residentColumns(SampleRelations.FACTS)).containsExactly("start_time");

            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> partial.deliver(
                            wrong, List.of(), SampleRelations.LIMITS, (_, _) -> fail("there are no rows")))
                    .withMessageContaining("kills");
        }
    }

    @RepeatedTest(5)
    void whatIsLoadedAndDroppedMeanwhileIsNotSeen() throws Exception {
        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.LIMITS);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> looks = List.of(
                    () -> engine.query("SELECT * FROM match_facts LIMIT 1", List.of())
                            .columns()
                            .size(),
                    () -> engine.query(
                                    "SELECT column_name FROM information_schema.columns WHERE table_name = 'match_facts'",
                                    List.of())
                            .rows()
                            .size(),
                    () -> engine.query("SELECT kills, 8 AS n FROM match_facts LIMIT 8", List.of())
                            .rows()
                            .size(),
                    () -> delivered(engine));
            List<Future<Integer>> found = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                found.add(threads.submit(looks.get(i % looks.size())));
            }

            for (Future<Integer> look : found) {
                assertThat(look.get()).isEqualTo(SampleRelations.FACT_COLUMNS.size());
            }
        }
    }

    private static int delivered(QueryEngine engine) {
        AtomicInteger width = new AtomicInteger();
        engine.deliver(SampleRelations.FACTS, SampleRelations.LIMITS, (columns, _) -> width.set(columns.size()));
        return width.get();
    }

    @Test
    void limitsRowsOfEachStatementForItself() {
        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.LIMITS)) {
            for (int rows : List.of(7, 7, 7, 3, 3, 3, 7)) {
                QueryResult result = engine.query(
                        "SELECT match_id FROM match_facts", List.of(), SampleRelations.LIMITS.withRows(rows));
                assertThat(result.rows()).hasSize(rows);
                assertThat(result.truncated()).isTrue();
            }
        }
    }

    @Test
    void refusesLimitsOnAnotherMemory() {
        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.LIMITS)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> engine.query("SELECT 1", List.of(), SampleRelations.STREAMING))
                    .withMessageContaining("memory");
        }
    }

    @Test
    void streamsWhatDoesNotFit() {
        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.STREAMING)) {
            QueryResult result = engine.query(
                    "SELECT match_id, start_time, kda, document FROM match_facts ORDER BY match_id LIMIT 2", List.of());

            assertThat(engine.residentColumns(SampleRelations.FACTS)).isEmpty();
            assertThat(result.rows()).hasSize(2);
            assertThat(result.rows().getFirst().get(0)).isEqualTo("m1-0");
            assertThat(result.rows().getFirst().get(3)).isEqualTo(new byte[] {'d', 'o', 'c', '0'});
        }
    }

    @Test
    void leavesAViewWhoseRowsDoNotFit() {
        Relation wide = new Relation.Derived(
                RelationName.main("wide"), "SELECT i, i * 2 AS j FROM range(20_000_000) AS numbers(i)", List.of());
        Limits tight = new Limits(10, Duration.ofMinutes(1), 64L << 20, 32L << 20);
        try (QueryEngine engine = QueryEngine.open(List.of(wide), tight)) {
            for (int time = 1; time <= 2; time++) {
                assertThat(engine.query("SELECT max(i + j) AS most FROM wide", List.of())
                                .rows())
                        .as("time " + time)
                        .containsExactly(List.of(59_999_997L));
            }
        }
    }

    @Test
    void givesTheSameRowsResidentAndStreamed() {
        String everything = "SELECT * FROM match_facts ORDER BY match_id";
        try (QueryEngine resident = QueryEngine.open(relations, SampleRelations.LIMITS);
                QueryEngine late = QueryEngine.open(relations, SampleRelations.LIMITS);
                QueryEngine streaming = QueryEngine.open(relations, SampleRelations.STREAMING)) {
            // Behind the fence, files reach the table through Java.
            late.query("SELECT 1", List.of());

            List<?> rows = resident.query(everything, List.of()).rows();
            assertThat(rows).hasSize(300);
            assertThat(late.query(everything, List.of()).rows())
                    .usingRecursiveComparison()
                    .isEqualTo(rows);
            assertThat(streaming.query(everything, List.of()).rows())
                    .usingRecursiveComparison()
                    .isEqualTo(rows);
        }
    }

    @Test
    void readsRowsFromJavaAnewEachTimeAndClosesThem() {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        RowSource counting = columns -> {
            opened.incrementAndGet();
            RowCursor rows = SampleRelations.players(columns);
            return new RowCursor() {
                @Override
                public boolean next() throws java.sql.SQLException {
                    return rows.next();
                }

                @Override
                public @org.jspecify.annotations.Nullable Object value(int column) throws java.sql.SQLException {
                    return rows.value(column);
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        };
        Relation players =
                new Relation.JavaRows(RelationName.meta("players"), SampleRelations.PLAYER_COLUMNS, counting);

        try (QueryEngine engine = QueryEngine.open(List.of(players), SampleRelations.LIMITS)) {
            engine.query("SELECT * FROM meta.players", List.of());
            engine.query("SELECT * FROM meta.players LIMIT 1", List.of());
            assertThat(opened).hasValueGreaterThanOrEqualTo(2);
        }

        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void answersManyAtOnce() throws Exception {
        List<String> questions = List.of(
                "SELECT sum(kills) FROM match_facts",
                "SELECT count(*) FROM matches WHERE gamertag = 'Ada'",
                "SELECT count(kda) FROM match_facts",
                "SELECT count(*) FROM information_schema.columns WHERE table_name = 'match_facts'",
                "SELECT count(DISTINCT start_time) FROM match_facts");
        List<Long> expected = List.of(14_850L, 150L, 270L, 8L, 300L);

        try (QueryEngine engine = QueryEngine.open(relations, SampleRelations.LIMITS);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Object>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String question = questions.get(i % questions.size());
                answers.add(threads.submit(() -> Long.valueOf(engine.query(question, List.of())
                        .rows()
                        .getFirst()
                        .toString()
                        .replaceAll("\\D", ""))));
            }

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i % expected.size()));
            }
        }
    }
}
