package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

    private static final int MATCHES = 12;
    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(MATCHES);
    private static final JsonMapper JSON = new JsonMapper();

    /// Values that are hard to carry.
    private static final String NASTY = """
            SELECT '=HYPERLINK("http://x","y")' AS formula, 'a "b", c' || chr(10) || 'd 🎮' AS text, '' AS empty,
                NULL::INTEGER AS nothing, 'NaN'::DOUBLE AS nan, 9007199254740993 AS id, 1.1::FLOAT AS kda, true AS won,
                TIMESTAMPTZ '2024-02-29 12:00:00.25+00' AS start_time, [1, 2] AS list, 12::SMALLINT AS kills""";

    @TempDir
    private static Path shared;

    private static Path warehouse;

    /// How many of the matches the player was in.
    private static long played;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeAll
    static void ingest() throws IOException {
        warehouse = shared.resolve("warehouse");
        Path documents = shared.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        String player = Long.toString(PLAN.players().getFirst().xuid());
        played = Files.readAllLines(documents).stream()
                .filter(line -> line.contains("xuid(" + player + ")"))
                .count();
        assertThat(Run.in(warehouse, "ingest", documents.toString(), "--player", player)
                        .code())
                .isZero();
    }

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("rows");
    }

    private String exported(String ending, String... what) throws IOException {
        export(ending, what);
        return Files.readString(file);
    }

    private void export(String ending, String... what) {
        file = directory.resolve("rows." + ending);
        Run run = Run.in(
                warehouse,
                Stream.concat(Stream.of("export"), Stream.concat(Stream.of(what), Stream.of(file.toString())))
                        .toArray(String[]::new));
        assertThat(run.err()).endsWith("written to " + file + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"match_facts", "matches", "meta.players", "medal_awards"})
    void aTableAsTextIsWhatSqlPrints(String table) throws IOException {
        for (String format : List.of("csv", "json")) {
            Run sql = Run.in(warehouse, "sql", "FROM " + table, "--format", format);

            assertThat(exported(format, "table", table)).isNotEmpty().isEqualTo(sql.out());
        }
    }

    @Test
    void saysHowManyRowsThereAreInTheUsersLanguage() {
        Run run = Run.in(
                warehouse,
                "export",
                "table",
                "match_facts",
                directory.resolve("f.csv").toString(),
                "--lang",
                "fr");

        assertThat(run).isEqualTo(new Run(0, "", played + " lignes écrites dans " + directory.resolve("f.csv") + "\n"));
    }

    @Test
    void jsonAndNdjsonHoldEveryValue() throws IOException {
        JsonNode array = JSON.readTree(exported("json", "query", NASTY));
        JsonNode line = JSON.readTree(exported("ndjson", "query", NASTY));

        assertThat(array.size()).isEqualTo(1);
        assertThat(array.get(0)).isEqualTo(line);
        assertThat(line.path("text").asString()).isEqualTo("a \"b\", c\nd 🎮");
        assertThat(line.path("nothing").isNull()).isTrue();
        assertThat(line.path("nan").isNull()).isTrue();
        assertThat(line.path("id").longValue()).isEqualTo(9007199254740993L);
        assertThat(line.path("start_time").asString()).isEqualTo("2024-02-29T12:00:00.250Z");
        assertThat(line.path("list").size()).isEqualTo(2);
        assertThat(Files.readString(file)).hasLineCount(1);
    }

    @Test
    void csvIsReadByAnotherReader() throws IOException, SQLException {
        export("csv", "query", NASTY);

        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery(
                        "FROM read_csv('" + file + "', all_varchar = true, header = true, quote = '\"')")) {
            row.next();
            assertThat(row.getString("formula")).isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
            assertThat(row.getString("text")).isEqualTo("a \"b\", c\nd 🎮");
            assertThat(row.getString("nothing")).isNull();
            assertThat(row.getString("nan")).isEqualTo("NaN");
            assertThat(row.getString("id")).isEqualTo("9007199254740993");
            assertThat(row.getString("start_time")).isEqualTo("2024-02-29T12:00:00.250Z");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void parquetKeepsTypesAndValues() throws IOException {
        export("parquet", "query", NASTY);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader row = reader.rowReader()) {
            row.next();
            assertThat(row.getString("text")).isEqualTo("a \"b\", c\nd 🎮");
            assertThat(row.isNull("nothing")).isTrue();
            assertThat(row.getDouble("nan")).isNaN();
            assertThat(row.getLong("id")).isEqualTo(9007199254740993L);
            assertThat(row.getFloat("kda")).isEqualTo(1.1f);
            assertThat(row.getTimestamp("start_time")).hasToString("2024-02-29T12:00:00.250Z");
            assertThat(row.getString("list")).isEqualTo("[1,2]");
            assertThat(row.getInt("kills")).isEqualTo(12);
        }
    }

    @Test
    void excelGetsNumbersDatesAndTextsAndNeverAFormula() throws IOException {
        export("xlsx", "query", NASTY);

        Sheet sheet = Sheet.of(file);
        assertThat(sheet.formulas()).isZero();
        assertThat(sheet.cell("A1")).isEqualTo("text formula");
        assertThat(sheet.cell("A2")).isEqualTo("text =HYPERLINK(\"http://x\",\"y\")");
        assertThat(sheet.cell("B2")).isEqualTo("text a \"b\", c\nd 🎮");
        assertThat(sheet.cell("D2")).isEqualTo("none");
        assertThat(sheet.cell("E2")).isEqualTo("text NaN");
        assertThat(sheet.cell("F2")).isEqualTo("text 9007199254740993");
        assertThat(sheet.cell("G2")).isEqualTo("number 1.1");
        assertThat(sheet.cell("H2")).isEqualTo("truth 1");
        // 45351 days after the last of 1899 by Excel's count, and half a day.
        assertThat(sheet.cell("I2")).startsWith("number 45351.5000028");
        assertThat(sheet.cell("K2")).isEqualTo("number 12");
    }

    @Test
    void whatXmlCannotHoldOrExcelWouldDecodeStaysVisible() throws IOException {
        export("xlsx", "query", "SELECT 'a' || chr(1) || 'b' AS a, '_x0041_' AS b, '  <&> ' AS c");

        Sheet sheet = Sheet.of(file);
        assertThat(sheet.cell("A2")).isEqualTo("text a\uFFFDb");
        assertThat(sheet.cell("B2")).isEqualTo("text _x005F_x0041_");
        assertThat(sheet.cell("C2")).isEqualTo("text   <&> ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT i FROM range(1_048_576) t(i) | 1,048,576 rows, with the heading
            SELECT repeat('x', 32768) AS long   | 32,767 characters in a cell
            """)
    void whatDoesNotFitASheetIsOneClearLine(String sql, String limit) {
        Run run = Run.in(
                warehouse,
                "export",
                "query",
                sql,
                directory.resolve("rows.xlsx").toString());

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "spartanlake: an Excel sheet has at most " + limit
                                + "; select less, or export to .csv or .parquet [WH-QUERY-003]\n"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void printsToStandardOutput() {
        Run sql = Run.in(warehouse, "sql", "--format", "csv", "FROM meta.sessions");

        assertThat(Run.in(warehouse, "export", "table", "meta.sessions", "-", "--format", "csv"))
                .isEqualTo(new Run(0, sql.out(), ""));
    }

    @Test
    void readsTheStatementFromStandardInput() throws IOException {
        file = directory.resolve("n.csv");
        Run run = Run.with(
                Map.of(),
                "SELECT count(*) AS n FROM matches",
                "export",
                "query",
                "-",
                file.toString(),
                "--warehouse",
                warehouse.toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo("n\r\n" + played + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            table match_facts x.txt     | expected --format, or a file that ends with one of .csv, .json, .ndjson, .parquet, .xlsx; found x.txt; see: spartanlake export table --help
            table match_facts -         | standard output: expected --format csv, json or ndjson, found none; see: spartanlake export table --help
            table match_facts - --format xlsx | standard output: expected --format csv, json or ndjson, found xlsx; see: spartanlake export table --help
            query  x.csv                | Missing required parameter: 'FILE'; see: spartanlake export query --help
            table match_facts x.csv --timeout 0s | --timeout: expected at least 1ms, found PT0S; see: spartanlake export table --help
            """)
    void aMisuseIsOneLine(String arguments, String message) {
        assertThat(Run.of(("export " + arguments).split(" +")))
                .isEqualTo(new Run(2, "", "spartanlake: " + message + "\n"));
    }

    @Test
    void refusesWhereItMayNotWrite() throws IOException {
        file = Files.writeString(directory.resolve("mine.csv"), "mine");
        Path nowhere = directory.resolve("no/rows.csv");
        Path inside = warehouse.resolve("rows.csv");

        assertThat(Run.in(warehouse, "export", "table", "matches", file.toString()))
                .isEqualTo(
                        refused("the file " + file + " is there already; use --force to replace it, or name another"));
        assertThat(Run.in(warehouse, "export", "table", "matches", nowhere.toString()))
                .isEqualTo(refused("the directory " + nowhere.getParent()
                        + " does not exist; make it first, or name a file elsewhere"));
        assertThat(Run.in(warehouse, "export", "table", "matches", inside.toString()))
                .isEqualTo(refused(inside
                        + " is in the directory of the warehouse, where nothing else may be; name a file elsewhere"));
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(Run.in(warehouse, "export", "table", "matches", file.toString(), "--force")
                        .code())
                .isZero();
        assertThat(Files.readString(file)).startsWith("match_id,");
    }

    @Test
    void saysTheSameOfADirectoryThatIsClosedWhateverIsWritten() {
        Path closed = Path.of("/sys");
        assumeTrue(Files.isDirectory(closed), "only Linux has a directory that is closed to everybody");

        for (String rows : List.of("x.csv", "x.json", "x.ndjson", "x.parquet", "x.xlsx")) {
            assertClosed(closed.resolve(rows), "export", "table", "matches");
        }
        assertClosed(closed.resolve("x.duckdb"), "export", "duckdb");
        assertClosed(closed.resolve("x.json"), "maps", "--out");
    }

    private void assertClosed(Path target, String... command) {
        Run run = Run.in(
                warehouse,
                Stream.concat(Stream.of(command), Stream.of(target.toString())).toArray(String[]::new));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("spartanlake: cannot write " + target + ": ")
                .endsWith("the directory may be written to [WH-STORAGE-001]\n")
                .doesNotContain(".part")
                .hasLineCount(1);
    }

    private static Run refused(String message) {
        return new Run(1, "", "spartanlake: " + message + " [WH-CONFIG-001]\n");
    }

    @Test
    void aStatementThatFailsLeavesNothing() {
        for (String sql :
                List.of("SELECT nothing FROM matches", "COPY matches TO 'x'", "SELECT error('no') FROM matches")) {
            Run run = Run.in(
                    warehouse,
                    "export",
                    "query",
                    sql,
                    directory.resolve("x.parquet").toString());

            assertThat(run.code()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).hasLineCount(1);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDuckDbDatabaseShowsTheWarehouse() throws SQLException {
        file = directory.resolve("halo.duckdb");

        assertThat(Run.in(warehouse, "export", "duckdb", file.toString()))
                .isEqualTo(new Run(
                        0, "", file + " shows the warehouse as it is now; export again after the next ingest.\n"));
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), count(map_name) FROM matches")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(played).isPositive();
            assertThat(row.getLong(2)).isEqualTo(played);
        }
    }

    @Test
    void anAnswerGoesToAFile() throws IOException {
        for (String command : List.of("stats", "matches", "maps", "sessions", "streaks", "medals")) {
            for (String format : List.of("json", "csv")) {
                file = directory.resolve(command + "." + format);

                Run run = Run.in(warehouse, command, "--out", file.toString());

                assertThat(run).isEqualTo(new Run(0, "", "The answer was written to " + file + "\n"));
                assertThat(Files.readString(file))
                        .isEqualTo(
                                Run.in(warehouse, command, "--format", format).out());
            }
        }
    }

    @Test
    void anAnswerKeepsItsTypes() throws IOException {
        Path parquet = directory.resolve("matches.parquet");
        Path sheet = directory.resolve("matches.xlsx");

        assertThat(Run.in(warehouse, "matches", "--out", parquet.toString()).code())
                .isZero();
        assertThat(Run.in(warehouse, "matches", "--out", sheet.toString()).code())
                .isZero();

        JsonNode first =
                JSON.readTree(Run.in(warehouse, "matches", "--format", "json").out());
        JsonNode match = first.isArray() ? first.get(0) : first.path("matches").get(0);
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(parquet));
                RowReader row = reader.rowReader()) {
            row.next();
            assertThat(row.getString("match_id"))
                    .isEqualTo(match.path("match_id").asString());
            assertThat(row.getTimestamp("start_time"))
                    .hasToString(match.path("start_time").asString());
            assertThat(row.getLong("kills")).isEqualTo(match.path("kills").longValue());
        }
        assertThat(Sheet.of(sheet).cell("A2"))
                .isEqualTo("text " + match.path("match_id").asString());
    }

    @Test
    void theOptionsOfAnAnswersFileHaveToFit() {
        assertThat(Run.in(warehouse, "stats", "--out", "x.txt").err())
                .isEqualTo("spartanlake: --out: expected a file that ends with one of .csv, .json, .ndjson, .parquet,"
                        + " .xlsx, found x.txt; see: spartanlake stats --help\n");
        assertThat(Run.in(warehouse, "stats", "--out", "x.csv", "--format", "json")
                        .err())
                .startsWith("spartanlake: --format: the ending of the file of --out says the format; leave it out;");
        assertThat(Run.in(warehouse, "stats", "--force").err())
                .startsWith("spartanlake: --force: expected --out FILE as well;");
    }
}
