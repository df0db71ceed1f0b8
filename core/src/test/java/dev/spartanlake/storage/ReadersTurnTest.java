package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTurnTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String FILE = ".lock.readers";

    @TempDir
    private Path directory;

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aWriterWaitsUntilTheLastReaderIsDone() throws Exception {
        CountDownLatch waits = new CountDownLatch(3);
        ReadersTurn first = taken(directory);
        // By another path, as the same file.
        ReadersTurn second =
                taken(Files.createDirectory(directory.resolve("inner")).resolve(".."));
        try (ExecutorService writers = Executors.newSingleThreadExecutor()) {
            Future<?> writer = writers.submit(() -> ReadersTurn.await(directory, LONG, waits::countDown));
            first.close();
            assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(writer.isDone()).isFalse();

            second.close();
            writer.get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void aWriterWaitsForNobodyWhoTookNoTurn() {
        try (ReadersTurn waiting = new ReadersTurn(directory)) {
            ReadersTurn.await(directory, LONG, looks::incrementAndGet);
            waiting.take();
        }
        ReadersTurn.await(directory, LONG, looks::incrementAndGet);

        assertThat(looks).hasValue(0);
    }

    @Test
    void aReaderThatHangsHoldsAWriterUpForALimitedTime() {
        try (ReadersTurn hanging = taken(directory)) {
            ReadersTurn.await(directory, Duration.ofMillis(1), looks::incrementAndGet);
            hanging.take();
        }
        assertThat(looks).hasPositiveValue();
    }

    @Test
    void aWriterThatWaitsMayBeToldToStop() {
        try (ReadersTurn turn = taken(directory)) {
            assertThat(turn).isNotNull();
            assertThatThrownBy(() -> ReadersTurn.await(directory, LONG, () -> {
                        if (looks.incrementAndGet() == 2) {
                            throw new CancellationException("stop");
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(looks).hasValue(2);
    }

    @Test
    void takingItTwiceIsTakingItOnce() {
        ReadersTurn turn = taken(directory);
        turn.take();
        turn.close();
        turn.close();

        ReadersTurn.await(directory, LONG, looks::incrementAndGet);

        assertThat(looks).hasValue(0);
    }

    /// What lies in the way of the file keeps neither readers nor writers from their work.
    @Test
    void thereIsNoTurnWhereTheFileIsNone() throws IOException {
        Files.createDirectory(directory.resolve(FILE));

        try (ReadersTurn none = taken(directory)) {
            ReadersTurn.await(directory, LONG, looks::incrementAndGet);
            assertThat(none).isNotNull();
        }

        assertThat(looks).hasValue(0);
    }

    @Test
    void leavesAloneWhatIsInTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve(FILE), "somebody else's");

        taken(directory).close();
        ReadersTurn.await(directory, LONG, looks::incrementAndGet);

        assertThat(file).hasContent("somebody else's");
    }

    private static ReadersTurn taken(Path warehouse) {
        ReadersTurn turn = new ReadersTurn(warehouse);
        turn.take();
        return turn;
    }
}
