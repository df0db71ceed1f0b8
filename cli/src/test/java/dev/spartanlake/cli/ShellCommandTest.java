package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandTest {

    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(3);

    @TempDir
    private static Path directory;

    @BeforeAll
    static void fill() throws IOException {
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        String player = Long.toString(PLAN.players().getFirst().xuid());
        assertThat(Run.in(warehouse(), "ingest", documents.toString(), "--player", player)
                        .code())
                .isZero();
    }

    @Test
    void answersOneStatementAfterTheOtherWithoutPromptsOrColours() {
        Run run = shell(
                "SELECT count(*) AS n\nFROM match_documents; SELECT 'a;b' AS t;\n\n-- the end\nSELECT 3 AS last\n");

        assertThat(run).isEqualTo(new Run(0, "n\n─\n3\nt\n───\na;b\nlast\n────\n   3\n", ""));
    }

    @Test
    void answersInTheFormThatIsWanted() {
        Run run = shell("""
                .mode json
                SELECT 1 AS a;
                .mode csv
                SELECT 1 AS a;
                .mode MARKDOWN;
                SELECT 1 AS a;
                .mode table
                SELECT 1 AS a;
                """);

        assertThat(run).isEqualTo(new Run(0, "[\n  {\"a\":1}\n]\na\r\n1\r\n| a |\n| ---: |\n| 1 |\na\n─\n1\n", ""));
        assertThat(shell("SELECT 1 AS a", "--format", "csv").out()).isEqualTo("a\r\n1\r\n");
    }

    @Test
    void anErrorIsOneLineThatSaysWhereAndTheRestIsAnswered() {
        Run run = shell("SELECT 1 AS a;\n\nSELECT nothing\nFROM matches;\nDELETE FROM matches;\nSELECT 2 AS b;\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("a\n─\n1\nb\n─\n2\n");
        assertThat(run.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("spartanlake: line 3: ")
                                .contains("nothing")
                                .endsWith(" [WH-QUERY-001]"),
                        second -> assertThat(second)
                                .startsWith("spartanlake: line 5: ")
                                .endsWith(" [WH-QUERY-002]"));
    }

    @Test
    void whatIsNeverClosedIsAnError() {
        Run run = shell("SELECT 'a;\nSELECT 2;\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("spartanlake: line 1: The quote opened at character 8 is never closed [WH-QUERY-001]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            .mode xml > expected .mode table|json|csv|markdown, found .mode xml
            .mode > expected .mode table|json|csv|markdown, found .mode
            .timing > expected .timing on|off, found .timing
            .lang de > expected .lang en|fr, found .lang de
            .tables now > expected .tables, found .tables now
            .schema a b > expected .schema [TABLE], found .schema a b
            .schema nothing > there is no table nothing; .tables lists them
            .exit > unknown command .exit; .help lists the commands
            """)
    void aCommandThatMakesNoSenseIsOneLine(String command, String message) {
        assertThat(shell("\n" + command + "\n")).isEqualTo(new Run(1, "", "spartanlake: line 2: " + message + "\n"));
    }

    @Test
    void listsTablesAndColumns() {
        assertThat(shell(".tables").out()).contains("\nmatches\n", "\nmeta.players\n");
        assertThat(shell(".schema META.friends").out()).startsWith("column").contains("\nnickname");
        assertThat(shell(".mode csv\n.schema").out())
                .startsWith("table,column,type\r\n")
                .contains("\r\nmatches,map_name,VARCHAR\r\n", "\r\nmeta.players,gamertag,VARCHAR\r\n");
    }

    @Test
    void timesAnswersWhenAskedTo() {
        assertThat(shell("SELECT 1;").err()).isEmpty();
        assertThat(shell(".timing on\nSELECT 1;\n.timing off\nSELECT 2;").err()).matches("1 row in [0-9,.]+ m?s\n");
    }

    @Test
    void changesTheLanguageOfNamesAndRemarks() {
        Run run = shell(".lang fr\n.nothing\n.timing on\nSELECT 1 AS a;\n.lang en\nSELECT 1 AS a;");

        assertThat(run.err()).contains("commande inconnue .nothing", "1 ligne en ", "1 row in ");
        assertThat(Run.with(
                                Map.of("LANG", "fr_FR.UTF-8"),
                                ".help",
                                "shell",
                                "--warehouse",
                                warehouse().toString())
                        .out())
                .contains("cette liste");
    }

    @Test
    void helpNamesEveryCommandWithinEightyColumns() {
        for (String language : new String[] {"en", "fr"}) {
            Run run = shell(".help", "--lang", language);

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains(
                            ".help ",
                            ".tables ",
                            ".schema [TABLE] ",
                            ".mode table|json|csv|markdown ",
                            ".timing on|off ",
                            ".lang en|fr ",
                            ".quit ");
            assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void quitEndsBeforeWhatComesAfterIt() {
        assertThat(shell("SELECT 1 AS a;\n.quit\nSELECT nonsense;")).isEqualTo(new Run(0, "a\n─\n1\n", ""));
    }

    @Test
    void cutsLongAnswersAndSaysSo() {
        Run run = shell("SELECT * FROM range(5) t(i);", "--max-rows", "2", "--format", "csv");

        assertThat(run)
                .isEqualTo(new Run(
                        0, "i\r\n0\r\n1\r\n", "There are more rows than the 2 shown; raise --max-rows to see them.\n"));
    }

    @Test
    void anEmptyInputIsNoMistake() {
        assertThat(shell("")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void withoutAWarehouseNothingIsRead(@TempDir Path empty) {
        Run run = Run.with(Map.of(), "SELECT 1;", "shell", "--warehouse", empty.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("spartanlake: there is no warehouse in " + empty)
                .hasLineCount(1);
    }

    private static Path warehouse() {
        return directory.resolve("warehouse");
    }

    private static Run shell(String in, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "shell";
        arguments[1] = "--warehouse";
        arguments[2] = warehouse().toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Run.with(Map.of(), in, arguments);
    }
}
