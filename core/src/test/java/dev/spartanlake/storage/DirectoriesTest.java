package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "spartanlake");
    private static final Pattern STREAM = Pattern.compile("\\bFiles\\s*\\.(list|walk|find)\\(");

    @TempDir
    private Path directory;

    @AfterEach
    void allow() throws IOException {
        if (Files.exists(directory.resolve("closed"))) {
            permit("rwx------");
        }
    }

    @Test
    void listsEverythingOnceInOrderAndFollowsNoLink() throws IOException {
        Files.createDirectories(directory.resolve("b").resolve("c"));
        Files.writeString(directory.resolve("b").resolve("c").resolve("file"), "");
        Files.writeString(directory.resolve("a"), "");
        Path link = Files.createSymbolicLink(directory.resolve("d"), directory);

        assertThat(Directories.entries(directory))
                .containsExactly(directory.resolve("a"), directory.resolve("b"), link);
        assertThat(Directories.filesBelow(directory))
                .containsExactly(directory.resolve("a"), directory.resolve("b/c/file"), link);
        assertThat(Directories.below(directory))
                .containsExactly(
                        directory,
                        directory.resolve("a"),
                        directory.resolve("b"),
                        directory.resolve("b/c"),
                        directory.resolve("b/c/file"),
                        link);
    }

    @Test
    void findsNothingWhereThereIsNoDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        for (Path none : List.of(file, directory.resolve("none"))) {
            assertThat(Directories.entries(none)).isEmpty();
            assertThat(Directories.filesBelow(none)).isEmpty();
        }
    }

    @Test
    void saysWhichDirectoryCannotBeListed() throws IOException {
        Files.createDirectories(directory.resolve("closed"));
        permit("---------");
        assumeFalse(Files.isReadable(directory.resolve("closed")), "needs a user to whom permissions apply");

        assertThatThrownBy(() -> Directories.filesBelow(directory))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STORAGE))
                .hasMessageStartingWith("cannot list ")
                .hasMessageEndingWith("; check that it may be read");
        assertThatThrownBy(() -> Directories.entries(directory.resolve("closed")))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("closed");
    }

    /// The streams of the JDK throw what is no error of this library in the middle of the listing.
    @Test
    void areTheOnlyWayInWhichTheLibraryLists() throws IOException {
        for (Path source : Directories.filesBelow(SOURCES)) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(STREAM);
        }
        assertThat(Directories.filesBelow(SOURCES)).hasSizeGreaterThan(100);
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(directory.resolve("closed"), PosixFilePermissions.fromString(permissions));
    }
}
