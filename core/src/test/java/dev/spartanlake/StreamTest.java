package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.RowSink;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StreamTest {

    private static final Limits LIMITS = Limits.standard();

    @TempDir
    private Path directory;

    private Fixture fixture;

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(30);
    }

    private void ingest(int matches) throws IOException {
        Path file = directory.resolve("matches-" + matches + ".ndjson");
        Files.write(
                file,
                Documents.mixed(matches).stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(file), Set.of(Documents.player()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"match_facts", "medal_awards", "match_participants", "match_documents", "matches", "meta.players"
            })
    void aTableIsWhatAQuestionForAllOfItAnswers(String table) {
        try (Warehouse warehouse = fixture.warehouse()) {
            Kept rows = new Kept();

            warehouse.streamTable(table, Language.FR, LIMITS, rows);

            List<List<@Nullable Object>> answer = warehouse
                    .query("FROM " + table, List.of(), Language.FR, LIMITS)
                    .rows();
            assertThat(rows.rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(answer);
        }
    }

    @Test
    void aStatementHasNoMostNumberOfRows() {
        try (Warehouse warehouse = fixture.warehouse()) {
            Kept rows = new Kept();

            warehouse.stream(
                    Query.of("SELECT i, i::VARCHAR FROM range(300_000) t(i) ORDER BY i"),
                    Language.EN,
                    LIMITS.withRows(1),
                    rows);

            assertThat(rows.rows).hasSize(300_000);
            assertThat(rows.rows.getLast()).isEqualTo(List.of(299_999L, "299999"));
        }
    }

    @Test
    void theFenceAndTheLimitsAreThoseOfQuestions() {
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThatThrownBy(() -> warehouse.stream(
                            Query.of("SELECT * FROM read_csv('/etc/passwd')"), Language.EN, LIMITS, new Kept()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageStartingWith("The function read_csv is not available");
            assertThatThrownBy(() -> warehouse.stream(
                            Query.of("SELECT count(*) FROM range(1_000_000_000_000) a"),
                            Language.EN,
                            LIMITS.withTime(Duration.ofMillis(200)),
                            new Kept()))
                    .isInstanceOfSatisfying(
                            WarehouseException.class,
                            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUERY_LIMIT));
            assertThatThrownBy(() -> warehouse.streamTable("match_fact", Language.EN, LIMITS, new Kept()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageStartingWith("There is no table main.match_fact. Did you mean match_facts?");
            assertThatThrownBy(() -> warehouse.streamTable("meta.\"x\" --", Language.EN, LIMITS, new Kept()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessageStartingWith("There is no table meta.");
            assertThatThrownBy(() -> warehouse.streamTable("meta.", Language.EN, LIMITS, new Kept()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("expected the name of a table such as match_facts or meta.players, found \"meta.\"");
        }
    }

    @Test
    void whatAnotherWriterCommitsMeanwhileIsDeliveredAllOverAgain() {
        try (Warehouse warehouse = fixture.warehouse()) {
            AtomicInteger calls = new AtomicInteger();
            Kept rows = new Kept();

            warehouse.streamTable("match_documents", Language.EN, LIMITS, (columns, cursor) -> {
                if (calls.incrementAndGet() == 1) {
                    ingestMore();
                }
                rows.accept(columns, cursor);
            });

            assertThat(calls).hasValue(2);
            assertThat(rows.rows).hasSize(40);
        }
    }

    private void ingestMore() {
        try {
            ingest(40);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aStopEndsIt() {
        try (Warehouse warehouse = fixture.warehouse(Fixture.config().withStop(() -> true))) {
            assertThatThrownBy(() -> warehouse.streamTable("match_facts", Language.EN, LIMITS, new Kept()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("The query was cancelled before it was answered");
        }
    }

    /// The rows of the last call.
    private static final class Kept implements RowSink {

        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        @Override
        public void accept(List<ResultColumn> columns, RowCursor cursor) throws SQLException {
            rows.clear();
            while (cursor.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(cursor.value(i));
                }
                rows.add(row);
            }
        }
    }
}
