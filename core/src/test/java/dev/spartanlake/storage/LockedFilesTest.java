package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at the operating system's own list of locks and descriptors, which Linux has.
class LockedFilesTest {

    private static final Path LOCKS = Path.of("/proc/locks");
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    private Path directory;

    private final LocalFileStore files = new LocalFileStore();
    private Path database = Path.of("");

    @BeforeEach
    void requireLists() {
        assumeTrue(Files.isReadable(LOCKS) && Files.isDirectory(DESCRIPTORS), "skipped: no list of locks here");
        database = directory.resolve(Catalog.FILE_NAME);
    }

    @Test
    void aDatabaseStaysLockedWhileItIsReadThroughAndCopied() throws IOException {
        Catalog catalog = Catalog.openForWriting(directory);
        try {
            List<String> before = locks();
            assertThat(before).isNotEmpty();

            files.fingerprint(database);
            files.copy(database, directory.resolve("copy"));
            files.linkOrCopy(database, directory.resolve("other"));

            assertThat(locks()).isEqualTo(before);
        } finally {
            catalog.close();
        }
        assertThat(locks()).isEmpty();
        assertThat(descriptors()).isZero();
    }

    @Test
    void theLastOfSeveralConnectionsClosesWhatWasReadMeanwhile() throws IOException {
        Catalog first = Catalog.openForWriting(directory);
        Catalog second = Catalog.openForReading(directory);
        files.fingerprint(database);

        first.close();
        assertThat(locks()).isNotEmpty();
        second.close();

        assertThat(descriptors()).isZero();
    }

    @Test
    void theWriterKeepsItsLockWhileTheLockFileIsRead() throws IOException {
        database = directory.resolve(".lock");
        try (WriterLock lock = WriterLock.acquire(directory, "test", Duration.ZERO, () -> {})) {
            List<String> before = locks();
            assertThat(before).isNotEmpty();

            files.fingerprint(database);

            assertThat(locks()).isEqualTo(before);
            assertThat(lock).isNotNull();
        }
        assertThat(descriptors()).isZero();
    }

    @Test
    void aFileThatNobodyLocksIsClosedAtOnce() throws IOException {
        Files.writeString(database, "plain");

        files.fingerprint(database);

        assertThat(descriptors()).isZero();
    }

    /// The locks of this process on the database, without their numbers in the list.
    private List<String> locks() throws IOException {
        String inode = ":" + Files.getAttribute(database, "unix:ino") + " ";
        String process = " " + ProcessHandle.current().pid() + " ";
        return Files.readAllLines(LOCKS).stream()
                .filter(line -> line.contains(inode) && line.contains(process))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .sorted()
                .toList();
    }

    private long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.filter(this::isOfTheDatabase).count();
        }
    }

    private boolean isOfTheDatabase(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(database.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
