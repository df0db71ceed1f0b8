package dev.spartanlake.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What stands where a directory or a file of the warehouse belongs.
class ObstacleTest {

    private static final int DOCUMENTS = 8;

    @TempDir
    private Path directory;

    private final List<ObjectNode> documents = Documents.mixed(DOCUMENTS);
    private final Set<Xuid> players = Set.of(Documents.player());
    private Fixture fixture;
    private Map<String, List<String>> before;

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(fixture, documents);
        before = fixture.everything();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match_facts",
                "match_documents",
                "match_documents/YEAR",
                "match_documents/YEAR/MONTH",
                ".mirror",
                ".mirror/match_documents",
                ".mirror/match_documents/YEAR/MONTH"
            })
    void aFileWhereADirectoryBelongsIsFoundAndPutAside(String place) throws IOException {
        Path obstacle = resolve(place);
        new LocalFileStore().deleteTree(obstacle);
        Files.writeString(obstacle, "junk");

        assertMended(obstacle);
    }

    @Test
    void aLinkToItselfWhereADirectoryBelongsIsFoundAndPutAside() throws IOException {
        assumeTrue(File.separatorChar == '/', "links need rights elsewhere");
        Path obstacle = resolve("match_documents/YEAR");
        new LocalFileStore().deleteTree(obstacle);
        Files.createSymbolicLink(obstacle, obstacle);

        assertMended(obstacle);
    }

    @Test
    void aDirectoryWhereAFileMayComeIsFoundAndPutAside() throws IOException {
        Path obstacle = resolve("match_facts/player=7/year=2001/month=01/data.parquet");
        Files.createDirectories(obstacle.resolve("within"));

        assertMended(obstacle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".mirror/"})
    void aDirectoryInThePlaceOfAFileIsReplaced(String tree) throws IOException {
        Path file = resolve(tree + "match_documents/YEAR/MONTH/data.parquet");
        Files.delete(file);
        Files.createDirectories(file.resolve("within"));

        assertThat(fixture.damage(Depth.NORMAL))
                .extracting(Finding::kind)
                .containsExactly(tree.isEmpty() ? Kind.FILE_UNREADABLE : Kind.COPY_CHANGED);
        assertThat(fixture.repair().isComplete()).isTrue();

        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void aCopyOfTheMetadataThatIsALinkToItselfIsFoundAndReplaced() throws IOException {
        assumeTrue(File.separatorChar == '/', "links need rights elsewhere");
        Path copy = copyOfMetadata();
        Files.delete(copy);
        Files.createSymbolicLink(copy, copy);

        assertThat(fixture.damage(Depth.NORMAL)).extracting(Finding::kind).containsExactly(Kind.METADATA_COPY_CHANGED);
        fixture.repair();

        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(copyOfMetadata()).isRegularFile();
    }

    enum Way {
        FILE,
        DIRECTORY
    }

    /// The writer would otherwise commit, and neither it nor any later one could put the files in place.
    @ParameterizedTest
    @EnumSource(Way.class)
    void aWriterPutsAsideWhatStandsInItsWay(Way way) throws IOException {
        Fixture other = new Fixture(directory.resolve("other"));
        ingest(other, documents.subList(0, 1));
        Path place = other.directory().resolve(fixture.directory().relativize(missingIn(other)));
        if (way == Way.FILE) {
            Path month = place.resolveSibling("");
            Files.createDirectories(month.resolveSibling(""));
            Files.writeString(month, "junk");
        } else {
            Files.createDirectories(place.resolve("within"));
        }

        ingest(other, documents);

        assertThat(other.everything()).isEqualTo(before);
        try (Warehouse warehouse = other.warehouse()) {
            assertThat(warehouse.verify(Depth.DEEP).findings())
                    .extracting(Finding::kind)
                    .containsExactly(Kind.DAMAGED_KEPT);
        }
        assertThat(other.directory().resolve("damaged").resolve("in-the-way")).isDirectory();
    }

    /// A file of documents that the smaller warehouse does not have yet.
    private Path missingIn(Fixture other) {
        return fixture.files("match_documents").stream()
                .filter(file -> !Files.exists(other.directory()
                        .resolve(fixture.directory().relativize(file).subpath(0, 3))))
                .findFirst()
                .orElseThrow();
    }

    private void assertMended(Path obstacle) {
        assertThat(fixture.damage(Depth.NORMAL))
                .filteredOn(finding -> finding.kind() == Kind.IN_THE_WAY)
                .extracting(finding -> finding.where().file())
                .containsExactly(obstacle);

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.unlisted()).isEqualTo(1);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(report.putAside())
                .isNotNull()
                .satisfies(aside -> assertThat(Files.exists(
                                aside.resolve(fixture.directory().relativize(obstacle)), LinkOption.NOFOLLOW_LINKS))
                        .isTrue());
    }

    /// A place with the year and month of some documents.
    private Path resolve(String place) {
        Path file =
                fixture.directory().relativize(fixture.files("match_documents").getFirst());
        return fixture.directory()
                .resolve(place.replace("YEAR", file.getName(1).toString())
                        .replace("MONTH", file.getName(2).toString()));
    }

    private Path copyOfMetadata() throws IOException {
        try (Stream<Path> files = Files.list(fixture.directory().resolve(".mirror"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("metadata-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void ingest(Fixture into, List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        into.ingest(List.of(file), players);
    }
}
