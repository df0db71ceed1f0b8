package dev.spartanlake.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class SoundWarehouseTest {

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final Xuid one = xuid(0);
    private final Xuid other = xuid(1);

    @BeforeEach
    void here() {
        fixture = new Fixture(directory.resolve("warehouse"));
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void hasNoFindingInALongCareerThatChanged(Depth depth) throws IOException {
        List<ObjectNode> documents = Documents.mixed(200);
        ingest(documents.subList(0, 150), Set.of(one));
        ingest(documents.subList(100, 200), Set.of());
        ObjectNode changed =
                Documents.with(documents.get(3), "/Players/0/PlayerTeamStats/0/Stats/CoreStats/Kills", "99");
        ObjectNode moved = Documents.with(documents.get(5), "/MatchInfo/StartTime", "\"2031-05-01T10:00:00Z\"");
        moved = Documents.with(moved, "/MatchInfo/EndTime", "\"2031-05-01T10:20:00Z\"");
        ingest(List.of(changed, moved), Set.of());
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.track(List.of(other));
        }

        Verification verification = verify(depth);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.depth()).isEqualTo(depth);
        assertThat(verification.matches()).isEqualTo(200);
        assertThat(verification.files()).isPositive();
        assertThat(verification.bytes()).isGreaterThan(100_000);
    }

    @Test
    void tellsHowMuchThereIsToReadBeforeItIsRead() throws IOException {
        ingest(Documents.mixed(16), Set.of(one));
        List<Long> read = new ArrayList<>();
        Set<Long> totals = new TreeSet<>();

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.verify(Depth.NORMAL, (files, bytes, total) -> {
                read.add(bytes);
                totals.add(total);
            });
        }

        assertThat(read).isSorted().hasSizeGreaterThan(3);
        assertThat(totals).containsExactly(read.getLast());
    }

    @Test
    void hasNoFindingAfterAPlayerIsForgotten() throws IOException {
        ingest(Documents.mixed(64), Set.of(one, other));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.forget(one);
        }

        assertThat(verify(Depth.DEEP).findings()).isEmpty();
    }

    @Test
    void hasNoFindingWithRulesOfItsOwn() throws IOException {
        Path file = write(Documents.mixed(64));
        try (Warehouse warehouse = fixture.warehouse(Fixture.config().withSessionGap(Duration.ofMinutes(7)))) {
            warehouse.ingest(IngestRequest.of(List.of(file.toString()), Set.of(one)), IngestProgress.NONE);
        }

        assertThat(verify(Depth.DEEP).findings()).isEmpty();
    }

    @Test
    void hasNoFindingWhileItIsEmpty() {
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.namePlayer(one, "Somebody");
        }

        assertThat(verify(Depth.DEEP).findings()).isEmpty();
    }

    private Verification verify(Depth depth) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.verify(depth);
        }
    }

    private void ingest(List<ObjectNode> documents, Set<Xuid> players) throws IOException {
        fixture.ingest(List.of(write(documents)), players);
    }

    private Path write(List<ObjectNode> documents) throws IOException {
        return Files.write(
                directory.resolve("batch.ndjson"),
                documents.stream().map(ObjectNode::toString).toList());
    }

    private static Xuid xuid(int index) {
        return new Xuid(CareerPlan.mixed(7, 64).players().get(index).xuid());
    }
}
