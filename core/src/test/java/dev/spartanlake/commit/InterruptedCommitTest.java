package dev.spartanlake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.document.MatchDocumentParser;
import dev.spartanlake.document.ParseResult;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class InterruptedCommitTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String COUNT = "SELECT count(*) FROM match_documents";

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(12);

    @Test
    void leavesTheRowsBeforeOrTheRowsAfterWhereverTheDiskFails() throws IOException {
        boolean refusing = true;
        int outcomesAfter = 0;
        for (int operations = 0; refusing; operations++) {
            Fixture fixture = new Fixture(directory.resolve("warehouse-" + operations));
            ingest(fixture, documents.subList(0, 6));

            FaultyFileStore disk = new FaultyFileStore(operations);
            commit(fixture, disk);
            refusing = disk.hasRefused();

            long seen = count(fixture);
            assertThat(seen).as("after %d operations", operations).isIn(6L, 12L);
            ingest(fixture, documents.subList(6, 6));
            assertThat(count(fixture)).isEqualTo(seen);
            try (Catalog catalog = Catalog.openForReading(fixture.directory())) {
                assertThat(catalog.commits().pending()).isEmpty();
            }
            assertThat(Files.exists(fixture.directory().resolve(".staging"))).isFalse();
            outcomesAfter += seen == 12 ? 1 : 0;
        }
        // Some runs fail after the commit point, and the commit stands.
        assertThat(outcomesAfter).isGreaterThan(1);
    }

    private void commit(Fixture fixture, FileStore files) {
        WarehouseDirectory place = new WarehouseDirectory(fixture.directory());
        EngineSettings engine = new EngineSettings(1L << 29, 1, place.staging().resolve("spill"));
        try (WarehouseWriter writer = WarehouseWriter.open(
                place, files, engine, new WarehouseWriter.Claim("test", Duration.ZERO, () -> NOW))) {
            PendingCommit commit = writer.begin(CareerRules.STANDARD, StopSignal.NEVER);
            commit.stage(rows(documents.subList(6, 12)));
            commit.commit("test", NOW);
        } catch (WarehouseException refused) {
            assertThat(refused.getMessage()).contains("the disk refuses");
        }
    }

    private static List<MatchRows> rows(List<ObjectNode> documents) {
        MatchDocumentParser parser = new MatchDocumentParser();
        return documents.stream()
                .map(document -> parser.parse(document.toString().getBytes(StandardCharsets.UTF_8)))
                .map(result -> MatchRows.of((ParseResult.Parsed) result))
                .toList();
    }

    private void ingest(Fixture fixture, List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(file), Set.of(player));
    }

    private static long count(Fixture fixture) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return (Long) Objects.requireNonNull(warehouse
                    .query(COUNT, List.of(), Language.EN, Limits.standard())
                    .rows()
                    .getFirst()
                    .getFirst());
        }
    }
}
