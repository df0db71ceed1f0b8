package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class MergeSemanticsTest {

    private static final String KILLS = "/Players/%d/PlayerTeamStats/0/Stats/CoreStats/Kills";

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(24);

    @BeforeEach
    void ingestOnce() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(documents);
    }

    @Test
    void touchesNoFileForTheSameDocuments() throws IOException {
        Map<Path, FileTime> before = agedFiles();

        IngestReport report = ingest(documents);

        assertThat(report.unchanged()).isEqualTo(documents.size());
        assertThat(report.partitionsWritten()).isZero();
        assertThat(modified()).isEqualTo(before);
        assertThat(fixture.metadata("SELECT count(*) AS n FROM commits WHERE inserted > 0 OR updated > 0"))
                .containsExactly("{n=1}");
    }

    @Test
    void rewritesOnlyThePartitionsOfANewMatch() throws IOException {
        Map<Path, FileTime> before = agedFiles();
        ObjectNode late = Documents.with(documents.getLast(), "/MatchId", "\"aaaaaaaa-0000-4000-8000-000000000001\"");
        late = Documents.with(late, "/MatchInfo/StartTime", "\"2031-05-01T10:00:00Z\"");
        late = Documents.with(late, "/MatchInfo/EndTime", "\"2031-05-01T10:20:00Z\"");

        ingest(List.of(late));

        Map<Path, FileTime> after = modified();
        assertThat(after).containsAllEntriesOf(before);
        assertThat(after.keySet().stream().filter(file -> !before.containsKey(file)))
                .isNotEmpty()
                .allMatch(file -> file.toString().contains("year=2031"));
    }

    @Test
    void replacesAnOlderContentAndKeepsIt() throws IOException {
        int position = position(documents.getFirst());
        String pointer = KILLS.formatted(position);
        String matchId = documents.getFirst().path("MatchId").asString();

        IngestReport report = ingest(List.of(Documents.with(documents.getFirst(), pointer, "123")));

        assertThat(report.updated()).isEqualTo(1);
        assertThat(fixture.rows(Tables.MATCH_FACTS))
                .filteredOn(row -> matchId.equals(row.get("match_id")))
                .singleElement()
                .satisfies(row -> assertThat(row.get("kills")).isEqualTo((short) 123));
        assertThat(fixture.rows(Tables.MATCH_DOCUMENTS)).hasSize(documents.size());
        try (Catalog catalog = Catalog.openForReading(fixture.directory())) {
            assertThat(catalog.ledger().superseded(matchId))
                    .singleElement()
                    .extracting(Ledger.Content::document)
                    .isEqualTo(documents.getFirst().toString());
        }
    }

    @Test
    void movesAMatchWhoseMonthIsCorrected() throws IOException {
        String matchId = documents.getFirst().path("MatchId").asString();
        ObjectNode moved = Documents.with(documents.getFirst(), "/MatchInfo/StartTime", "\"2031-05-01T10:00:00Z\"");
        moved = Documents.with(moved, "/MatchInfo/EndTime", "\"2031-05-01T10:20:00Z\"");

        ingest(List.of(moved));

        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table))
                    .filteredOn(row -> matchId.equals(row.get("match_id")))
                    .allSatisfy(row -> assertThat(row.get("year")).isEqualTo((short) 2031));
        }
        assertThat(fixture.rows(Tables.MATCH_DOCUMENTS)).hasSize(documents.size());
    }

    @Test
    void letsTheLaterOfTwoContentsInOneBatchStand() throws IOException {
        ObjectNode fresh = Documents.with(documents.getFirst(), "/MatchId", "\"aaaaaaaa-0000-4000-8000-000000000002\"");
        String pointer = KILLS.formatted(position(fresh));

        IngestReport report = ingest(List.of(
                Documents.with(fresh, pointer, "1"),
                Documents.with(fresh, pointer, "2"),
                Documents.with(fresh, pointer, "3")));

        assertThat(report.inserted()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(2);
        assertThat(fixture.rows(Tables.MATCH_FACTS))
                .filteredOn(row -> "aaaaaaaa-0000-4000-8000-000000000002".equals(row.get("match_id")))
                .singleElement()
                .satisfies(row -> assertThat(row.get("kills")).isEqualTo((short) 3));
        assertThat(fixture.metadata("SELECT count(*) AS n FROM superseded_documents"))
                .containsExactly("{n=2}");
    }

    @Test
    void removesTheFactsOfAPlayerWhoIsNotInTheMatchAnyMore() throws IOException {
        ObjectNode first = documents.getFirst();
        String matchId = first.path("MatchId").asString();
        ObjectNode without =
                Documents.with(first, "/Players/" + position(first) + "/PlayerId", "\"xuid(2533270000009999)\"");

        ingest(List.of(without));

        assertThat(fixture.rows(Tables.MATCH_FACTS)).noneMatch(row -> matchId.equals(row.get("match_id")));
        assertThat(fixture.rows(Tables.MATCH_DOCUMENTS)).hasSize(documents.size());
    }

    private IngestReport ingest(List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        return fixture.ingest(List.of(file), Set.of(player));
    }

    private int position(ObjectNode document) {
        for (int i = 0; i < document.path("Players").size(); i++) {
            if (document.at("/Players/" + i + "/PlayerId").asString().equals("xuid(" + player + ")")) {
                return i;
            }
        }
        throw new IllegalStateException("the player is not in the match");
    }

    /// Sets all files' times back, so that any rewriting shows.
    private Map<Path, FileTime> agedFiles() throws IOException {
        for (Table<?> table : Tables.ALL) {
            for (Path file : fixture.files(table.name())) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            }
        }
        return modified();
    }

    private Map<Path, FileTime> modified() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        for (Table<?> table : Tables.ALL) {
            for (Path file : fixture.files(table.name())) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
