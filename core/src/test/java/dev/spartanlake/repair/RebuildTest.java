package dev.spartanlake.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class RebuildTest {

    @TempDir
    private Path directory;

    private Fixture fixture;
    private Map<String, List<String>> before;
    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(20);

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(documents);
        before = fixture.everything();
    }

    @Test
    void writesNothingWhereEverythingIsAsItShouldBe() {
        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.rebuild()).isEqualTo(new Rebuild.Report(documents.size(), 0));
        }
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(fixture.metadata("SELECT count(*) AS n FROM superseded_documents"))
                .containsExactly("{n=0}");
    }

    @Test
    void derivesRowsThatWereDerivedWronglyBefore() {
        Tampering.rewrite(fixture, Tables.MATCH_FACTS, "* REPLACE (CAST(kills + 1 AS SMALLINT) AS kills)");
        Tampering.rewrite(fixture, Tables.MATCH_PARTICIPANTS, "* REPLACE (NULL::SMALLINT AS rank)");
        Tampering.metadata(fixture, "UPDATE sessions SET total_kills = total_kills + 1");
        Tampering.metadata(fixture, "UPDATE players SET last_seen_at = NULL");
        Tampering.acceptMetadata(fixture);

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.rebuild().partitionsWritten()).isPositive();
        }

        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void keepsTheRowsOfAMatchWhoseDocumentIsLost() throws IOException {
        String matchId = documents.getFirst().path("MatchId").asString();
        Tampering.rewrite(fixture, Tables.MATCH_DOCUMENTS, "*", "WHERE match_id <> '" + matchId + "'");
        Tampering.metadata(fixture, "UPDATE match_ledger SET content_sha256 = NULL WHERE match_id = '" + matchId + "'");
        Tampering.acceptMetadata(fixture);

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.rebuild();
        }

        assertThat(fixture.everything().get("match_facts")).isEqualTo(before.get("match_facts"));
        assertThat(fixture.everything().get("match_participants")).isEqualTo(before.get("match_participants"));
        IngestReport again = ingest(documents);
        assertThat(again.updated()).isEqualTo(1);
        assertThat(fixture.everything()).isEqualTo(before);
    }

    private IngestReport ingest(List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        return fixture.ingest(List.of(file), Set.of(player));
    }
}
