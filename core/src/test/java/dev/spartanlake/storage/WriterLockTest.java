package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

    @TempDir
    private Path directory;

    @Test
    void whoeverWaitsMayBeToldToStop() {
        AtomicInteger looks = new AtomicInteger();
        try (WriterLock held = acquire(Duration.ZERO, () -> {})) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> acquire(Duration.ofHours(1), () -> {
                        if (looks.incrementAndGet() == 2) {
                            throw new CancellationException("stop");
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(looks).hasValue(2);
    }

    @Test
    void doesNotWriteToWhatALinkOfTheOwnersNamePointsTo() throws IOException {
        assumeTrue(File.separatorChar == '/', "links need rights elsewhere");
        Path other = Files.writeString(directory.resolve("other"), "somebody else's");
        Files.createSymbolicLink(directory.resolve(".lock.owner"), other);

        acquire(Duration.ZERO, () -> {}).close();

        assertThat(other).hasContent("somebody else's");
        assertThat(directory.resolve(".lock.owner")).isRegularFile();
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        Files.createDirectory(directory.resolve(".lock"));

        assertThatThrownBy(() -> acquire(Duration.ZERO, () -> {}))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE))
                .hasMessage("cannot lock the warehouse " + directory
                        + ": no regular file; move away what is there instead");
    }

    private WriterLock acquire(Duration patience, Runnable whileWaiting) {
        return WriterLock.acquire(directory, "test", patience, whileWaiting);
    }
}
