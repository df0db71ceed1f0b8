package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look after what is stored.
class DurabilityCommandsTest {

    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(3);
    private static final String XUID = Long.toString(PLAN.players().getFirst().xuid());
    private static final String COUNT = "SELECT count(*) AS n FROM match_participants";

    @TempDir
    private Path directory;

    private Path warehouse;
    private String counted;

    @BeforeEach
    void ingest() throws IOException {
        warehouse = directory.resolve("warehouse");
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        assertThat(Run.in(warehouse, "ingest", documents.toString(), "--player", XUID)
                        .code())
                .isZero();
        counted = Run.in(warehouse, "sql", "--format", "csv", COUNT).out();
    }

    @Test
    void findsNoDamageInASoundWarehouse() {
        Run text = Run.in(warehouse, "verify", "--deep");
        Run json = Run.in(warehouse, "verify", "--format", "json");

        assertThat(text.code()).isZero();
        assertThat(text.out()).matches("\\d+ files, 3 matches, \\S+ kB checked in \\S+ s: no damage\n");
        assertThat(json.code()).isZero();
        assertThat(json.out())
                .startsWith("{\"ok\":true,\"depth\":\"normal\",\"files\":")
                .contains("\"matches\":3,", "\"findings\":[]}")
                .hasLineCount(1);
    }

    @Test
    void findsAndMendsAMissingFile() throws IOException {
        Path file = file("match_facts");
        Files.delete(file);

        Run found = Run.in(warehouse, "verify");
        Run dry = Run.in(warehouse, "repair", "--dry-run", "--format", "json");
        Run repair = Run.in(warehouse, "repair");
        Run after = Run.in(warehouse, "verify", "--deep");

        assertThat(found.code()).isEqualTo(5);
        assertThat(found.out())
                .startsWith(
                        "file-missing  " + warehouse.relativize(file).toString().replace('\\', '/') + "\n    expected ")
                .contains("Mend the damage with: spartanlake repair --warehouse " + warehouse + "\n")
                .endsWith("1 finding of damage\n");
        assertThat(dry.code()).isEqualTo(5);
        assertThat(dry.out()).contains("\"kind\":\"file-missing\",\"damage\":true,\"table\":\"match_facts\"");
        assertThat(repair.code()).isZero();
        assertThat(repair.out()).startsWith("Mended: 1 file made anew\n");
        assertThat(after.code()).isZero();
        assertThat(file).exists();
    }

    @Test
    void saysEverywhereWhatWasLostAndWhereItMayStillBe() throws IOException {
        Path backup = directory.resolve("backup");
        Run.in(warehouse, "backup", backup.toString());
        Path document = file("match_documents");
        String lost = warehouse.relativize(document).toString().replace('\\', '/');
        Files.delete(document);
        Files.delete(warehouse.resolve(".mirror").resolve(lost));

        Run repair = Run.in(warehouse, "repair");
        Run status = Run.in(warehouse, "status");
        Run verify = Run.in(warehouse, "verify");
        Run merge = Run.in(warehouse, "merge", backup.toString());

        String suggestion = "spartanlake merge BACKUP --warehouse " + warehouse + "\n";
        assertThat(repair.code()).isEqualTo(5);
        assertThat(repair.out())
                .contains("lost, as neither " + lost + " nor its second copy can be read there:\n  ")
                .contains(suggestion);
        assertThat(status.out()).contains("is lost, see: spartanlake verify --warehouse " + warehouse + "\n");
        assertThat(verify.out()).contains("document-lost").contains(suggestion);
        assertThat(merge.out()).contains("1 updated");
        assertThat(Run.in(warehouse, "status").out()).doesNotContain("lost");
    }

    @Test
    void repairsNothingWhereNothingIsDamaged() {
        Run repair = Run.in(warehouse, "repair", "--lang", "fr");

        assertThat(repair).isEqualTo(new Run(0, "Il n'y avait rien à réparer.\n", ""));
    }

    @Test
    void backsUpAndRestores() {
        Path backup = directory.resolve("backup");
        Path restored = directory.resolve("restored");

        Run first = Run.in(warehouse, "backup", backup.toString());
        Run again = Run.in(warehouse, "backup", backup.toString(), "--format", "json");
        Run restore = Run.in(restored, "restore", backup.toString());
        Run refused = Run.in(restored, "restore", backup.toString());
        Run replaced = Run.in(restored, "restore", backup.toString(), "--replace");
        Run both = Run.in(restored, "restore", backup.toString(), "--replace", "--merge");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith("3 matches in " + backup + ": ")
                .contains("files copied", "all of them read back");
        assertThat(again.out()).contains("\"files_copied\":0,");
        assertThat(restore.code()).as(restore.err()).isZero();
        assertThat(Run.in(restored, "sql", "--format", "csv", COUNT).out()).isEqualTo(counted);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("expected an empty warehouse", "--replace", "--merge")
                .hasLineCount(1);
        assertThat(replaced.code()).as(replaced.err()).isZero();
        assertThat(both.code()).isEqualTo(2);
        assertThat(Run.in(restored, "verify", "--deep").code()).isZero();
    }

    @Test
    void mergesAnotherWarehouse() {
        Path other = directory.resolve("other");

        Run merge = Run.in(other, "merge", warehouse.toString());
        Run again = Run.in(other, "merge", warehouse.toString(), "--format", "json");

        assertThat(merge.code()).as(merge.err()).isZero();
        assertThat(merge.out())
                .startsWith(warehouse + ": 3 new, 0 updated, 0 older contents kept aside, 0 unchanged; ");
        assertThat(again.out())
                .contains("\"inserted\":0,\"updated\":0,\"kept_aside\":0,\"supplemented\":0,\"unchanged\":3,");
        assertThat(Run.in(other, "sql", "--format", "csv", COUNT).out()).isEqualTo(counted);
    }

    @Test
    void saysWhereATraceOfAForgottenPlayerIsLeft() throws IOException {
        Files.writeString(warehouse.resolve("notes.txt"), "played with " + XUID);

        Run forget = Run.in(warehouse, "forget", "--player", XUID);

        assertThat(forget.code()).isEqualTo(1);
        assertThat(forget.out()).startsWith(XUID + " is forgotten: 2 matches removed");
        assertThat(forget.err())
                .startsWith("Backups and documents elsewhere still have " + XUID)
                .contains("notes.txt")
                .hasLineCount(2);
    }

    @Test
    void saysThatNobodyIsForgottenWhoWasNotThere() {
        Run forget = Run.in(warehouse, "forget", "--player", "2533279999999999");

        assertThat(forget)
                .isEqualTo(new Run(0, "2533279999999999 is nowhere in this warehouse; nothing was changed\n", ""));
    }

    @Test
    void pointsToRepairWhereTheMetadataDatabaseIsGone() throws IOException {
        Files.delete(warehouse.resolve("metadata.db"));

        for (String command : List.of("status", "stats", "rebuild", "demo")) {
            Run refused = Run.in(warehouse, command);
            assertThat(refused.code()).as(command).isEqualTo(5);
            assertThat(refused.err())
                    .as(command)
                    .contains("mend it with: spartanlake repair --warehouse " + warehouse)
                    .hasLineCount(1);
        }
        assertThat(warehouse.resolve("demo-matches.ndjson")).doesNotExist();
        assertThat(Run.in(warehouse, "repair", "--dry-run").out())
                .contains("metadata-unreadable  metadata.db\n    expected SQLite, found -\n")
                .endsWith("""
                        A repair would mend: the metadata database, put back from its second copy
                        What else there is to mend can only be told when the metadata database is there.
                        """);
        assertThat(Run.in(warehouse, "repair").out())
                .startsWith("Mended: the metadata database, put back from its second copy\n");
        assertThat(Run.in(warehouse, "verify", "--deep").code()).isZero();
    }

    @Test
    void leavesNothingBehindWhereThereIsNothingToMerge() {
        Path other = directory.resolve("other");

        Run merge = Run.in(other, "merge", directory.resolve("nowhere").toString());
        Run restore = Run.in(warehouse, "restore", directory.resolve("nowhere").toString());

        assertThat(List.of(merge, restore)).allSatisfy(refused -> {
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("expected a warehouse or a backup, found no metadata.db in")
                    .hasLineCount(1);
        });
        assertThat(other).doesNotExist();
    }

    @Test
    void rebuildsAndForgets() {
        Run rebuild = Run.in(warehouse, "rebuild", "--format", "json");
        Run upgrade = Run.in(warehouse, "upgrade");
        Run forget = Run.in(warehouse, "forget", "--player", XUID);

        assertThat(rebuild).isEqualTo(new Run(0, "{\"matches\":3,\"partitions_written\":0}\n", ""));
        assertThat(upgrade.err())
                .isEqualTo("The format is the present one already, version " + Warehouse.formatVersion() + ".\n");
        assertThat(forget.code()).isZero();
        assertThat(forget.out())
                .isEqualTo(
                        XUID
                                + " is forgotten: 2 matches removed, 0 matches of others rewritten, 0 refused documents deleted\n");
        assertThat(Run.in(warehouse, "sql", "--format", "csv", "SELECT count(*) AS n FROM match_documents")
                        .out())
                .isEqualTo("n\r\n1\r\n");
    }

    @Test
    void makesNoWarehouseWhereThereIsNone() {
        Path nowhere = directory.resolve("nowhere");
        for (List<String> command : List.of(
                List.of("verify"),
                List.of("repair"),
                List.of("rebuild"),
                List.of("upgrade"),
                List.of("forget", "--player", XUID),
                List.of("friend", "remove", XUID, "1"),
                List.of("backup", directory.resolve("target").toString()))) {
            Run run = Run.in(nowhere, command.toArray(String[]::new));

            assertThat(run.code()).as(command + run.err()).isEqualTo(1);
            assertThat(run.err())
                    .as(command.toString())
                    .contains("there is no warehouse in " + nowhere)
                    .hasLineCount(1);
        }
        assertThat(nowhere).doesNotExist();
    }

    private Path file(String table) throws IOException {
        try (Stream<Path> files = Files.walk(warehouse.resolve(table))) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
