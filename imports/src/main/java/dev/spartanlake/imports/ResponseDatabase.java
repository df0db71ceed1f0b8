package dev.spartanlake.imports;

import dev.spartanlake.Warehouse;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import dev.spartanlake.match.Xuid;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A database in which the services' responses lie as they came, in tables with a column
/// `ResponseBody`: that of OpenSpartan Workshop, and those of tools that write what it reads.
final class ResponseDatabase {

    private final ForeignDatabase database;
    private final String name;
    private final Warehouse warehouse;
    private final ImportOptions options;
    private final Tally tally;
    private final Set<String> unreadable = new HashSet<>();

    /// @param name what it is called in reports
    ResponseDatabase(ForeignDatabase database, String name, Warehouse warehouse, ImportOptions options, Tally tally) {
        this.database = database;
        this.name = name;
        this.warehouse = warehouse;
        this.options = options;
        this.tally = tally;
    }

    /// Opens a file.
    static ForeignDatabase open(Path file, ImportOptions options) {
        return ForeignDatabase.open(
                file,
                options.patience(),
                Math.toIntExact(Warehouse.sourceLimits().documentBytes()));
    }

    /// Whether a database is one.
    static boolean isOne(ForeignDatabase database) {
        return database.table(MatchTable.TABLE)
                .filter(table -> table.has(MatchTable.BODY))
                .isPresent();
    }

    /// Brings all of it in.
    ///
    /// @return the owner; null because nobody knows
    @Nullable
    Xuid run(ImportProgress progress) {
        if (!isOne(database)) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.of(database.file()),
                    "cannot import " + name + ": it has no table MatchStats with a column ResponseBody, so it is no"
                            + " database of OpenSpartan Workshop or LevelUp; nothing was imported");
        }
        SourceTable matches = table(MatchTable.TABLE).orElseThrow();
        Delivery delivery = new Delivery(warehouse, options, tally);
        Xuid owner = owner(matches);
        if (owner != null) {
            delivery.track(owner);
        }
        SkillRows skill = SkillRows.find(
                database,
                table(SkillRows.TABLE).filter(table -> table.has("MatchId")).orElse(null),
                name,
                delivery);
        boolean hasSkill = !skill.isEmpty();
        new MatchTable(database, matches, name, skill, delivery, tally).run(progress);
        if (!hasSkill && tally.documents() > 0) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.NO_SKILL));
        }
        Known known = new Known(warehouse, delivery, tally);
        TableScan scan = new TableScan(database, delivery);
        new NameTables(scan, this::table).run(known);
        new SnapshotTables(scan, this::table, name, tally).run(owner, known);
        leftOut();
        delivery.commit();
        return owner;
    }

    /// A table whose rows can be read; what cannot be is told of once.
    private Optional<SourceTable> table(String wanted) {
        Optional<SourceTable> found = database.table(wanted);
        if (found.isPresent() && !found.get().has(wanted.equals(NameTables.ALIASES) ? "Xuid" : MatchTable.BODY)) {
            if (unreadable.add(wanted)) {
                tally.remark(ImportRemark.of(ImportRemark.Kind.TABLE_UNREADABLE, wanted));
            }
            return Optional.empty();
        }
        return found;
    }

    private @Nullable Xuid owner(SourceTable matches) {
        Owner owner = new Owner();
        for (SourceRow row : database.page(matches, Long.MIN_VALUE, MatchTable.BODY)) {
            byte[] body = row.body();
            if (body != null) {
                owner.look(body);
            }
        }
        Xuid said = options.player();
        if (said == null) {
            said = Owner.ofFile(database.file()).or(this::noted).orElse(null);
        }
        return owner.find(said, tally);
    }

    /// LevelUp notes the player it asked for.
    private Optional<Xuid> noted() {
        return database.table("SyncMeta").filter(table -> table.has("Key", "Value")).stream()
                .flatMap(table -> database.page(table, Long.MIN_VALUE, null, "Key", "Value").stream())
                .filter(row -> row.text(0).equals("player_xuid"))
                .flatMap(row -> Answers.xuid(row.text(1)).stream())
                .findFirst();
    }

    private void leftOut() {
        database.table("HighlightEvents")
                .filter(table -> table.has(MatchTable.BODY))
                .ifPresent(table -> {
                    long rows = database.rows(table);
                    if (rows > 0) {
                        tally.remark(ImportRemark.of(ImportRemark.Kind.EVENTS_LEFT_OUT, rows));
                    }
                });
    }
}
