package dev.spartanlake.imports.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void saysWhichCopyItCannotDelete() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Path file = copyOfOneInUse();
        OpenDatabase database = OpenDatabase.open(file, FileState.of(file), Duration.ofSeconds(1), temporary);
        Path copy = only(temporary);
        Files.writeString(copy.resolve("other.txt"), "text of somebody");

        assertThatThrownBy(database::close)
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.STORAGE);
                    assertThat(e.location()).isEqualTo(Location.of(copy));
                })
                .hasMessage("cannot delete the copy of " + file + " in " + copy
                        + ": the directory is not empty; delete that directory by hand");
        assertThat(copy).isDirectoryContaining("glob:**/other.txt").isDirectoryNotContaining("glob:**/copy.db");
    }

    /// A database with its log and without the index of that, so that it is read as a copy.
    private Path copyOfOneInUse() throws SQLException, IOException {
        Path original = directory.resolve("original.db");
        Path file = directory.resolve("some.db");
        try (Connection running = DriverManager.getConnection("jdbc:sqlite:" + original);
                Statement statement = running.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE MatchStats (ResponseBody TEXT)");
            Files.copy(original, file);
            Files.copy(directory.resolve("original.db-wal"), directory.resolve("some.db-wal"));
        }
        return file;
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.toList().getFirst();
        }
    }
}
