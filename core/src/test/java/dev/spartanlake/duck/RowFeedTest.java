package dev.spartanlake.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows go to the engine as they are, in the order that was asked for; the oracles are the rows themselves, and the
/// engine's own `ORDER BY`.
class RowFeedTest {

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.optional("text", ColumnType.STRING, "", Row::text),
            Column.optional("bytes", ColumnType.STRING, "", RowFeedTest::bytes),
            Column.optional("moment", ColumnType.TIMESTAMP, "", Row::moment),
            Column.optional("truth", ColumnType.BOOLEAN, "", Row::truth),
            Column.optional("tiny", ColumnType.INT8, "", Row::tiny),
            Column.optional("small", ColumnType.INT16, "", Row::small),
            Column.optional("medium", ColumnType.INT32, "", Row::medium),
            Column.optional("large", ColumnType.INT64, "", Row::large),
            Column.optional("real", ColumnType.FLOAT, "", Row::real));

    private static final Row NOTHING = new Row(null, null, null, null, null, null, null, null, null);

    @TempDir
    Path directory;

    private Engine engine;
    private RowFeed<Row> feed;

    @BeforeEach
    void open() {
        engine = Engine.open(new EngineSettings(256L << 20, 2, directory));
        feed = RowFeed.register(engine, "rows", COLUMNS);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void handsOverTheExtremesOfEveryType() {
        Row least = new Row(
                "",
                "",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                false,
                (int) Byte.MIN_VALUE,
                (int) Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                -0.0f);
        Row most = new Row(
                "Spartan 🎮 '\"",
                "Großmeister",
                Instant.parse("2099-12-31T23:59:59.123456Z"),
                true,
                (int) Byte.MAX_VALUE,
                (int) Short.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Float.MIN_VALUE);
        List<Row> rows = List.of(least, NOTHING, most);

        assertThat(selected(rows)).isEqualTo(rows);
    }

    @Test
    void handsOverMoreRowsThanFitIntoOneChunk() {
        List<Row> rows = random(10_001);

        assertThat(selected(rows)).isEqualTo(rows);
    }

    @Test
    void readsSeveralBuffersOneAfterTheOther() {
        List<Row> rows = random(5_000);

        List<Row> selected = selectedFrom(List.of(
                buffer(rows.subList(0, 3)),
                buffer(List.of()),
                buffer(rows.subList(3, 4_999)),
                buffer(rows.subList(4_999, 5_000))));

        assertThat(selected).isEqualTo(rows);
    }

    @Test
    void sortsAsTheEngineDoes() {
        for (List<String> order : List.of(
                List.of("moment", "text"),
                List.of("text", "large", "medium"),
                List.of("bytes", "tiny", "moment", "text", "real"),
                List.of("truth", "small", "real", "text", "large"))) {
            RowBuffer<Row> rows = buffer(random(3_000));
            rows.sort(order);

            String columns = String.join(", ", order);
            assertThat(texts(List.of(rows), "SELECT " + columns + " FROM %s"))
                    .as(columns)
                    .isEqualTo(texts(List.of(rows), "SELECT " + columns + " FROM %s ORDER BY " + columns));
        }
    }

    @Test
    void keepsTheOrderInAFile() {
        RowBuffer<Row> rows = buffer(random(120_000));
        Path file = directory.resolve("sorted.parquet");
        rows.sort(List.of("moment", "text", "large"));
        try (RowFeed<Row>.Loan loan = feed.lend(List.of(rows))) {
            engine.execute("COPY (SELECT * FROM " + loan.relation() + ") TO " + Engine.literal(file.toString())
                    + " (FORMAT parquet, ROW_GROUP_SIZE 100000)");
        }

        assertThat(engine.query(
                        "SELECT count(*) FROM (SELECT (moment, text, large) AS key,"
                                + " lag((moment, text, large)) OVER (ORDER BY file_row_number) AS previous FROM "
                                + Engine.parquet(List.of(file), "file_row_number = true") + ") WHERE key < previous",
                        row -> row.getLong(1)))
                .containsExactly(0L);
    }

    @Test
    void handsOverWhatWasSetLater() {
        RowBuffer<Row> rows = buffer(List.of(NOTHING, NOTHING));
        rows.set(1, "text", "later");
        rows.set(1, "real", 12.5f);
        rows.set(0, "text", null);

        assertThat(texts(List.of(rows), "SELECT text, real FROM %s")).containsExactly("[null, null]", "[later, 12.5]");
    }

    @Test
    void tellsTheTextsInTheOrderInWhichTheyWereAdded() {
        RowBuffer<Row> rows = new RowBuffer<>(List.of(COLUMNS.getFirst()));
        rows.addAll(List.of(text("b"), text("b"), text("ä")));
        rows.addAll(List.of(text("a")));
        rows.sort(List.of("text"));

        assertThat(rows.texts("text")).containsExactly("b", "b", "ä", "a");
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        RowBuffer<Row> rows = buffer(List.of());

        assertThatThrownBy(() -> rows.addAll(List.of(new Row(null, null, null, null, 128, null, null, null, null))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("128 does not fit 8 bits");
        assertThatThrownBy(() -> rows.addAll(List.of(new Row(null, null, null, null, null, -32_769, null, null, null))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("-32769 does not fit 16 bits");
    }

    @Test
    void lendsToSeveralConnectionsAtOnce() {
        List<List<Row>> parts =
                IntStream.range(0, 4).mapToObj(i -> random(4_000 + i)).toList();
        List<Long> counts = parts.parallelStream()
                .map(part -> {
                    try (Engine connection = engine.another();
                            RowFeed<Row>.Loan loan = feed.lend(List.of(buffer(part)))) {
                        return connection
                                .query("SELECT count(*) FROM " + loan.relation(), row -> row.getLong(1))
                                .getFirst();
                    }
                })
                .toList();

        assertThat(counts).containsExactly(4_000L, 4_001L, 4_002L, 4_003L);
    }

    @Test
    void lendsNothingOnceItIsTakenBack() {
        RowFeed<Row>.Loan loan = feed.lend(List.of(buffer(List.of(NOTHING))));
        loan.close();

        assertThatThrownBy(() -> engine.execute("SELECT * FROM " + loan.relation()))
                .hasMessageContaining("no rows are lent under number");
    }

    private List<Row> selected(List<Row> rows) {
        return selectedFrom(List.of(buffer(rows)));
    }

    private List<Row> selectedFrom(List<RowBuffer<Row>> buffers) {
        try (RowFeed<Row>.Loan loan = feed.lend(buffers)) {
            return engine.query(
                    "SELECT text, bytes, epoch_us(moment), truth, tiny, small, medium, large, real FROM "
                            + loan.relation(),
                    RowFeedTest::row);
        }
    }

    private List<String> texts(List<RowBuffer<Row>> buffers, String sql) {
        try (RowFeed<Row>.Loan loan = feed.lend(buffers)) {
            return engine.query(sql.formatted(loan.relation()), row -> {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getString(i));
                }
                return values.toString();
            });
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Long micros = (Long) row.getObject(3);
        return new Row(
                row.getString(1),
                row.getString(2),
                micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                (Boolean) row.getObject(4),
                integer(row, 5),
                integer(row, 6),
                integer(row, 7),
                (Long) row.getObject(8),
                (Float) row.getObject(9));
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    private static RowBuffer<Row> buffer(List<Row> rows) {
        RowBuffer<Row> buffer = new RowBuffer<>(COLUMNS);
        buffer.addAll(rows);
        return buffer;
    }

    private static Row text(String text) {
        return new Row(text, null, null, null, null, null, null, null, null);
    }

    /// Few values of each kind, so that rows are equal in some columns.
    private static List<Row> random(int count) {
        Random random = new Random(count);
        List<String> texts = List.of("", "a", "A", "ab", "b", "ä", "é", "ﬀ", "🎮", "Z");
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        orNull(random, texts.get(random.nextInt(texts.size()))),
                        orNull(random, texts.get(random.nextInt(texts.size()))),
                        orNull(random, Instant.ofEpochSecond(random.nextInt(40) - 20, random.nextInt(3) * 1_000L)),
                        orNull(random, random.nextBoolean()),
                        orNull(random, random.nextInt(256) - 128),
                        orNull(random, random.nextInt(7) - 3),
                        orNull(random, random.nextInt()),
                        orNull(random, random.nextLong()),
                        orNull(random, random.nextInt(9) / 2f - 2)))
                .toList();
    }

    private static byte @Nullable [] bytes(Row row) {
        String text = row.bytes();
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> @Nullable T orNull(Random random, T value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    /// One value of each kind.
    private record Row(
            @Nullable String text,
            @Nullable String bytes,
            @Nullable Instant moment,
            @Nullable Boolean truth,
            @Nullable Integer tiny,
            @Nullable Integer small,
            @Nullable Integer medium,
            @Nullable Long large,
            @Nullable Float real) {}
}
