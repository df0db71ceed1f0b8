package dev.spartanlake.catalog;

import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The catalog of another warehouse beside this one, on one connection: what this one takes over from it
/// becomes visible with everything else of a transaction.
///
/// **Lifecycle**: whoever attaches it closes it, which ends the attachment and not this catalog.
public final class AttachedCatalog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AttachedCatalog.class.getName());

    private static final String NAME = "other";

    private final Database database;

    AttachedCatalog(Database database, Path copy) {
        this.database = database;
        database.attach(copy, NAME);
    }

    /// What the other says otherwise of matches.
    public CatalogDifferences differences() {
        return new CatalogDifferences(database, NAME);
    }

    /// Makes every row of this catalog one of the other's, and forgets all others. Renames that the other still
    /// has to do are not taken over, nor is that it is a backup. Within the caller's transaction.
    public void replaceAll() {
        // Rows refer to each other; that all do is looked at when the transaction ends.
        database.script("PRAGMA defer_foreign_keys = ON");
        database.query("""
                        SELECT name, wr FROM pragma_table_list
                        WHERE schema = '%s' AND type = 'table' AND name NOT LIKE 'sqlite@_%%' ESCAPE '@'
                        """.formatted(NAME), row -> new OtherTable(row.getString(1), row.getInt(2) == 0))
                .forEach(this::replace);
        database.update("DELETE FROM commit_files");
        database.update("UPDATE commits SET applied = 1 WHERE applied = 0");
        new Settings(database).unmarkBackup();
    }

    private void replace(OtherTable table) {
        String columns = columns(database, NAME, table.name()).stream()
                .map(KeyedColumn::name)
                .collect(Collectors.joining(", "));
        database.update("DELETE FROM main." + table.name());
        database.update("INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM %3$s.%1$s %4$s"
                .formatted(table.name(), columns, NAME, table.hasRowNumbers() ? "ORDER BY rowid" : ""));
    }

    /// Adds what the other knows beside matches and is not known here: names, friends, what is
    /// absent, what the API said at several moments, replaced contents. It changes nothing that is
    /// known; only of how syncs of a player ended the later one counts, of absences the earlier.
    /// Within the caller's transaction.
    public void fillGaps() {
        new GapFilling(database, NAME).fill();
    }

    /// Contents that the latest commit took in from the other were obtained when the other obtained them. Within
    /// the caller's transaction.
    public void adoptObtained() {
        new GapFilling(database, NAME).adoptObtained();
    }

    /// Whether [#fillGaps] would change anything. Not within a transaction.
    public boolean hasGapsToFill() {
        return database.rehearse(this::fillGaps) > 0;
    }

    /// The columns of a table of an attached catalog.
    static List<KeyedColumn> columns(Database database, String catalog, String table) {
        return database.query(
                "SELECT name, pk FROM pragma_table_info(?, ?)",
                row -> new KeyedColumn(row.getString(1), row.getInt(2) > 0),
                table,
                catalog);
    }

    @Override
    public void close() {
        try {
            database.detach(NAME);
        } catch (WarehouseException inUse) {
            // Nothing depends on it: what happened has happened, and the connection is closed soon.
            LOG.log(System.Logger.Level.DEBUG, "another catalog stays attached: " + inUse.getMessage());
        }
    }

    /// A column.
    ///
    /// @param isKey whether it is part of the table's key
    record KeyedColumn(String name, boolean isKey) {}

    private record OtherTable(String name, boolean hasRowNumbers) {}
}
