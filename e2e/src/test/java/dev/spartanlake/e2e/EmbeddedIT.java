package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that embeds the library and stays, beside commands that come and go.
class EmbeddedIT {

    private static final int ROUNDS = 6;
    private static final int MATCHES_A_ROUND = 8;
    private static final int LOCKED = 4;

    @TempDir
    private Path directory;

    /// What is read through in one process must not make the other take itself for the last one that uses the
    /// metadata.
    @Test
    void aProgramThatStaysAndCommandsThatEndSeeEachOthersMatches() {
        List<GeneratedDocument> documents = Documents.shuffled(9, ROUNDS * MATCHES_A_ROUND);
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        spartanlake
                .run("player", "set", Documents.players().getFirst(), "--track")
                .succeeded();
        try (Warehouse embedded = Warehouse.at(spartanlake.warehouse(), WarehouseConfig.standard())) {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(count(embedded)).isEqualTo((long) round * MATCHES_A_ROUND);
                Path file = Documents.writeLines(
                        documents.subList(round * MATCHES_A_ROUND, (round + 1) * MATCHES_A_ROUND),
                        directory.resolve(round + ".ndjson"));
                if (round % 3 == 0) {
                    embedded.ingest(IngestRequest.of(List.of(file.toString()), Set.of()), IngestProgress.NONE);
                } else {
                    assertThat(embedded.verify(Depth.NORMAL).isSound()).isTrue();
                    spartanlake.run("ingest", file.toString()).succeeded();
                }
            }
            assertThat(count(embedded)).isEqualTo((long) ROUNDS * MATCHES_A_ROUND);
        }

        assertThat(spartanlake.state().matches()).isEqualTo(Documents.ids(documents));
        Soundness.assertVerified(spartanlake);
    }

    /// A process has one lock on a file, however often it asks, and loses it with the first descriptor it closes.
    @Test
    void aSecondWriterInTheSameProcessIsRefusedAndTakesNoLockAway() throws IOException {
        List<GeneratedDocument> documents = Documents.shuffled(9, MATCHES_A_ROUND);
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        try (Warehouse embedded = Warehouse.at(spartanlake.warehouse(), WarehouseConfig.standard())) {
            PipedOutputStream feed = new PipedOutputStream();
            IngestRequest slow = new IngestRequest(
                    List.of("-"), new PipedInputStream(feed), Set.of(), IngestRequest.Mode.ACCEPT_VALID);
            CompletableFuture<IngestReport> first =
                    CompletableFuture.supplyAsync(() -> embedded.ingest(slow, IngestProgress.NONE));
            while (!Files.exists(spartanlake.warehouse().resolve("metadata.db")) && !first.isDone()) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> embedded.track(List.of(new Xuid(1))))
                    .isInstanceOfSatisfying(
                            WarehouseException.class,
                            locked -> assertThat(locked.code()).isEqualTo(ErrorCode.WRITER_LOCKED));
            spartanlake.run("player", "set", "1", "--track").failedWith(LOCKED);

            for (GeneratedDocument document : documents) {
                document.writeTo(feed);
                feed.write('\n');
            }
            feed.close();
            assertThat(first.join().inserted()).isEqualTo(MATCHES_A_ROUND);
        }
        Soundness.assertVerified(spartanlake);
    }

    private static Object count(Warehouse warehouse) {
        return warehouse
                .query("SELECT count(*) FROM match_documents", List.of(), Language.EN, Limits.standard())
                .rows()
                .getFirst()
                .getFirst();
    }
}
