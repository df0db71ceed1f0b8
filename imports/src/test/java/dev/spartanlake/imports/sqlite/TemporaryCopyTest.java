package dev.spartanlake.imports.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryCopyTest {

    /// The number of no process.
    private static final long NOBODY = Long.MAX_VALUE / 10;

    @TempDir
    private Path directory;

    private Path temporary;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        temporary = Files.createDirectory(directory.resolve("temporary"));
        file = Files.writeString(directory.resolve("some.db"), "rows");
        Files.writeString(directory.resolve("some.db-wal"), "newest rows");
    }

    @Test
    void hasTheLogBesideTheDatabaseAndLeavesNothing() throws IOException {
        TemporaryCopy copy = TemporaryCopy.of(file, temporary);

        assertThat(copy.directory()).hasParent(temporary);
        assertThat(copy.database()).hasContent("rows");
        assertThat(copy.directory().resolve("copy.db-wal")).hasContent("newest rows");
        copy.delete();
        assertThat(temporary).isEmptyDirectory();
        assertThat(file).hasContent("rows");
    }

    @Test
    void clearsUpAfterImportsThatWereKilled() throws IOException {
        Path abandoned = left(NOBODY, Duration.ofHours(25));
        Path young = left(NOBODY, Duration.ofHours(23));
        Path living = left(ProcessHandle.current().pid(), Duration.ofHours(25));
        Path shared = left(NOBODY, Duration.ofHours(25));
        Path others = Files.writeString(shared.resolve("other.txt"), "text of somebody");
        age(shared, Duration.ofHours(25));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("copy.db"), "rows of somebody");
        age(elsewhere, Duration.ofHours(25));
        Files.createSymbolicLink(temporary.resolve("spartanlake-import-" + NOBODY + "-link"), elsewhere);

        TemporaryCopy.of(file, temporary);

        assertThat(abandoned).doesNotExist();
        assertThat(List.of(young, living, elsewhere))
                .allSatisfy(kept -> assertThat(kept.resolve("copy.db")).exists());
        assertThat(others).exists();
    }

    /// What an import left that was killed.
    private Path left(long pid, Duration age) throws IOException {
        Path copy = Files.createTempDirectory(temporary, "spartanlake-import-" + pid + "-");
        Files.writeString(copy.resolve("copy.db"), "rows of somebody");
        age(copy, age);
        return copy;
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
