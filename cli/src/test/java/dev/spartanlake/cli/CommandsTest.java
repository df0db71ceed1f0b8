package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final int MATCHES = 3;
    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(MATCHES);
    private static final String XUID = Long.toString(PLAN.players().getFirst().xuid());

    @TempDir
    private Path directory;

    private Path warehouse;
    private Path documents;

    @BeforeEach
    void writeDocuments() throws IOException {
        warehouse = directory.resolve("warehouse");
        documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
    }

    @Test
    void ingestsAsksAndTellsTheStatus() {
        Run ingest = Run.in(warehouse, "ingest", documents.toString(), "--player", XUID);
        Run sql = Run.in(warehouse, "sql", "--format", "json", "SELECT count(*) AS n FROM match_documents");
        Run status = Run.in(warehouse, "status", "--format", "json");

        assertThat(ingest.code()).isZero();
        assertThat(ingest.out())
                .startsWith("3 documents read: 3 new, 0 updated, 0 unchanged, 0 refused; ")
                .hasLineCount(1);
        assertThat(ingest.err()).isEmpty();
        assertThat(sql).isEqualTo(new Run(0, "[\n  {\"n\":3}\n]\n", ""));
        assertThat(status.code()).isZero();
        assertThat(status.err()).isEmpty();
        assertThat(status.out())
                .contains("\"matches\":3,", "\"xuid\":\"" + XUID + "\"")
                .hasLineCount(1);
    }

    @Test
    void aPlayerWhoIsTrackedAgainGetsTheSameCareer() {
        Run.in(warehouse, "ingest", documents.toString(), "--player", XUID);
        String[] question = {
            "sql", "--format", "json", "SELECT * FROM match_facts JOIN meta.sessions USING (session_id) ORDER BY ALL"
        };
        Run before = Run.in(warehouse, question);

        Run untrack = Run.in(warehouse, "player", "untrack", XUID);

        assertThat(untrack).isEqualTo(new Run(0, "", XUID + " is not tracked any more\n"));
        assertThat(Run.in(warehouse, question).out()).isEqualTo("[]\n");
        assertThat(Run.in(warehouse, "status", "--format", "json").out())
                .contains("\"matches\":3,\"lost\":0,\"first_match\":\"20", "\"players\":[]");
        Run.in(warehouse, "player", "set", XUID, "--track");
        assertThat(Run.in(warehouse, question)).isEqualTo(before);
    }

    @Test
    void anEmptyNameOfAWarehouseIsAMistakeAndNotTheCurrentDirectory() {
        Run run = Run.of("status", "--warehouse", "");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("spartanlake: Invalid value for option '--warehouse': expected a path, found none; see:"
                        + " spartanlake status --help\n");
    }

    @Test
    void showsThePlanOfAQuestionAsItIsDrawn() {
        Run.in(warehouse, "ingest", documents.toString());

        Run plan = Run.in(warehouse, "sql", "EXPLAIN SELECT count(*) FROM match_documents");

        assertThat(plan.code()).isZero();
        assertThat(plan.out().lines()).anyMatch(line -> line.startsWith("╭─"));
    }

    @Test
    void aDamagedMetadataDatabaseIsDamage() throws IOException {
        Run.in(warehouse, "ingest", documents.toString());
        Path database = warehouse.resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[3] ^= 1;
        Files.write(database, bytes);

        for (String command : List.of("status", "player list", "sql SELECT")) {
            Run run = Run.in(warehouse, command.split(" "));

            assertThat(run.code()).as(command).isEqualTo(5);
            assertThat(run.err())
                    .contains(
                            "is damaged", "mend it with: spartanlake repair --warehouse " + warehouse, "WH-FORMAT-003")
                    .hasLineCount(1);
        }
    }

    @Test
    void aRefusedDocumentIsTalkAndExitCodeThree() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"MatchId\": 7}");

        Run run = Run.in(
                warehouse, "ingest", documents.toString(), broken.toString(), "--player", XUID, "--format", "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("{\"read\":4,\"accepted\":3,\"inserted\":3,\"updated\":0,\"unchanged\":0,\"rejected\":1,"
                        + "\"rejections\":[{\"source\":")
                .hasLineCount(1);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err().lines().findFirst().orElseThrow())
                .startsWith("refused: ")
                .contains("broken.json");
        assertThat(Run.in(warehouse, "status").out()).contains("Quarantine   1 document in ");
    }

    @Test
    void strictStoresNothingWhenADocumentIsRefused() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "[]");

        Run run = Run.in(warehouse, "ingest", "--strict", documents.toString(), broken.toString(), "--format", "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("Nothing was stored, because --strict");
        assertThat(run.out())
                .startsWith("{\"read\":4,\"accepted\":3,\"inserted\":0,\"updated\":0,\"unchanged\":0,\"rejected\":1,")
                .contains("\"application\":\"refused\"");
        assertThat(Run.in(warehouse, "status", "--format", "json").out()).contains("\"matches\":0,");
    }

    @Test
    void aDryRunMakesNoWarehouse() {
        Run run = Run.in(warehouse, "ingest", "--dry-run", documents.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Dry run, nothing was changed. 3 documents read: 3 new, ");
        assertThat(run.err()).isEmpty();
        assertThat(warehouse).doesNotExist();
    }

    @Test
    void saysHowToTrackWhenNobodyIsTracked() {
        Run ingest = Run.in(warehouse, "ingest", documents.toString());
        Run hint = Run.in(warehouse, "sql", "--format", "csv", quoted(ingest.err()));
        Run track = Run.in(warehouse, "player", "set", XUID, "--gamertag", "DemoLarkspur", "--track");

        assertThat(ingest.code()).isZero();
        assertThat(ingest.err())
                .startsWith("No player is tracked")
                .containsPattern("(?m)^  spartanlake sql \".* LIMIT 3\" --warehouse "
                        + Pattern.quote(warehouse.toString()) + "$")
                .containsPattern("(?m)^  spartanlake player set XUID .* --track --warehouse "
                        + Pattern.quote(warehouse.toString()) + "$");
        assertThat(hint.code()).isZero();
        assertThat(hint.out()).startsWith("xuid,matches\r\n");
        assertThat(track).isEqualTo(new Run(0, "", XUID + " is called DemoLarkspur\n" + XUID + " is tracked\n"));
        assertThat(Run.in(warehouse, "sql", "--format", "csv", "SELECT DISTINCT gamertag FROM matches")
                        .out())
                .isEqualTo("gamertag\r\nDemoLarkspur\r\n");
    }

    @Test
    void standardInputIsAnInputLikeAnyOther() throws IOException {
        String[] ingest = {"ingest", "-", "--player", XUID, "--warehouse", warehouse.toString()};
        String[] sql = {"sql", "-", "--format", "csv", "--warehouse", warehouse.toString()};

        assertThat(Run.with(Map.of(), Files.readString(documents), ingest).out())
                .startsWith("3 documents read: 3 new");
        assertThat(Run.with(Map.of(), "SELECT 1 AS one\n", sql)).isEqualTo(new Run(0, "one\r\n1\r\n", ""));
        assertThat(Run.with(Map.of(), " \n", sql).code()).isEqualTo(2);
    }

    @Test
    void aCutAnswerSaysSo() {
        Run.in(warehouse, "ingest", documents.toString(), "--player", XUID);

        Run run = Run.in(
                warehouse, "sql", "--format", "csv", "--max-rows", "1", "SELECT * FROM (VALUES (1), (2)) AS t (n)");

        assertThat(run)
                .isEqualTo(new Run(
                        0, "n\r\n1\r\n", "There are more rows than the 1 shown; raise --max-rows to see them.\n"));
    }

    @Test
    void aMistakeInSqlIsOneLine() {
        Run.in(warehouse, "ingest", documents.toString(), "--player", XUID);

        Run run = Run.in(warehouse, "sql", "SELECT nonsense FROM matches");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("spartanlake: ")
                .contains("nonsense")
                .endsWith("[WH-QUERY-001]\n")
                .hasLineCount(1);
    }

    @Test
    void friendsHaveTheNamesThatPlayersHaveUnlessTheyWereGivenOthers() {
        Run.in(warehouse, "friend", "add", XUID, "42");
        Run.in(warehouse, "friend", "add", XUID, "43", "--gamertag", "Given");
        Run.in(warehouse, "player", "set", "42", "--gamertag", "Named");
        Run.in(warehouse, "player", "set", "43", "--gamertag", "Other");

        Run list = Run.in(warehouse, "friend", "list", XUID, "--format", "csv");

        assertThat(list.out().lines()).containsExactly("xuid,gamertag,nickname", "42,Named,", "43,Given,");
    }

    @Test
    void friendsComeAndGo() {
        Run add = Run.in(warehouse, "friend", "add", XUID, "42", "--nickname", "Meri");
        Run list = Run.in(warehouse, "friend", "list", XUID, "--format", "csv");
        Run remove = Run.in(warehouse, "friend", "remove", XUID, "42");
        Run again = Run.in(warehouse, "friend", "remove", XUID, "42");
        Run none = Run.in(warehouse, "friend", "list", XUID, "--format", "json");

        assertThat(add).isEqualTo(new Run(0, "", "42 is a friend of " + XUID + "\n"));
        assertThat(list).isEqualTo(new Run(0, "xuid,gamertag,nickname\r\n42,,Meri\r\n", ""));
        assertThat(remove).isEqualTo(new Run(0, "", "42 is no friend of " + XUID + " any more\n"));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).isEqualTo("42 was no friend of " + XUID + "; nothing was changed\n");
        assertThat(none.out()).isEqualTo("[]\n");
        assertThat(none.err()).startsWith(XUID + " has no friends yet; add one with: spartanlake friend add ");
    }

    @Test
    void listsPlayersWithTheirLastMatch() {
        Run.in(warehouse, "player", "set", "42", "--gamertag", "Tab\there");
        Run.in(warehouse, "ingest", documents.toString(), "--player", XUID);

        Run list = Run.in(warehouse, "player", "list");

        assertThat(list.code()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines().toList()).hasSize(4).element(2).isEqualTo("42                Tab\\there  false");
        assertThat(list.out().lines().toList().get(3)).isEqualTo(XUID + "             true     2024-01-31T23:58:20Z");
    }

    @Test
    void importsReferenceFilesEntryByEntry() throws IOException {
        Path medals =
                Files.writeString(directory.resolve("medals.json"), "{\"548533137\": \"Grenadier\", \"x\": \"y\"}");

        Run run = Run.in(warehouse, "reference", "import", "--medals-en", medals.toString(), "--format", "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("\"medal_names\":1,", "\"rejected\":1,", "\"pointer\":\"/x\"")
                .hasLineCount(1);
        assertThat(run.err()).startsWith("refused: ").contains(" at /x").hasLineCount(1);
    }

    @Test
    void aUserWhoSpeaksFrenchIsAnsweredInFrench() {
        List<String> arguments = new ArrayList<>(
                List.of("ingest", documents.toString(), "--player", XUID, "--warehouse", warehouse.toString()));
        Run french = Run.with(Map.of("LANG", "fr_FR.UTF-8"), "", arguments.toArray(String[]::new));
        arguments.addAll(List.of("--lang", "en"));
        Run english = Run.with(Map.of("LANG", "fr_FR.UTF-8"), "", arguments.toArray(String[]::new));

        assertThat(french.out().replace('\u00A0', ' '))
                .startsWith("3 documents lus : 3 nouveaux, 0 mis à jour, 0 inchangé, 0 refusé ; ");
        assertThat(english.out()).startsWith("3 documents read: 0 new, 0 updated, 3 unchanged");
    }

    private static String quoted(String text) {
        return text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
    }
}
