package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A name in a directory outlives a power cut only if the directory was made durable after the name was put there.
class DurableNamesTest {

    private static final Xuid PLAYER =
            new Xuid(CareerPlan.mixed(7, 64).players().getFirst().xuid());

    @TempDir
    private Path directory;

    @Test
    void everyNameIsDurableAfterACommit() throws IOException {
        Names names = new Names();
        for (List<ObjectNode> batch : batches()) {
            ingest(batch, names);

            assertThat(names.notDurable).isEmpty();
            assertThat(names.forced).isPositive();
        }
    }

    @Test
    void directoriesThatGetNoNewNameAreLeftAlone() throws IOException {
        Names names = new Names();
        List<ObjectNode> first = batches().getFirst();
        ingest(first, names);
        names.forced = 0;

        ingest(List.of(Documents.with(first.getFirst(), "/MatchInfo/SeasonId", "\"another\"")), names);

        // Four tables and the second copy, the staging directory in its place, and none of those above them.
        assertThat(names.forced).isLessThanOrEqualTo(10);
    }

    @Test
    void everyNameIsDurableAfterAnInterruptedCommitIsFinished() throws IOException {
        for (int refused = 1; refused < 40; refused += 3) {
            Path place = directory.resolve("refused-" + refused);
            Names names = new Names();
            names.until = refused;
            boolean hasFailed = false;
            for (List<ObjectNode> batch : batches()) {
                try {
                    ingest(place, batch, names);
                } catch (WarehouseException failed) {
                    hasFailed = true;
                }
            }
            names.until = Integer.MAX_VALUE;
            for (List<ObjectNode> batch : batches()) {
                ingest(place, batch, names);
            }

            assertThat(names.notDurable)
                    .as("refused %d, %s", refused, hasFailed)
                    .isEmpty();
        }
    }

    @Test
    void theModelNoticesANameThatIsNotDurable() {
        Names names = new Names();
        FileStore files = names.over(new LocalFileStore());
        files.createDirectories(directory.resolve("a/b"));
        files.forceDirectory(directory.resolve("a"));

        assertThat(names.notDurable).containsExactly(directory);
        assertThatThrownBy(() -> {
                    names.until = 0;
                    files.forceDirectory(directory);
                })
                .isInstanceOf(WarehouseException.class);
        assertThat(names.notDurable).containsExactly(directory);
    }

    private static List<List<ObjectNode>> batches() {
        List<ObjectNode> documents = Documents.mixed(24);
        return List.of(
                documents.subList(0, 8),
                documents.subList(8, 24),
                List.of(Documents.with(documents.get(3), "/MatchInfo/SeasonId", "\"another\"")));
    }

    private void ingest(List<ObjectNode> documents, Names names) throws IOException {
        ingest(directory.resolve("warehouse"), documents, names);
    }

    private void ingest(Path place, List<ObjectNode> documents, Names names) throws IOException {
        Path batch = Files.write(
                directory.resolve("batch.ndjson"),
                documents.stream().map(ObjectNode::toString).toList());
        try (Warehouse warehouse = Warehouse.at(place, Fixture.config(), names.over(new LocalFileStore()))) {
            warehouse.ingest(IngestRequest.of(List.of(batch.toString()), Set.of(PLAYER)), IngestProgress.NONE);
        }
    }

    /// Watches a disk, and knows which directories have names that a power cut would take back.
    private static final class Names {

        private final Set<Path> notDurable = new TreeSet<>();
        private int forced;
        private int until = Integer.MAX_VALUE;

        FileStore over(FileStore disk) {
            return (FileStore) Proxy.newProxyInstance(
                    FileStore.class.getClassLoader(), new Class<?>[] {FileStore.class}, (proxy, method, arguments) -> {
                        if (method.isDefault()) {
                            return InvocationHandler.invokeDefault(proxy, method, arguments);
                        }
                        before(method.getName(), arguments);
                        try {
                            return method.invoke(disk, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        private void before(String operation, Object[] arguments) {
            switch (operation) {
                case "createDirectories" -> created((Path) arguments[0]);
                case "replace" -> changed((Path) arguments[1]);
                case "write", "append" -> written((Path) arguments[0]);
                case "copy", "linkOrCopy" -> written((Path) arguments[1]);
                case "forceDirectory" -> force((Path) arguments[0]);
                default -> {}
            }
        }

        private void written(Path target) {
            if (!Files.exists(target)) {
                changed(target);
            }
        }

        private void created(Path made) {
            for (Path each = made; !Files.exists(each); each = parent(each)) {
                changed(each);
            }
        }

        private void changed(Path name) {
            // What is staged is put in place, or not needed any more.
            if (!name.toString().contains(".staging")) {
                notDurable.add(parent(name));
            }
        }

        private void force(Path forcedDirectory) {
            if (until-- <= 0) {
                throw new WarehouseException(
                        ErrorCode.STORAGE, Location.of(forcedDirectory), "the disk refuses " + forcedDirectory);
            }
            forced++;
            notDurable.remove(forcedDirectory);
        }

        private static Path parent(Path path) {
            return Objects.requireNonNull(path.getParent(), "no file is a root");
        }
    }
}
