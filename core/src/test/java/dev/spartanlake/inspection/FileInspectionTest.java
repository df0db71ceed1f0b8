package dev.spartanlake.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.inspection.Discrepancy.Aspect;
import dev.spartanlake.schema.Partition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInspectionTest {

    @TempDir
    private Path directory;

    private Engine engine;
    private Path file;

    @BeforeEach
    void store() throws IOException {
        engine = Engine.open(new EngineSettings(1L << 28, 1, directory.resolve("spill")));
        Fixture fixture = new Fixture(directory.resolve("warehouse"));
        Path document = Files.writeString(
                directory.resolve("match.json"), Documents.mixed(1).getFirst().toString());
        fixture.ingest(List.of(document), Set.of(Documents.player()));
        file = fixture.files(Tables.MATCH_FACTS.name()).getFirst();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aFileThatIsGoneIsUnreadableAndItsNeighboursAreNot() {
        assertThat(unreadable(file, directory.resolve("gone.parquet"))).containsExactly(false, true);
    }

    @Test
    void aFileThatIsCutOffIsUnreadableAndItsNeighboursAreNot() throws IOException {
        Path cut = Files.copy(file, directory.resolve("cut.parquet"));
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        assertThat(unreadable(cut, file)).containsExactly(true, false);
    }

    private List<Boolean> unreadable(Path... files) {
        Partition partition = Partition.of(Tables.MATCH_FACTS, Documents.player(), YearMonth.of(2024, 1));
        List<PartitionFile> asked = List.of(files).stream()
                .map(path -> new PartitionFile(partition, path))
                .toList();
        return new FileInspection(engine)
                .of(Tables.MATCH_FACTS, asked).stream()
                        .map(inspected -> inspected.discrepancies().stream()
                                .anyMatch(discrepancy -> discrepancy.aspect() == Aspect.READABLE))
                        .toList();
    }
}
