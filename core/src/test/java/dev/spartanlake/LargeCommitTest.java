package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A commit of more than may wait in memory stores what one of less does.
class LargeCommitTest {

    private static final CareerPlan PLAN = CareerPlan.benchmark(1_200);
    private static final long LITTLE_MEMORY = 64L << 20;
    private static final int SHARE_FOR_ROWS = 4;

    @TempDir
    private Path directory;

    @Test
    void storesTheSameWithLittleMemory() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                out.write(document.json());
                out.write('\n');
            }
        }
        assertThat(Files.size(file)).isGreaterThan(LITTLE_MEMORY / SHARE_FOR_ROWS);

        Fixture little = ingested("little", Fixture.config().withEngineMemoryBytes(LITTLE_MEMORY), file);
        Fixture usual = ingested("usual", Fixture.config(), file);

        assertThat(little.everything()).isEqualTo(usual.everything());
    }

    @Test
    void storesPartsTheSameWithLittleMemory() {
        List<ObjectNode> documents = new ArrayList<>();
        Career.of(PLAN).forEach(document -> documents.add((ObjectNode) Documents.JSON.readTree(document.json())));

        Fixture little = taken("little", Fixture.config().withEngineMemoryBytes(LITTLE_MEMORY), documents);
        Fixture usual = taken("usual", Fixture.config(), documents);

        assertThat(little.everything()).isEqualTo(usual.everything());
        assertThat(usual.rows(Tables.SKILL_DOCUMENTS)).hasSize(documents.size());
    }

    private Fixture taken(String name, WarehouseConfig config, List<ObjectNode> documents) {
        Fixture fixture = new Fixture(directory.resolve(name));
        try (Warehouse warehouse = fixture.warehouse(config)) {
            Obtained obtained = Parts.obtained(documents);
            obtained.track(new Xuid(PLAN.players().getFirst().xuid()));
            warehouse.take(obtained);
        }
        return fixture;
    }

    private Fixture ingested(String name, WarehouseConfig config, Path file) {
        Fixture fixture = new Fixture(directory.resolve(name));
        Set<Xuid> players = Set.of(new Xuid(PLAN.players().getFirst().xuid()));
        assertThat(fixture.ingest(config, List.of(file), players).inserted()).isEqualTo(PLAN.matches());
        return fixture;
    }
}
