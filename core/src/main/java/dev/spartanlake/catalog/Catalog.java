package dev.spartanlake.catalog;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The metadata database of one warehouse, opened once to read or to write.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it.
public final class Catalog implements AutoCloseable {

    /// The database's file in the warehouse's directory.
    public static final String FILE_NAME = "metadata.db";

    private static final int FORMAT_VERSION = 1;

    private final Database database;

    private Catalog(Database database) {
        this.database = database;
    }

    /// Whether a directory holds a warehouse.
    public static boolean existsIn(Path warehouse) {
        return Files.isRegularFile(warehouse.resolve(FILE_NAME));
    }

    /// Opens the catalog for writing, making it where there is none. Only for the holder of the writer lock.
    ///
    /// @throws WarehouseException with [ErrorCode#FORMAT_TOO_NEW] when a newer version wrote it
    public static Catalog openForWriting(Path warehouse) {
        Catalog catalog = new Catalog(Database.openForWriting(warehouse.resolve(FILE_NAME)));
        return catalog.checked(warehouse, true);
    }

    /// Opens an existing catalog for reading.
    ///
    /// @throws WarehouseException with [ErrorCode#NOT_A_WAREHOUSE] when there is none, with
    ///     [ErrorCode#FORMAT_TOO_NEW] when a newer version wrote it
    public static Catalog openForReading(Path warehouse) {
        if (!existsIn(warehouse)) {
            throw new WarehouseException(
                    ErrorCode.NOT_A_WAREHOUSE,
                    Location.of(warehouse),
                    "there is no warehouse in " + warehouse
                            + "; name another directory with --warehouse, or make one with: spartanlake ingest PATH --player XUID");
        }
        return new Catalog(Database.openForReading(warehouse.resolve(FILE_NAME))).checked(warehouse, false);
    }

    private Catalog checked(Path warehouse, boolean create) {
        try {
            long version = database.number("PRAGMA user_version");
            if (version > FORMAT_VERSION) {
                throw new WarehouseException(
                        ErrorCode.FORMAT_TOO_NEW,
                        Location.of(warehouse),
                        "the warehouse " + warehouse + " has format version " + version
                                + ", and this SpartanLake knows versions up to " + FORMAT_VERSION
                                + "; use a newer SpartanLake");
            }
            if (version == 0) {
                createSchema(warehouse, create);
            }
            return this;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    private void createSchema(Path warehouse, boolean create) {
        if (!create || database.number("SELECT count(*) FROM sqlite_schema") > 0) {
            throw new WarehouseException(
                    ErrorCode.NOT_A_WAREHOUSE,
                    Location.of(warehouse),
                    warehouse.resolve(FILE_NAME)
                            + " is not a SpartanLake database; name another directory with --warehouse");
        }
        database.inTransaction(() -> {
            database.script(schema());
            database.script("PRAGMA user_version = " + FORMAT_VERSION);
        });
    }

    private static String schema() {
        try (InputStream script = Catalog.class.getResourceAsStream("V" + FORMAT_VERSION + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("the library lacks its own schema");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the library cannot read its own schema", unreadable);
        }
    }

    /// The connection, for transactions that span several tables and for reading tables as they are.
    public Database database() {
        return database;
    }

    /// The history of changes.
    public Commits commits() {
        return new Commits(database);
    }

    /// The list of files that are the truth.
    public DataFiles dataFiles() {
        return new DataFiles(database);
    }

    /// Which content of which match is stored.
    public Ledger ledger() {
        return new Ledger(database);
    }

    /// The players and their friends.
    public Players players() {
        return new Players(database);
    }

    /// Maps, playlists and modes by identifier.
    public Assets assets() {
        return new Assets(database);
    }

    /// Names of medals, playlists, modes and categories.
    public ReferenceTables reference() {
        return new ReferenceTables(database);
    }

    /// The play sessions.
    public SessionTable sessions() {
        return new SessionTable(database);
    }

    /// How far each player's history has been brought in.
    public SyncStates syncStates() {
        return new SyncStates(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
