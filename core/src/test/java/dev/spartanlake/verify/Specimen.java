package dev.spartanlake.verify;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Parts;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A small warehouse of two careers with a replaced document, of which every test damages a copy of its own.
final class Specimen {

    private final Path original;
    private int copies;

    private Specimen(Path original) {
        this.original = original;
    }

    static Specimen in(Path directory) throws IOException {
        Fixture fixture = new Fixture(directory.resolve("original"));
        List<ObjectNode> documents = Documents.mixed(32);
        ObjectNode changed = Documents.with(documents.get(3), "/MatchInfo/SeasonId", "\"another\"");
        for (List<ObjectNode> batch : List.of(documents, List.of(changed))) {
            Path file = Files.write(
                    directory.resolve("batch.ndjson"),
                    batch.stream().map(ObjectNode::toString).toList());
            fixture.ingest(List.of(file), Set.of(player(0), player(1)));
            fixture.take(Parts.supplements(batch, 1));
        }
        return new Specimen(fixture.directory());
    }

    static Xuid player(int index) {
        return new Xuid(CareerPlan.mixed(7, 64).players().get(index).xuid());
    }

    /// A copy to be damaged.
    Fixture copy() {
        Path copy = original.resolveSibling("copy-" + copies++);
        copyTree(original, copy);
        return new Fixture(copy);
    }

    /// Makes a copy as it was in the beginning.
    void reset(Fixture fixture) {
        new LocalFileStore().deleteTree(fixture.directory());
        copyTree(original, fixture.directory());
    }

    static List<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Files.copy(entry, to.resolve(from.relativize(entry).toString()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Writes all files of a table anew, and lets the catalog agree.
    ///
    /// @param rows a query of the table `rows`, whose order is kept
    /// @param format what the files say of their format
    static void rewrite(Fixture fixture, Table<?> table, String rows, int format) {
        try (Engine engine = Engine.open(new EngineSettings(1L << 29, 1, fixture.directory()))) {
            for (Path file : fixture.files(table.name())) {
                Path written = file.resolveSibling("written");
                engine.execute("COPY (WITH rows AS (FROM " + Engine.parquet(List.of(file)) + ") " + rows + ") TO '"
                        + written + "' (FORMAT parquet, KV_METADATA {spartanlake_format: '" + format
                        + "', spartanlake_table: '" + table.name() + "'})");
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
                agree(fixture, file, engine);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Lets the catalog agree with a file.
    static void agree(Fixture fixture, Path file) {
        try (Engine engine = Engine.open(new EngineSettings(1L << 29, 1, fixture.directory()))) {
            agree(fixture, file, engine);
        }
    }

    private static void agree(Fixture fixture, Path file, Engine engine) {
        String content = engine.query(
                        "SELECT count(*), strftime(min(start_time), '%Y-%m-%dT%H:%M:%S.%fZ'),"
                                + " strftime(max(start_time), '%Y-%m-%dT%H:%M:%S.%fZ') FROM "
                                + Engine.parquet(List.of(file)),
                        row -> "row_count = " + row.getLong(1) + ", min_start_time = '" + row.getString(2)
                                + "', max_start_time = '" + row.getString(3) + "'")
                .getFirst();
        agree(fixture, file, content);
    }

    /// Lets the catalog agree with the bytes of a file, and changes other columns of its entry.
    static void agree(Fixture fixture, Path file, String columns) {
        Fingerprint fingerprint = new LocalFileStore().fingerprint(file);
        Tampering.metadata(
                fixture,
                "UPDATE data_files SET sha256 = '" + fingerprint.sha256() + "', size_bytes = "
                        + fingerprint.sizeBytes() + ", " + columns + " WHERE path = '"
                        + fixture.directory().relativize(file).toString().replace('\\', '/') + "'");
    }

    /// Lets the second copies agree with what a test has made of the files, as if a writer had left them so.
    static void agree(Fixture fixture) {
        WarehouseDirectory directory = new WarehouseDirectory(fixture.directory());
        Mirror mirror = new Mirror(directory, new LocalFileStore());
        try (Catalog catalog = Catalog.openForWriting(fixture.directory())) {
            catalog.dataFiles().all().stream()
                    .filter(file -> Mirror.holds(file.partition()))
                    .forEach(mirror::put);
        }
        new DatabaseMirror(directory, new LocalFileStore()).put();
        new LocalFileStore().delete(directory.staging().resolve("second-copy"));
        new LocalFileStore().deleteEmptyDirectories(directory.staging(), directory.root());
    }

    static Verification verify(Fixture fixture, Depth depth) {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.verify(depth);
        }
    }
}
