package dev.spartanlake.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.commit.FaultyFileStore;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMirrorTest {

    @TempDir
    private Path root;

    private Path database;
    private ComparedCopy compared;

    @BeforeEach
    void makeDatabase() {
        database = root.resolve("metadata.db");
        compared = new ComparedCopy();
        inWriter(_ -> {});
    }

    @Test
    void copiesTheWholeAtFirst() throws IOException {
        assertThat(names()).singleElement().asString().matches("metadata-[0-9a-f]{64}\\.db");
        assertCopyIsDatabase();
    }

    @Test
    void copiesWhatChangedAfterwards() throws IOException {
        Path whole = root.resolve(".mirror").resolve(names().getFirst());
        byte[] before = Files.readAllBytes(whole);

        inWriter(catalog -> name(catalog, 1));

        assertThat(names()).hasSize(2).anyMatch(name -> name.endsWith(".pages"));
        assertThat(Files.readAllBytes(whole)).isEqualTo(before);
        assertThat(Files.size(root.resolve(".mirror").resolve(names().getLast())))
                .as("a few pages, not the whole of %d bytes", before.length)
                .isLessThan(before.length / 2);
        assertCopyIsDatabase();
    }

    @Test
    void isTheDatabaseAfterEveryWriter() throws IOException {
        Random random = new Random(5);
        for (int writer = 0; writer < 60; writer++) {
            int rows = 1 + random.nextInt(writer % 20 == 19 ? 3000 : 40);
            if (random.nextInt(4) == 0) {
                // As another process, which knows nothing.
                compared = new ComparedCopy();
            }
            inWriter(catalog -> {
                for (int i = 0; i < rows; i++) {
                    name(catalog, random.nextInt(100_000));
                }
                if (random.nextInt(3) == 0) {
                    catalog.database().update("DELETE FROM players WHERE CAST(xuid AS INTEGER) % 3 = 0");
                }
            });
            assertCopyIsDatabase();
        }
    }

    @Test
    void followsADatabaseThatShrinks() throws IOException {
        inWriter(catalog -> {
            for (int i = 0; i < 2000; i++) {
                name(catalog, i);
            }
        });
        long before = Files.size(database);

        inWriter(catalog -> catalog.database().update("DELETE FROM players"));
        try (Catalog catalog = Catalog.openForWriting(root)) {
            catalog.database().rewrite();
            mirror().put();
        }
        inWriter(catalog -> name(catalog, 1));

        assertThat(Files.size(database)).isLessThan(before);
        assertCopyIsDatabase();
    }

    @Test
    void copiesTheWholeWhenTheLogWasEmptiedByAnother() throws IOException, SQLException {
        try (Catalog catalog = Catalog.openForWriting(root)) {
            DatabaseMirror mirror = mirror();
            mirror.refuseChanged(catalog);
            name(catalog, 1);
            mirror.committed(catalog);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = other.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(RESTART)");
            }
            name(catalog, 2);
            mirror.committed(catalog);
            mirror.follow(catalog);
        }

        assertCopyIsDatabase();
    }

    @Test
    void noticesAnotherThatWroteBeforeTheFirstCommit() throws IOException, SQLException {
        try (Catalog catalog = Catalog.openForWriting(root)) {
            DatabaseMirror mirror = mirror();
            mirror.refuseChanged(catalog);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = other.createStatement()) {
                statement.execute("INSERT INTO players (xuid, gamertag) VALUES ('77', 'Foreigner')");
                statement.execute("PRAGMA wal_checkpoint(RESTART)");
            }
            catalog.database().inTransaction(() -> change(catalog, writing -> name(writing, 1)));
            mirror.committed(catalog);
            mirror.follow(catalog);
        }

        assertCopyIsDatabase();
        compared = new ComparedCopy();
        inWriter(catalog -> name(catalog, 2));
        assertCopyIsDatabase();
    }

    /// The log keeps its frames while anybody has the database open.
    @Test
    void writersThatChangeNothingAddNothing() throws IOException {
        try (Catalog reader = Catalog.openForReading(root)) {
            assertThat(reader.commits().generation()).isPositive();
            inWriter(catalog -> name(catalog, 1));
            long before = mirrorBytes();

            for (int i = 0; i < 3; i++) {
                withoutChange();
                assertThat(mirrorBytes()).isEqualTo(before);
            }
            inWriter(catalog -> name(catalog, 2));
        }
        assertCopyIsDatabase();
    }

    private void withoutChange() {
        try (Catalog catalog = Catalog.openForWriting(root)) {
            DatabaseMirror mirror = mirror();
            mirror.refuseChanged(catalog);
            mirror.follow(catalog);
        }
    }

    private long mirrorBytes() throws IOException {
        long bytes = 0;
        for (String name : names()) {
            bytes += Files.size(root.resolve(".mirror").resolve(name));
        }
        return bytes;
    }

    @Test
    void changesWithoutTheirCopyAreDeleted() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        Path orphan = root.resolve(".mirror").resolve("metadata-" + "0".repeat(64) + ".pages");
        Files.writeString(orphan, "of a writer that was interrupted");
        compared = new ComparedCopy();

        try (Catalog catalog = Catalog.openForWriting(root)) {
            assertThat(catalog.database().checkpoint()).isTrue();
            mirror().put();
        }

        assertThat(orphan).doesNotExist();
        assertCopyIsDatabase();
    }

    /// A reader that needs an earlier state keeps the log; what was erased must not stay in the copy for that.
    @Test
    void whatWasErasedIsNotCopiedFurther() throws IOException {
        inWriter(catalog ->
                catalog.database().update("INSERT INTO players (xuid, gamertag) VALUES ('5', 'SomebodyErased')"));
        inWriter(catalog -> name(catalog, 1));

        try (Catalog catalog = Catalog.openForWriting(root)) {
            DatabaseMirror mirror = mirror();
            mirror.refuseChanged(catalog);
            catalog.database()
                    .inTransaction(() -> change(
                            catalog, writing -> writing.database().update("DELETE FROM players WHERE xuid = '5'")));
            mirror.committed(catalog);
            mirror.fallBehind();
            catalog.database().update("VACUUM");
            mirror.follow(catalog);
        }

        for (String name : names()) {
            assertThat(Files.readString(root.resolve(".mirror").resolve(name), StandardCharsets.ISO_8859_1))
                    .as(name)
                    .doesNotContain("SomebodyErased");
        }
        assertCopyIsDatabase();
    }

    /// As after an erasure beside an open reader, which keeps the log: it is emptied, and there is nothing in it to
    /// copy.
    @Test
    void aLogThatWasEmptiedHasNothingToCopy() throws IOException {
        try (Catalog reader = Catalog.openForReading(root)) {
            assertThat(reader.commits().generation()).isPositive();
            inWriter(catalog -> name(catalog, 1));
            try (Catalog catalog = Catalog.openForWriting(root)) {
                DatabaseMirror mirror = mirror();
                mirror.refuseChanged(catalog);
                catalog.database().inTransaction(() -> change(catalog, writing -> name(writing, 2)));
                mirror.committed(catalog);
                mirror.fallBehind();
                assertThat(catalog.database().rewrite()).isTrue();
                mirror.put();
                mirror.follow(catalog);
            }
        }
        assertCopyIsDatabase();
    }

    @Test
    void whatMayNotBeOnDiskIsNotBuiltUpon() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        List<String> before = names();
        try (Catalog catalog = Catalog.openForWriting(root)) {
            FaultyFileStore disk = new FaultyFileStore(0, FaultyFileStore.Fault.UNFORCED);
            DatabaseMirror mirror = new DatabaseMirror(new WarehouseDirectory(root), disk, compared);
            mirror.refuseChanged(catalog);
            catalog.database().inTransaction(() -> change(catalog, writing -> name(writing, 2)));
            assertThatThrownBy(() -> mirror.follow(catalog)).isInstanceOf(WarehouseException.class);
            assertThat(disk.hasRefused()).isTrue();
        }
        assertThat(before).hasSize(2);
        assertThat(names()).hasSize(1);

        inWriter(catalog -> name(catalog, 3));

        assertCopyIsDatabase();
    }

    /// The database and the end of its copy are damaged: what was copied before is better than nothing.
    @Test
    void restoresWhatIsSoundOfADamagedCopy() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        byte[] sound = Files.readAllBytes(database);
        inWriter(catalog -> name(catalog, 2));
        flipLastByte(root.resolve(".mirror").resolve(names().getLast()));
        flipLastByte(database);

        assertThat(mirror().restore()).isTrue();

        assertThat(Files.readAllBytes(database)).isEqualTo(sound);
    }

    /// Whether a copy contradicts the database is found out without room for another copy.
    @Test
    void tellsOfWhichStateItIs() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        inWriter(catalog -> name(catalog, 2));

        try (Catalog catalog = Catalog.openForReading(root);
                CopyContent content = mirror().copies().getFirst().open()) {
            assertThat(names()).hasSize(2);
            assertThat(content.state())
                    .isEqualTo(new CopiedState(
                            (int) catalog.formatVersion(), catalog.commits().generation(), 0));
            assertThat(content.contradicts(catalog)).isTrue();
        }
    }

    @Test
    void endsALogThatIsAsLongAsACopy() throws IOException {
        inWriter(catalog -> name(catalog, 0));
        List<String> before = names();

        for (int writer = 1; writer < 12; writer++) {
            int first = 1000 * writer;
            inWriter(catalog -> {
                for (int i = 0; i < 500; i++) {
                    name(catalog, first + i);
                }
            });
        }

        assertThat(names()).isNotEqualTo(before);
        assertThat(names().size()).isLessThanOrEqualTo(2);
        assertCopyIsDatabase();
    }

    /// A process that was killed has left its log, and no copy of it.
    @Test
    void copiesTheWholeAfterAWriterThatDidNotLeave() throws IOException {
        Path killed = root.resolve("killed");
        Files.createDirectories(killed);
        try (Catalog catalog = Catalog.openForWriting(root)) {
            catalog.database().inTransaction(() -> change(catalog, writing -> name(writing, 7)));
            for (String part : List.of("metadata.db", "metadata.db-wal")) {
                Files.copy(root.resolve(part), killed.resolve(part));
            }
            copyTree(root.resolve(".mirror"), killed.resolve(".mirror"));
        }

        root = killed;
        database = root.resolve("metadata.db");
        compared = new ComparedCopy();
        inWriter(_ -> {});

        assertCopyIsDatabase();
    }

    @Test
    void refusesADatabaseThatWasChangedBehindIt() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        flipLastByte(database);
        compared = new ComparedCopy();

        assertThatThrownBy(() -> inWriter(catalog -> name(catalog, 2)))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    @Test
    void replacesACopyThatIsDamaged() throws IOException {
        for (String ending : List.of(".db", ".pages")) {
            inWriter(catalog -> name(catalog, 1));
            String name = names().stream()
                    .filter(each -> each.endsWith(ending))
                    .findFirst()
                    .orElseThrow();
            flipLastByte(root.resolve(".mirror").resolve(name));
            compared = new ComparedCopy();

            inWriter(catalog -> name(catalog, 2));

            assertCopyIsDatabase();
            assertThat(mirror().canRestore()).isTrue();
        }
    }

    @Test
    void putsTheCopyInThePlaceOfTheDatabase() throws IOException {
        inWriter(catalog -> name(catalog, 1));
        byte[] before = Files.readAllBytes(database);
        flipLastByte(database);

        assertThat(mirror().restore()).isTrue();

        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    private void inWriter(Consumer<Catalog> change) {
        try (Catalog catalog = Catalog.openForWriting(root)) {
            DatabaseMirror mirror = mirror();
            mirror.refuseChanged(catalog);
            catalog.database().inTransaction(() -> change(catalog, change));
            mirror.committed(catalog);
            mirror.follow(catalog);
        }
    }

    private static void change(Catalog catalog, Consumer<Catalog> change) {
        long commit = catalog.commits().generation() + 1;
        catalog.commits().record(new Commits.Commit(commit, Instant.EPOCH, "test", 0, 0), List.of());
        change.accept(catalog);
    }

    private DatabaseMirror mirror() {
        return new DatabaseMirror(new WarehouseDirectory(root), new LocalFileStore(), compared);
    }

    private static void name(Catalog catalog, int player) {
        catalog.database()
                .update(
                        "INSERT INTO players (xuid, gamertag) VALUES (?, ?)"
                                + " ON CONFLICT (xuid) DO UPDATE SET gamertag = gamertag || '!'",
                        Integer.toString(player),
                        "Player " + player);
    }

    private void assertCopyIsDatabase() throws IOException {
        List<DatabaseCopy> copies = mirror().copies();
        assertThat(copies).hasSize(1);
        try (CopyContent content = copies.getFirst().open()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(database));
            assertThat(content.isWhole()).isTrue();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(".mirror"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void flipLastByte(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            bytes.seek(bytes.length() - 1);
            bytes.write(last ^ 1);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Files.copy(entry, to.resolve(from.relativize(entry).toString()));
            }
        }
    }
}
