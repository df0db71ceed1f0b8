package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the disk refuses, and what the store says of it.
class DiskReasonTest {

    private static final byte[] CONTENT = {1};
    private static final String MOVE = "; move away what is there instead";
    private static final String CHECK = "; check that the disk has room and that the directory may be written to";
    private static final String FIND = "; check that it was not moved or deleted";

    @TempDir
    private Path directory;

    private final FileStore files = new LocalFileStore();
    private Path file = Path.of(".");

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(File.separatorChar == '/', "other systems refuse otherwise");
        file = Files.writeString(directory.resolve("file"), "");
    }

    @Test
    void aDirectoryInThePlaceOfAFileIsInTheWay() {
        assertRefused(() -> files.write(directory, CONTENT)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.fingerprint(directory)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.replace(file, directory)).hasMessageEndingWith(MOVE);
    }

    @Test
    void aFileInThePlaceOfADirectoryIsInTheWayHoweverDeepThePathGoes() {
        Path below = file.resolve("a").resolve("b");

        assertRefused(() -> files.write(below, CONTENT)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.copy(file, below)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.createDirectories(below)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.createDirectories(file)).hasMessageEndingWith(MOVE);
    }

    @Test
    void aLinkThatLeadsNowhereOrToItselfIsInTheWay() throws IOException {
        Path nowhere = Files.createSymbolicLink(directory.resolve("nowhere"), directory.resolve("gone"));
        Path loop = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));

        assertRefused(() -> files.fingerprint(nowhere))
                .hasMessageEndingWith(nowhere + ": a link that leads nowhere is there" + MOVE);
        assertRefused(() -> files.write(nowhere.resolve("a"), CONTENT)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.write(loop, CONTENT)).hasMessageEndingWith(MOVE);
        assertRefused(() -> files.createDirectories(loop.resolve("a"))).hasMessageEndingWith(MOVE);
    }

    @Test
    void whatIsGoneIsToBeFound() {
        Path gone = directory.resolve("gone");

        assertRefused(() -> files.force(gone))
                .hasMessage("cannot make durable " + gone + ": there is no such file" + FIND);
        assertRefused(() -> files.replace(gone, file)).hasMessageEndingWith(": there is no such file" + FIND);
        assertRefused(() -> files.write(gone.resolve("a"), CONTENT))
                .hasMessageEndingWith(": there is no such directory" + FIND);
    }

    @Test
    void aFullDiskIsTold() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a device that is full");

        assertRefused(() -> files.write(full, CONTENT))
                .hasMessageStartingWith("cannot write /dev/full: ")
                .hasMessageEndingWith(CHECK);
    }

    @Test
    void aNameThatIsTooLongIsNotInTheWay() {
        Path tooLong = directory.resolve("x".repeat(300));

        assertRefused(() -> files.write(tooLong, CONTENT)).hasMessageEndingWith(CHECK);
        assertRefused(() -> files.createDirectories(tooLong)).hasMessageEndingWith(CHECK);
    }

    /// What cannot be done to a directory is not the fault of the directory.
    @Test
    void aDirectoryInItsPlaceIsNotInTheWay() {
        FileSystemException broken = new FileSystemException(directory.toString(), null, "Ein-/Ausgabefehler");

        assertThat(DiskReason.ofDirectory(broken).sentence()).isEqualTo("Ein-/Ausgabefehler" + CHECK);
        assertThat(DiskReason.of(broken).sentence()).isEqualTo("Ein-/Ausgabefehler" + MOVE);
    }

    @Test
    void onlyWhatIsNotThereIsMissing() {
        assertThat(DiskReason.isMissing(new NoSuchFileException("x"))).isTrue();
        assertThat(DiskReason.isMissing(
                        new FileSystemException(file.resolve("a").toString(), null, "Not a directory")))
                .isTrue();
        assertThat(DiskReason.isMissing(new FileSystemException(file.toString(), null, "Input/output error")))
                .isFalse();
        assertThat(DiskReason.isMissing(new IOException("Input/output error"))).isFalse();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable operation) {
        return assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE));
    }
}
