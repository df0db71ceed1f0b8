package dev.spartanlake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Commits that need the rows of a damaged file.
class DamagedInputTest {

    private static final String KILLS = "/Players/0/PlayerTeamStats/0/Stats/CoreStats/Kills";

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final List<ObjectNode> documents = Documents.mixed(12);

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(documents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"match_facts", "match_participants", "match_documents"})
    void refusesRowsOfAFileWithAFlippedBit(String table) throws IOException {
        for (Path file : fixture.files(table)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 3] ^= 1;
            Files.write(file, bytes);
        }
        List<String> before = fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path");

        assertThatThrownBy(() -> ingest(List.of(changed())))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        damaged -> assertThat(damaged.code()).isEqualTo(ErrorCode.DAMAGED))
                .hasMessageContaining(table)
                .hasMessageContaining("is not what was committed: expected")
                .hasMessageContaining("spartanlake repair");

        assertThat(fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path"))
                .isEqualTo(before);
        assertThat(fixture.directory().resolve(".staging")).doesNotExist();
    }

    @Test
    void refusesToGoOnWithoutAMissingFile() throws IOException {
        Files.delete(fixture.files("match_participants").getFirst());

        assertThatThrownBy(() -> ingest(List.of(changed())))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("found none")
                .hasMessageContaining("spartanlake repair");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void startsNoNewWarehouseOverTheFilesOfAnOldOne(boolean leaveAnEmptyDatabase) throws IOException {
        List<Path> files = fixture.files("match_documents");
        byte[] before = Files.readAllBytes(files.getFirst());
        Files.delete(fixture.directory().resolve("metadata.db"));
        Files.deleteIfExists(fixture.directory().resolve("metadata.db-wal"));
        Files.deleteIfExists(fixture.directory().resolve("metadata.db-shm"));
        if (leaveAnEmptyDatabase) {
            Files.createFile(fixture.directory().resolve("metadata.db"));
        }

        assertThatThrownBy(() -> ingest(List.of(changed())))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("is missing or empty")
                .hasMessageContaining("spartanlake repair");

        assertThat(files.getFirst()).hasBinaryContent(before);
    }

    @Test
    void buildsNothingOnADatabaseThatIsNotWhatTheLastWriterLeft() throws IOException {
        Path copy = copyOfTheDatabase();
        byte[] good = Files.readAllBytes(copy);
        Path database = fixture.directory().resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        // A name within a row, which SQLite cannot tell from another.
        int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("Killing Spree");
        bytes[place] ^= 1;
        Files.write(database, bytes);

        assertThatThrownBy(() -> ingest(List.of(changed())))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        damaged -> assertThat(damaged.code()).isEqualTo(ErrorCode.DAMAGED))
                .hasMessageContaining("is not what the last writer left: expected SHA-256 ")
                .hasMessageContaining("spartanlake repair");

        assertThat(copyOfTheDatabase()).isEqualTo(copy).hasBinaryContent(good);
        fixture.warehouse().repair();
        assertThat(database).hasBinaryContent(good);
    }

    private Path copyOfTheDatabase() throws IOException {
        try (Stream<Path> files = Files.list(fixture.directory().resolve(".mirror"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void writesTheSameInALocaleWithOtherDigits() throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
        try {
            ingest(List.of(changed()));
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(fixture.files("match_documents")).isNotEmpty();
    }

    /// Another content of a stored match, in whose month every table has rows.
    private ObjectNode changed() {
        return Documents.with(documents.getFirst(), KILLS, "77");
    }

    private void ingest(List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(file), Set.of(Documents.player()));
    }
}
