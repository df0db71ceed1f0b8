package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void needsPermissions() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews())
                .as("file systems with permissions")
                .contains("posix");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        Path parent = directory.resolve("state").resolve("spartanlake");
        Path file = parent.resolve("history");

        HistoryFile.prepare(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(parent)).isEqualTo("rwx------");
    }

    @Test
    void oneThatOthersCouldReadIsClosedToThemAndKept() throws IOException {
        Path file = Files.writeString(directory.resolve("history"), "SELECT 1;\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        HistoryFile.prepare(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("SELECT 1;\n");
    }

    @Test
    void aDirectoryIsNoHistory() {
        assertThatThrownBy(() -> HistoryFile.prepare(directory))
                .isInstanceOf(IOException.class)
                .hasMessage("expected a file that can be written to");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
