package dev.spartanlake.catalog;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The metadata database of one warehouse, opened once to read or to write.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it.
public final class Catalog implements AutoCloseable {

    /// The database's file in the warehouse's directory.
    public static final String FILE_NAME = "metadata.db";

    /// The format version of the warehouses this library writes.
    public static final int FORMAT_VERSION = 4;

    private final Database database;

    private Catalog(Database database) {
        this.database = database;
    }

    /// Whether a directory holds a warehouse.
    public static boolean existsIn(Path warehouse) {
        return Files.isRegularFile(warehouse.resolve(FILE_NAME));
    }

    /// The format version of the warehouse in a directory; 0 where a database is not SpartanLake's, which
    /// opening it refuses.
    ///
    /// @throws WarehouseException with [ErrorCode#NOT_A_WAREHOUSE] when there is none, with [ErrorCode#DAMAGED]
    ///     when there is all of one but its database
    public static long formatVersionIn(Path warehouse) {
        requireIn(warehouse);
        return formatVersionOf(warehouse.resolve(FILE_NAME));
    }

    private static long formatVersionOf(Path file) {
        try (Catalog catalog = new Catalog(Database.openForReading(file))) {
            return catalog.formatVersion();
        }
    }

    /// Opens the catalog for writing, making it where there is none. Only for the holder of the writer lock,
    /// who sees to [#upgrade] when the [#formatVersion] is an older one.
    ///
    /// @throws WarehouseException with [ErrorCode#FORMAT_TOO_NEW] when a newer version wrote it
    public static Catalog openForWriting(Path warehouse) {
        return new Catalog(Database.openForWriting(warehouse.resolve(FILE_NAME)))
                .checked(catalog -> catalog.createWhereMissing(warehouse));
    }

    /// Opens an existing catalog for reading.
    ///
    /// @throws WarehouseException with [ErrorCode#NOT_A_WAREHOUSE] when there is none, with [ErrorCode#DAMAGED]
    ///     when there is all of one but its database, with [ErrorCode#FORMAT_TOO_NEW] when a newer version wrote
    ///     it, with [ErrorCode#FORMAT_OLD] when it has to be upgraded first
    public static Catalog openForReading(Path warehouse) {
        requireIn(warehouse);
        return openFileForReading(warehouse.resolve(FILE_NAME));
    }

    /// Opens a database file by its own name, such as a copy, for reading.
    ///
    /// @throws WarehouseException as [#openForReading]
    public static Catalog openFileForReading(Path file) {
        return new Catalog(Database.openForReading(file)).checked(catalog -> catalog.refuseOtherFormats(file));
    }

    /// Opens an existing catalog of the present or an earlier format version, of which only the history of
    /// changes, the settings, [Ledger#find], [#texts] and the database as a whole may be read.
    ///
    /// @throws WarehouseException as [#openForReading], but for older formats
    public static Catalog openOlderForReading(Path warehouse) {
        requireIn(warehouse);
        Path file = warehouse.resolve(FILE_NAME);
        return new Catalog(Database.openForReading(file)).checked(catalog -> {
            catalog.refuseNewerFormat(file);
            catalog.refuseStrangers(file);
        });
    }

    /// Brings a copy of a database to the present format version.
    public static void upgradeCopy(Path file) {
        if (formatVersionOf(file) < FORMAT_VERSION) {
            try (Catalog copy = new Catalog(Database.openForWriting(file))) {
                copy.database.inTransaction(copy::upgrade);
            }
        }
    }

    private static void requireIn(Path warehouse) {
        Remains.refuseWithoutDatabase(new WarehouseDirectory(warehouse));
        if (!existsIn(warehouse)) {
            throw new WarehouseException(
                    ErrorCode.NOT_A_WAREHOUSE,
                    Location.of(warehouse),
                    "there is no warehouse in " + warehouse
                            + "; name another directory with --warehouse, or make one with: spartanlake sync; or from files, with: "
                            + "spartanlake ingest PATH --player XUID");
        }
    }

    /// Opens a copy of a database that nobody writes to, and leaves no trace beside it.
    ///
    /// @throws WarehouseException as [#openForReading]
    public static Catalog openCopy(Path file) {
        return new Catalog(Database.openUnchanging(file)).checked(catalog -> catalog.refuseOtherFormats(file));
    }

    /// Opens a copy as [#openCopy] does, also one of an earlier format version, with what [#openOlderForReading]
    /// allows to be read of it.
    ///
    /// @throws WarehouseException as [#openForReading], but for older formats
    public static Catalog openOlderCopy(Path file) {
        return new Catalog(Database.openUnchanging(file)).checked(catalog -> {
            catalog.refuseNewerFormat(file);
            catalog.refuseStrangers(file);
        });
    }

    private Catalog checked(Consumer<Catalog> check) {
        try {
            check.accept(this);
            return this;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    private void createWhereMissing(Path warehouse) {
        if (formatVersion() == 0) {
            if (database.number("SELECT count(*) FROM sqlite_schema") > 0) {
                throw notSpartanLake(warehouse.resolve(FILE_NAME));
            }
            database.inTransaction(this::upgrade);
        }
        refuseNewerFormat(warehouse);
    }

    private void refuseOtherFormats(Path file) {
        refuseNewerFormat(file);
        refuseStrangers(file);
        if (formatVersion() < FORMAT_VERSION) {
            throw new WarehouseException(
                    ErrorCode.FORMAT_OLD,
                    Location.of(file),
                    file + " has format version " + formatVersion() + ", and this SpartanLake reads version "
                            + FORMAT_VERSION + "; upgrade it with: spartanlake upgrade");
        }
    }

    private void refuseStrangers(Path file) {
        if (formatVersion() == 0) {
            throw notSpartanLake(file);
        }
    }

    private void refuseNewerFormat(Path place) {
        if (formatVersion() > FORMAT_VERSION) {
            throw new WarehouseException(
                    ErrorCode.FORMAT_TOO_NEW,
                    Location.of(place),
                    "the warehouse " + place + " has format version " + formatVersion()
                            + ", and this SpartanLake knows versions up to " + FORMAT_VERSION
                            + "; use a newer SpartanLake");
        }
    }

    private static WarehouseException notSpartanLake(Path file) {
        return new WarehouseException(
                ErrorCode.NOT_A_WAREHOUSE,
                Location.of(file),
                file + " is not a SpartanLake database; name another directory with --warehouse");
    }

    /// The format version of the warehouse; 0 for an empty database.
    public long formatVersion() {
        return database.number("PRAGMA user_version");
    }

    /// Brings the schema to the present format version, from any earlier one. Within the caller's transaction.
    public void upgrade() {
        for (long version = formatVersion() + 1; version <= FORMAT_VERSION; version++) {
            database.script(migration(version));
            database.script("PRAGMA user_version = " + version);
        }
    }

    private static String migration(long version) {
        try (InputStream script = Catalog.class.getResourceAsStream("V" + version + ".sql")) {
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

    /// Makes the rows of another catalog's database readable beside those of this one. Not within a
    /// transaction.
    ///
    /// @param copy a copy of the other database, of the present format version
    public AttachedCatalog attach(Path copy) {
        return new AttachedCatalog(database, copy);
    }

    /// The rules that sessions and scores were made by; empty while there are no matches, as nothing was made yet.
    public Optional<CareerRules> careerRules() {
        return ledger().count() == 0 ? Optional.empty() : settings().careerRules();
    }

    /// What the warehouse says about itself.
    public Settings settings() {
        return new Settings(database);
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
        return new Ledger(database, formatVersion() >= Ledger.PARTS_SINCE ? Ledger.Parts.LISTED : Ledger.Parts.UNKNOWN);
    }

    /// The players and their friends.
    public Players players() {
        return new Players(database);
    }

    /// Maps, playlists and modes by identifier.
    public Assets assets() {
        return new Assets(database);
    }

    /// What was asked for and does not exist.
    public Absences absences() {
        return new Absences(database);
    }

    /// What the API said of players at several moments.
    public Snapshots snapshots() {
        return new Snapshots(database);
    }

    /// Every text there is.
    public Texts texts() {
        return new Texts(database);
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
