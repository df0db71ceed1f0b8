package dev.spartanlake.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds a delivery against another writer, which reads from a pipe and holds the lock until the pipe ends.
class DeliveryTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Xuid PLAYER = new Xuid(2_533_270_000_000_001L);

    @TempDir
    private Path directory;

    private final PipedOutputStream feed = new PipedOutputStream();
    private Warehouse warehouse;
    private CompletableFuture<IngestReport> other;

    @BeforeEach
    void write() throws IOException {
        warehouse = Warehouse.at(directory.resolve("warehouse"), WarehouseConfig.standard());
        IngestRequest endless =
                new IngestRequest(List.of("-"), new PipedInputStream(feed), Set.of(), IngestRequest.Mode.ACCEPT_VALID);
        other = CompletableFuture.supplyAsync(() -> warehouse.ingest(endless, IngestProgress.NONE));
        while (!Files.exists(warehouse.directory().resolve("metadata.db")) && !other.isDone()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void end() {
        endOfTheOther();
        warehouse.close();
    }

    private void endOfTheOther() {
        try {
            feed.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        other.join();
    }

    private Delivery delivery(InstantSource clock, StopSignal stop) {
        return new Delivery(warehouse, settings(clock, stop));
    }

    private static SyncSettings settings(InstantSource clock, StopSignal stop) {
        return new SyncSettings(1, 1, 1, Duration.ZERO, PATIENCE, clock, stop);
    }

    /// At the third look the other writer has ended.
    private InstantSource endingTheOther(AtomicInteger looks) {
        return () -> {
            if (looks.incrementAndGet() == 3) {
                endOfTheOther();
            }
            return BEGIN;
        };
    }

    /// At the third look the patience has come to its end.
    private static InstantSource outOfPatience(AtomicInteger looks) {
        return () -> BEGIN.plus(PATIENCE.dividedBy(2).multipliedBy(looks.getAndIncrement()));
    }

    private static Obtained something() {
        Obtained obtained = new Obtained();
        obtained.track(PLAYER);
        return obtained;
    }

    @Test
    void waitsForAnotherWriter() {
        AtomicInteger looks = new AtomicInteger();

        delivery(endingTheOther(looks), () -> false).take(something());

        assertThat(looks).hasValueGreaterThanOrEqualTo(3);
        assertThat(warehouse.players()).anyMatch(player -> player.xuid().equals(PLAYER));
    }

    @Test
    void forgetsOnceTheOtherWriterHasEnded() {
        AtomicInteger looks = new AtomicInteger();

        delivery(endingTheOther(looks), () -> false).forgetAbsences(Set.of(What.FILM));

        assertThat(looks).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void givesUpOnceForWhatCannotBeCommitted() {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = outOfPatience(looks);
        Haul haul = new Haul(
                delivery(clock, () -> false),
                settings(clock, () -> false),
                PLAYER,
                OptionalInt.of(1),
                new Refusals(warehouse.coverage()),
                new SyncReport.Failures(),
                (_, _, _) -> {});
        MatchId match = new MatchId("00000000-0000-4000-8000-000000000001");
        ObtainedMatch obtained = ObtainedMatch.of(match, "a test").withDocument("{}".getBytes(UTF_8));
        Fetched fetched = new Fetched(obtained, List.of(), List.of(), Set.of(), false, null, false, null);

        assertThatThrownBy(() -> haul.bring(() -> () -> fetched))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        locked -> assertThat(locked.code()).isEqualTo(ErrorCode.WRITER_LOCKED));
        assertThat(looks).hasValue(3);
    }

    @Test
    void givesUpInTheEnd() {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = outOfPatience(looks);

        assertThatThrownBy(() -> delivery(clock, () -> false).take(something()))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        locked -> assertThat(locked.code()).isEqualTo(ErrorCode.WRITER_LOCKED));
        assertThat(looks).hasValue(3);
    }

    @Test
    void waitsNoLongerWhenItIsStopped() {
        assertThatThrownBy(() -> delivery(() -> BEGIN, () -> true).take(something()))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        locked -> assertThat(locked.code()).isEqualTo(ErrorCode.WRITER_LOCKED));
    }
}
