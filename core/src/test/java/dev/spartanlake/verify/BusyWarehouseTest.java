package dev.spartanlake.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class BusyWarehouseTest {

    private static final int COMMITS = 8;

    /// What a writer that is at work is bound to look like.
    private static final Set<Kind> OF_WRITERS =
            Set.of(Kind.COMMIT_PENDING, Kind.STAGING_LEFT, Kind.METADATA_COPY_STALE, Kind.METADATA_COPY_MISSING);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Depth.class)
    void aWriterAtWorkIsNoDamage(Depth depth) throws IOException {
        Fixture fixture = new Fixture(directory.resolve("warehouse"));
        List<ObjectNode> documents = Documents.mixed(COMMITS);
        ingest(fixture, documents.getFirst(), 0);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int commit = 1; commit < COMMITS; commit++) {
                ingest(fixture, documents.get(commit), commit);
                ingest(fixture, Documents.with(documents.get(commit), "/MatchInfo/SeasonId", "\"x\""), commit);
            }
        });

        int verifications = 0;
        try (Warehouse warehouse = fixture.warehouse()) {
            while (!writer.isDone()) {
                assertThat(warehouse.verify(depth).findings())
                        .filteredOn(finding -> !OF_WRITERS.contains(finding.kind()))
                        .isEmpty();
                verifications++;
            }
            writer.join();
            assertThat(verifications).isPositive();
            assertThat(warehouse.verify(Depth.DEEP).findings()).isEmpty();
        }
    }

    private void ingest(Fixture fixture, ObjectNode document, int number) {
        try {
            Path file = Files.writeString(directory.resolve(number + ".json"), document.toString());
            fixture.ingest(List.of(file), Set.of(Specimen.player(0), Specimen.player(1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
