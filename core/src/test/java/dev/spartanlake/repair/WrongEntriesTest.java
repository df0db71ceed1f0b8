package dev.spartanlake.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Tampering;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// Metadata that name files which are none of the warehouse's.
class WrongEntriesTest {

    private final Set<Xuid> players = Set.of(Documents.player());
    private final List<ObjectNode> documents = Documents.mixed(8);

    @TempDir
    private Path directory;

    private Fixture fixture;
    private Path victim;
    private Map<String, List<String>> before;

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingestAgain();
        before = fixture.everything();
        victim = Files.writeString(directory.resolve("victim"), "somebody else's");
    }

    @ParameterizedTest
    @CsvSource({
        "../victim,",
        "../elsewhere, ../victim",
        "match_facts/player=1/year=2024/month=01/data.parquet, ../victim",
        "match_facts/player=1/year=2024/month=01/data.parquet, .staging/../../victim"
    })
    void aRenameThatLeadsOutOfTheWarehouseIsNotDone(String target, String staged) throws IOException {
        Tampering.metadata(
                fixture, "UPDATE commits SET applied = 0 WHERE commit_id = (SELECT max(commit_id) FROM commits)");
        Tampering.metadata(
                fixture,
                "INSERT INTO commit_files (commit_id, target_path, staged_path) SELECT max(commit_id), '" + target
                        + "', " + (staged == null ? "NULL" : "'" + staged + "'") + " FROM commits");
        Tampering.acceptMetadata(fixture);

        assertThatThrownBy(this::ingestAgain)
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DAMAGED))
                .hasMessageContaining("mend it with: spartanlake repair");
        assertThat(fixture.damage(Depth.NORMAL)).extracting(Finding::kind).contains(Kind.METADATA_UNREADABLE);

        assertThat(victim).hasContent("somebody else's");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void anEntryThatIsNoPartitionsIsTakenOut() {
        Tampering.metadata(
                fixture,
                "UPDATE data_files SET path = '../victim' WHERE path = (SELECT min(path) FROM data_files"
                        + " WHERE table_name = 'match_participants')");
        Tampering.acceptMetadata(fixture);

        RepairPlan plan = fixture.planRepair();
        RepairReport report = fixture.repair();

        assertThat(plan.entries()).containsExactly("../victim");
        assertThat(report.entries()).isEqualTo(1);
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(fixture.repair()).isEqualTo(RepairReport.NOTHING);
        assertThat(victim).hasContent("somebody else's");
    }

    /// Two partitions lose their entries to one another's paths, so that what is put back meets what is wrong.
    @Test
    void entriesThatHaveEachOthersPathsAreTakenOutBeforeOthersArePut() {
        String two = "SELECT path FROM data_files WHERE table_name = 'match_participants' ORDER BY path LIMIT 2";
        List<String> paths = fixture.metadataRows(two).stream()
                .map(row -> String.valueOf(row.get("path")))
                .toList();
        rename(paths.getFirst(), "swap");
        rename(paths.getLast(), paths.getFirst());
        rename("swap", paths.getLast());
        Tampering.acceptMetadata(fixture);

        assertThat(fixture.planRepair().entries()).containsExactlyInAnyOrderElementsOf(paths);
        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    private void rename(String from, String to) {
        Tampering.metadata(fixture, "UPDATE data_files SET path = '" + to + "' WHERE path = '" + from + "'");
    }

    @Test
    void whatWasStagedDoesNotTakeThePlaceOfWhatWasCommitted() throws IOException {
        Path file = fixture.files("match_documents").getFirst();
        String place = fixture.directory().relativize(file).toString().replace('\\', '/');
        String staged = ".staging/commit-00000009/a.staged";
        Files.createDirectories(fixture.directory().resolve(staged).getParent());
        Files.writeString(fixture.directory().resolve(staged), "");
        Tampering.metadata(
                fixture,
                "INSERT INTO commit_files (commit_id, target_path, staged_path) SELECT max(commit_id), '" + place
                        + "', '" + staged + "' FROM commits");
        Tampering.acceptMetadata(fixture);

        ingestAgain();

        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    private void ingestAgain() throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(file), players);
    }
}
