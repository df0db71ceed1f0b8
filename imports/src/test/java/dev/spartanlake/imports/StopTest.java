package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Warehouse;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every reading of a source that may take long ends when somebody asks for it.
class StopTest {

    private static final int PLAYERS = 3000;

    @TempDir
    private Path directory;

    private Target target;
    private Path file;

    @BeforeEach
    void make() throws SQLException {
        target = new Target(directory.resolve("warehouse"));
        file = directory.resolve(Target.OWNER + ".db");
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            for (GeneratedDocument document : Target.documents()) {
                workshop.match(document);
            }
            workshop.execute("CREATE TABLE XuidAliases (Xuid TEXT PRIMARY KEY, Gamertag TEXT NOT NULL)")
                    .execute("CREATE TABLE players (xuid TEXT, gamertag TEXT)")
                    .execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + PLAYERS
                            + ") INSERT INTO players SELECT 2533270000000000 + i, 'Demo' || i FROM n");
        }
    }

    @Test
    void aTableIsReadNoFurtherThanThePageInWhichSomebodyAsks() {
        List<Long> seen = new ArrayList<>();

        reading(
                () -> !seen.isEmpty(),
                (scan, _) -> assertStops(() -> scan.forEach(
                        scan.database().table("players").orElseThrow(), row -> seen.add(row.rowId()), null, "xuid")));

        assertThat(seen).hasSizeBetween(1, PLAYERS / 2).isSorted();
    }

    @Test
    void namesAndSnapshotsOfADatabaseAreNotReadToTheEnd() {
        target.workshop(file);

        reading(() -> true, (scan, known) -> {
            assertStops(() -> new NameTables(scan, scan.database()::table).run(known));
            assertStops(
                    () -> new SnapshotTables(scan, scan.database()::table, "workshop", new Tally()).run(null, known));
            assertStops(() -> new LevelUpNames(scan).run(known));
        });
    }

    @Test
    void filesOfFiguresAreNotReadToTheEnd() {
        // It would be told of that there is no such file.
        List<Path> files = List.of(directory.resolve("match_facts/data.parquet"));

        reading(() -> true, (scan, _) -> assertStops(() -> LevelUpFacts.matches(files, scan.delivery())));
    }

    private void reading(StopSignal stop, BiConsumer<TableScan, Known> read) {
        ImportOptions options = ImportOptions.standard().withStop(stop);
        Tally tally = new Tally();
        try (Warehouse warehouse = target.open();
                ForeignDatabase database = ResponseDatabase.open(file, options)) {
            Delivery delivery = new Delivery(warehouse, options, tally);
            read.accept(new TableScan(database, delivery), new Known(warehouse, delivery, tally));
        }
    }

    private static void assertStops(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STOPPED))
                .hasMessageStartingWith("stopped: ");
    }
}
