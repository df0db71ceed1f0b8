package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An engine whose relations become others.
class FollowingEngineTest {

    private static final RelationName FACTS = RelationName.main("facts");
    private static final RelationName FEW = RelationName.main("few");
    private static final List<RelationColumn> COLUMNS = List.of(
            new RelationColumn("month", "TINYINT"),
            new RelationColumn("id", "INTEGER"),
            new RelationColumn("name", "VARCHAR"),
            new RelationColumn("unused", "INTEGER"));
    private static final String ALL = "SELECT id, name FROM facts ORDER BY id";
    private static final String MOST = "SELECT n FROM few";

    @TempDir
    private Path directory;

    private final List<ParquetFile> files = new ArrayList<>();
    private QueryEngine engine = QueryEngine.open(List.of(), SampleRelations.LIMITS);

    @BeforeEach
    void open() throws Exception {
        for (int month = 1; month <= 6; month++) {
            files.add(file(month, "first", 10));
        }
        engine.close();
        engine = QueryEngine.open(relations(), SampleRelations.LIMITS);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /// A file of a month whose rows have a name and ids from a hundred times the month.
    private ParquetFile file(int month, String name, int rows) throws Exception {
        Path path = directory.resolve(month + name + rows + ".parquet");
        SampleRelations.write(
                "SELECT " + month + "::TINYINT AS month, (" + month * 100 + " + i)::INTEGER AS id, '" + name
                        + "' AS name, 0 AS unused FROM range(" + rows + ") t(i)",
                path);
        return new ParquetFile(
                path, Files.size(path), rows, month + name + rows, Map.of("month", Integer.toString(month)));
    }

    private List<Relation> relations() {
        return List.of(
                new Relation.ParquetFiles(FACTS, COLUMNS, files),
                new Relation.Derived(FEW, "SELECT count(*) AS n FROM facts", List.of(FACTS)));
    }

    private void follow() {
        assertThat(engine.answerAbout(relations())).isPresent();
    }

    private List<?> rows(String sql) {
        return engine.query(sql, List.of()).rows();
    }

    /// What an engine answers that has just been opened.
    private List<?> fresh(String sql) {
        try (QueryEngine opened = QueryEngine.open(relations(), SampleRelations.LIMITS)) {
            return opened.query(sql, List.of()).rows();
        }
    }

    private void garble(ParquetFile file) throws Exception {
        byte[] bytes = Files.readAllBytes(file.path());
        Arrays.fill(bytes, (byte) 7);
        Files.write(file.path(), bytes);
    }

    @Test
    void readsChangedAndNewFilesAlone() throws Exception {
        assertThat(rows(ALL)).hasSize(60);
        List<?> kept = rows("SELECT id, name FROM facts WHERE month IN (1, 2, 4, 5) ORDER BY id");
        garble(files.getFirst());
        files.set(2, file(3, "second", 7));
        files.removeLast();
        files.add(file(7, "new", 4));
        follow();

        assertThat(rows("SELECT id, name FROM facts WHERE month IN (1, 2, 4, 5) ORDER BY id"))
                .isEqualTo(kept);
        assertThat(rows("SELECT month, min(name), count(*) FROM facts WHERE month NOT IN (1, 2, 4, 5) GROUP BY 1"
                        + " ORDER BY 1"))
                .isEqualTo(List.of(List.of((byte) 3, "second", 7L), List.of((byte) 7, "new", 4L)));
        assertThat(engine.residentColumns(FACTS)).containsExactlyInAnyOrder("month", "id", "name");
    }

    @Test
    void whatFollowsFromTheRowsFollowsThem() throws Exception {
        assertThat(rows(MOST)).isEqualTo(List.of(List.of(60L)));
        files.set(5, file(6, "second", 12));
        follow();
        assertThat(rows(MOST)).isEqualTo(List.of(List.of(62L)));
        files.removeLast();
        follow();
        rows("SELECT count(*) FROM duckdb_tables()");
        assertThat(rows(MOST)).isEqualTo(List.of(List.of(50L)));
    }

    @Test
    void aDeliverySeesTheRowsThereAreNow() throws Exception {
        rows("SELECT * FROM facts");
        rows(MOST);
        files.set(5, file(6, "second", 12));
        follow();
        assertThat(delivered(FACTS)).isEqualTo(62);
        assertThat(delivered(FEW)).isEqualTo(1);
        assertThat(rows(ALL)).isEqualTo(fresh(ALL));
    }

    private int delivered(RelationName relation) {
        int[] rows = new int[1];
        engine.deliver(relation, SampleRelations.LIMITS, (_, cursor) -> {
            while (cursor.next()) {
                rows[0]++;
            }
        });
        return rows[0];
    }

    @Test
    void sameContentElsewhereIsTheSame() throws Exception {
        List<?> before = rows(ALL);
        ParquetFile moved = files.getFirst();
        Path elsewhere = directory.resolve("elsewhere.parquet");
        Files.move(moved.path(), elsewhere, StandardCopyOption.REPLACE_EXISTING);
        files.set(0, new ParquetFile(elsewhere, moved.sizeBytes(), moved.rows(), moved.content(), moved.key()));
        follow();
        garble(files.getFirst());

        assertThat(rows(ALL)).isEqualTo(before);
    }

    @Test
    void aNewFileThatIsDamagedIsToldEachTimeUntilItIsMended() throws Exception {
        rows(ALL);
        files.set(1, file(2, "second", 8));
        byte[] whole = Files.readAllBytes(files.get(1).path());
        garble(files.get(1));
        follow();
        requireDamaged("The files of facts cannot be read");
        requireDamaged("The files of facts cannot be read");
        Files.delete(files.get(1).path());
        requireDamaged("is not what was committed");
        Files.write(files.get(1).path(), whole);

        assertThat(rows(ALL)).isEqualTo(fresh(ALL)).hasSize(58);
    }

    @Test
    void anOldFileThatIsGoneFromTheDiskIsTold() throws Exception {
        rows(ALL);
        files.set(1, file(2, "second", 8));
        Files.delete(files.getFirst().path());
        follow();
        requireDamaged("is not what was committed");
    }

    private void requireDamaged(String message) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> rows(ALL))
                .withMessageContaining(message)
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    @Test
    void rowsOfAnotherKeyAreFoundByTheirNumber() throws Exception {
        Path path = directory.resolve("stray.parquet");
        SampleRelations.write(
                "SELECT 1::TINYINT AS month, i::INTEGER AS id, 'stray' AS name, 0 AS unused FROM range(3) t(i)", path);
        files.add(new ParquetFile(path, Files.size(path), 3, "stray", Map.of("month", "9")));
        follow();
        rows(ALL);
        files.set(0, file(1, "second", 5));
        follow();

        assertThat(rows(ALL)).isEqualTo(fresh(ALL)).hasSize(58);
    }

    @Test
    void manyChangesLeaveNoRowsBehind() throws Exception {
        rows(ALL);
        for (int i = 0; i < 30; i++) {
            files.set(3, file(4, "version" + i, 10 + i % 3));
            follow();
            assertThat(rows(ALL)).isEqualTo(fresh(ALL));
        }
    }

    @Test
    void followsFromNoFilesAndBack() throws Exception {
        rows(ALL);
        List<ParquetFile> all = List.copyOf(files);
        files.clear();
        follow();
        assertThat(rows(ALL)).isEmpty();
        files.addAll(all);
        follow();
        assertThat(rows(ALL)).hasSize(60);
    }

    @Test
    void anEarlierStateIsAnsweredNoMore() throws Exception {
        QueryEngine.State earlier = engine.state();
        rows(ALL);
        files.removeLast();
        follow();

        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query(ALL, List.of(), SampleRelations.LIMITS, earlier, FileScope.EVERYTHING))
                .withMessageContaining("has changed since the question was asked")
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STORAGE));
        assertThat(engine.query(ALL, List.of(), SampleRelations.LIMITS, engine.state(), FileScope.EVERYTHING)
                        .rows())
                .hasSize(50);
    }

    @Test
    void readsTheFilesOfAScopeAloneAndTheOthersWhenTheyAreAskedFor() throws Exception {
        engine.query("SELECT 1", List.of());
        byte[] whole = Files.readAllBytes(files.getFirst().path());
        garble(files.getFirst());
        assertThat(ofMonth(6)).isEqualTo(List.of(List.of(10L, "first")));
        requireDamaged("The files of facts cannot be read");
        assertThat(ofMonth(6)).isEqualTo(List.of(List.of(10L, "first")));
        Files.write(files.getFirst().path(), whole);

        assertThat(ofMonth(2)).isEqualTo(List.of(List.of(10L, "first")));
        assertThat(rows(ALL)).isEqualTo(fresh(ALL)).hasSize(60);
    }

    @Test
    void aScopeFollowsToo() throws Exception {
        assertThat(ofMonth(6)).isEqualTo(List.of(List.of(10L, "first")));
        assertThat(delivered(FACTS)).isEqualTo(60);
        assertThat(ofMonth(6)).isEqualTo(List.of(List.of(10L, "first")));
        files.set(5, file(6, "second", 9));
        follow();
        assertThat(ofMonth(6)).isEqualTo(List.of(List.of(9L, "second")));
        assertThat(rows(MOST)).isEqualTo(List.of(List.of(59L)));
    }

    /// Asks for rows of a month of which nothing but the scope tells that they are of one month.
    private List<?> ofMonth(int month) {
        FileScope scope = new FileScope(Map.of(FACTS, Map.of("month", Integer.toString(month))));
        return engine.query(
                        "SELECT count(*), min(name) FROM facts WHERE id // 100 = ?",
                        List.of(month),
                        SampleRelations.LIMITS,
                        engine.state(),
                        scope)
                .rows();
    }

    @Test
    void refusesRelationsOfAnotherShape() {
        List<Relation> fewer = List.of(relations().getFirst());
        assertThat(engine.canAnswerAbout(fewer)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> engine.answerAbout(fewer));
        List<Relation> narrower = List.of(
                new Relation.ParquetFiles(FACTS, COLUMNS.subList(0, 2), files),
                relations().getLast());
        assertThat(engine.canAnswerAbout(narrower)).isFalse();
    }

    /// Whoever wants it to answer about another state must not have to wait as long as a question may take.
    @Test
    void staysAsItIsWhileAQuestionIsLoading() throws Exception {
        CountDownLatch isLoading = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        RelationName slow = RelationName.main("slow");
        RelationName derived = RelationName.main("derived");
        List<Relation> relations = List.of(
                new Relation.JavaRows(slow, List.of(new RelationColumn("n", "INTEGER")), columns -> {
                    isLoading.countDown();
                    return waiting(goesOn, columns.size());
                }),
                new Relation.Derived(derived, "SELECT count(*) AS n FROM slow", List.of(slow)));
        try (QueryEngine opened = QueryEngine.open(relations, SampleRelations.LIMITS);
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<List<?>> question = threads.submit(
                    () -> opened.query("SELECT n FROM derived", List.of()).rows());
            isLoading.await();

            assertThat(opened.answerAbout(relations)).isEmpty();

            goesOn.countDown();
            assertThat(question.get()).isEqualTo(List.of(List.of(0L)));
            assertThat(opened.answerAbout(relations)).isPresent();
        }
    }

    /// No rows, as soon as it may go on.
    private static RowCursor waiting(CountDownLatch goesOn, int columns) {
        assertThat(columns).isPositive();
        return new RowCursor() {
            @Override
            public boolean next() {
                try {
                    goesOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }

            @Override
            public Object value(int column) {
                throw new AssertionError("there are no rows");
            }

            @Override
            public void close() {}
        };
    }

    /// Every answer is of one state: either all of its rows are of one version, or of the other.
    @Test
    void runsThatHaveBegunSeeWhatTheySaw() throws Exception {
        rows(ALL);
        ParquetFile one = file(6, "one", 10);
        ParquetFile other = file(6, "other", 10);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<?>>> looks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                files.set(5, i % 2 == 0 ? one : other);
                // Not while another look is loading.
                engine.answerAbout(relations());
                looks.add(
                        threads.submit(() -> rows("SELECT count(*), count(DISTINCT name) FROM facts WHERE month = 6")));
            }
            for (Future<List<?>> look : looks) {
                try {
                    assertThat(look.get()).isEqualTo(List.of(List.of(10L, 1L)));
                } catch (java.util.concurrent.ExecutionException outdated) {
                    assertThat(outdated).hasMessageContaining("has changed since the question was asked");
                }
            }
        }
    }
}
