package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Rows that all come after the stored ones are not sorted together with them.
class AppendedRowsTest {

    private static final Xuid PLAYER =
            new Xuid(CareerPlan.mixed(7, 64).players().getFirst().xuid());

    @TempDir
    private Path directory;

    @Test
    void filesAreInOrderHoweverFewMatchesCameAtATime() throws IOException {
        List<ObjectNode> inOrder = new ArrayList<>(Documents.mixed(40));
        inOrder.sort(Comparator.comparing(AppendedRowsTest::startTime));
        Fixture apart = new Fixture(directory.resolve("apart"));
        for (int from = 0; from < inOrder.size(); from += 3) {
            ingest(apart, inOrder.subList(from, Math.min(from + 3, inOrder.size())));
        }
        Fixture together = new Fixture(directory.resolve("together"));
        ingest(together, inOrder);

        for (Table<?> table : Tables.ALL) {
            assertThat(rowsAsStored(apart, table)).isNotEmpty().isEqualTo(rowsAsStored(together, table));
        }
    }

    /// Of two matches that start at the same moment, the one with the greater identifier is ingested first.
    @Test
    void aMatchOfTheSameMomentIsNotTakenForALaterOne() throws IOException {
        List<ObjectNode> documents = new ArrayList<>(Documents.mixed(2));
        documents.sort(Comparator.comparing(
                (ObjectNode document) -> document.at("/MatchId").asString()));
        String moment = startTime(documents.getFirst());
        ObjectNode second = Documents.with(documents.getLast(), "/MatchInfo/StartTime", "\"" + moment + "\"");
        Fixture fixture = new Fixture(directory.resolve("warehouse"));

        ingest(fixture, List.of(second));
        ingest(fixture, List.of(documents.getFirst()));

        List<String> expected = List.of(
                documents.getFirst().at("/MatchId").asString(),
                second.at("/MatchId").asString());
        assertThat(rowsAsStored(fixture, Tables.MATCH_DOCUMENTS).stream().map(row -> row.getFirst()))
                .containsExactlyElementsOf(expected);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    private static String startTime(ObjectNode document) {
        return document.at("/MatchInfo/StartTime").asString();
    }

    private void ingest(Fixture fixture, List<ObjectNode> documents) throws IOException {
        Path batch = Files.write(
                directory.resolve("batch.ndjson"),
                documents.stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(batch), Set.of(PLAYER));
        fixture.take(Parts.supplements(documents, 1));
    }

    /// The values of every row, file by file, in the order in which the files have them.
    private static List<List<String>> rowsAsStored(Fixture fixture, Table<?> table) {
        try (Engine engine = Engine.open(new EngineSettings(1L << 29, 1, fixture.directory()))) {
            List<List<String>> rows = new ArrayList<>();
            for (Path file : fixture.files(table.name())) {
                rows.addAll(engine.query("SELECT * FROM " + Engine.parquet(List.of(file)), row -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(String.valueOf(row.getObject(column)));
                    }
                    return values;
                }));
            }
            return rows;
        }
    }
}
