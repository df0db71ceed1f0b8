package dev.spartanlake;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.backup.Backup;
import dev.spartanlake.backup.CopyReport;
import dev.spartanlake.backup.MergeReport;
import dev.spartanlake.backup.Restore;
import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.backup.RestoreReport;
import dev.spartanlake.backup.WarehouseMerge;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Absences;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.erasure.Erasure;
import dev.spartanlake.erasure.ErasureReport;
import dev.spartanlake.export.Existing;
import dev.spartanlake.export.TargetFile;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.RowSink;
import dev.spartanlake.reference.Language;
import dev.spartanlake.reference.ReferenceData;
import dev.spartanlake.repair.Rebuild;
import dev.spartanlake.repair.Recomputation;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.source.SourceLimits;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Verification;
import dev.spartanlake.verify.VerifyProgress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A Halo Infinite player's match history on their own disk: SQLite for what is small and changing, Parquet
/// for the facts.
///
/// The one entry point of the library. Writing methods take the writer lock for as long as they run and make
/// the warehouse where there is none; reading methods take no lock, unless the warehouse has an older format,
/// which they bring to the present one first.
///
/// **Threads**: one instance serves any number of threads; writers of one warehouse take turns or are refused,
/// see [WarehouseConfig#lockPatience]. **Lifecycle**: close it after the last question. **Errors**: all
/// methods throw [dev.spartanlake.error.WarehouseException].
public final class Warehouse implements AutoCloseable {

    private final WarehouseDirectory directory;
    private final WarehouseConfig config;
    private final FileStore files;
    private final Writers writers;
    private final Reading reading;
    private final Arrivals arrivals;
    private final Mending mending;

    private Warehouse(WarehouseDirectory directory, WarehouseConfig config, FileStore files) {
        this.directory = directory;
        this.config = config;
        this.files = files;
        writers = new Writers(directory, config, files);
        reading = new Reading(directory, config, files, writers);
        arrivals = new Arrivals(directory, config, files, writers, reading);
        mending = new Mending(directory, config, files, writers);
    }

    /// The warehouse in a directory, which need not exist yet. Nothing is opened.
    public static Warehouse at(Path directory, WarehouseConfig config) {
        return at(directory, config, new LocalFileStore());
    }

    /// The warehouse in a directory of another disk than the local one, such as one that fails.
    static Warehouse at(Path directory, WarehouseConfig config, FileStore files) {
        return new Warehouse(new WarehouseDirectory(directory), config, files);
    }

    /// The directory of the warehouse.
    public Path directory() {
        return directory.root();
    }

    /// How much of an input is believed: every document that is longer is refused, wherever it comes from.
    public static SourceLimits sourceLimits() {
        return Arrivals.LIMITS;
    }

    /// The directory of refused documents, each beside its reason. It is not there before one was refused.
    public Path quarantine() {
        return directory.quarantine();
    }

    /// Whether there is a warehouse in the directory.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with [ErrorCode#DAMAGED] when there is all of one but its
    ///     metadata database
    public boolean exists() {
        return reading.exists();
    }

    /// Brings match documents in.
    public IngestReport ingest(IngestRequest request, IngestProgress progress) {
        return arrivals.ingest(request, progress);
    }

    /// Takes in what was obtained from a server or another tool, in one commit.
    public IntakeReport take(Obtained obtained) {
        return arrivals.take(obtained);
    }

    /// What [#take] would report, with nothing changed and nothing kept of what is refused; no warehouse is made where
    /// there is none.
    public IntakeReport foresee(Obtained obtained) {
        return arrivals.foresee(obtained);
    }

    /// What there is of matches, players and assets, and what is lacking.
    public Coverage coverage() {
        return new Coverage(reading);
    }

    /// Forgets what was asked for and did not exist, so that it is asked for once more.
    ///
    /// @param kinds what of it
    public void forgetAbsences(Set<Absences.What> kinds) {
        requireExisting();
        change(catalog -> catalog.absences().forget(kinds));
    }

    /// Imports reference files. Entries that are no good are reported; the others go in.
    public ReferenceReport importReference(ReferenceFiles files) {
        List<ReferenceData> read = ReferenceImport.read(files);
        change(catalog -> read.forEach(catalog.reference()::merge));
        return ReferenceImport.report(read);
    }

    /// Makes another directory a backup of this warehouse, or brings the backup there up to date. A backup is a
    /// warehouse. Others may write to this one meanwhile; the backup is one state of it.
    ///
    /// @param target a directory that is not there, is empty, or holds a backup of this warehouse
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#BACKUP_REFUSED] when the directory is another; with
    ///     [dev.spartanlake.error.ErrorCode#DAMAGED] when this warehouse is damaged, so that the backup stays
    ///     what it was
    public CopyReport backupTo(Path target) {
        requireExisting();
        reading.upgradeIfOld();
        return new Backup(directory, new WarehouseDirectory(target), writers.terms(writers::openPlain)).run();
    }

    /// Makes this warehouse what a backup is, or adds what a backup holds. The backup may be any warehouse.
    /// Nothing is changed in it.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with [dev.spartanlake.error.ErrorCode#DAMAGED] when the
    ///     backup is damaged; with [dev.spartanlake.error.ErrorCode#BACKUP_REFUSED] when this warehouse holds
    ///     something and must not
    public RestoreReport restoreFrom(Path source, RestoreMode mode) {
        Restore restore = new Restore(new WarehouseDirectory(source), directory, writers.terms(writers::openPlain));
        if (mode == RestoreMode.INTO_EMPTY) {
            restore.refuseFilled();
        }
        restore.refuseDamaged();
        return switch (mode) {
            case INTO_EMPTY, REPLACE -> restore.run(mode);
            case MERGE -> mergeFrom(source);
        };
    }

    /// Adds what another warehouse holds: its matches, tracked players, names, friends and refused documents.
    /// Of two contents of one match the one that was obtained later stands. Nothing is changed in the other
    /// one.
    public MergeReport mergeFrom(Path other) {
        return new WarehouseMerge(
                        new WarehouseDirectory(other),
                        directory,
                        writers.terms(place -> writers.open()),
                        writers::begin)
                .run();
    }

    /// Keeps the careers of players from now on, with the matches that are stored already.
    public void track(Collection<Xuid> players) {
        try (WarehouseWriter writer = writers.open()) {
            PendingCommit commit = writers.begin(writer);
            commit.track(players);
            commit.commit(config.command(), config.clock().instant());
        }
    }

    /// Gives the careers of players up: facts, medals, sessions. Matches and documents stay, so that tracking a
    /// player again brings everything back.
    public void untrack(Collection<Xuid> players) {
        requireExisting();
        try (WarehouseWriter writer = writers.open()) {
            PendingCommit commit = writers.begin(writer);
            players.forEach(commit::drop);
            commit.also(catalog -> catalog.players().untrack(players));
            commit.commit(config.command(), config.clock().instant());
        }
    }

    /// Derives every row of every table from the stored documents again.
    public Rebuild.Report rebuild() {
        requireExisting();
        try (WarehouseWriter writer = writers.open()) {
            return new Rebuild()
                    .run(
                            writer.catalog(),
                            writers.begin(writer),
                            config.command(),
                            config.clock().instant());
        }
    }

    /// Makes sessions and scores of all tracked players anew by the [WarehouseConfig#careerRules], in one commit.
    /// Nothing happens where they are so already. A warehouse with matches keeps its rules in all other methods
    /// that write.
    public Recomputation.Report recompute() {
        requireExisting();
        try (WarehouseWriter writer = writers.open()) {
            return recomputation(writer).run(config.command(), config.clock().instant());
        }
    }

    /// Finds out what [#recompute] would change. No other writer may be at work meanwhile.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with [dev.spartanlake.error.ErrorCode#FORMAT_OLD] when the
    ///     warehouse has to be upgraded first, which a preview does not do
    public Recomputation.Report previewRecompute() {
        Catalog.openForReading(directory.root()).close();
        try (WarehouseWriter writer = writers.open()) {
            return recomputation(writer).preview();
        }
    }

    private Recomputation recomputation(WarehouseWriter writer) {
        return new Recomputation(writer.catalog(), writers.begin(writer, config.careerRules()), config.careerRules());
    }

    /// The rules that sessions and scores of the warehouse are made by; empty while it has no matches.
    public Optional<CareerRules> careerRules() {
        if (!exists()) {
            return Optional.empty();
        }
        try (Catalog catalog = Catalog.openOlderForReading(directory.root())) {
            return catalog.careerRules();
        }
    }

    /// Mends what is damaged, as far as documents, second copies and whole files allow, and puts the damaged
    /// files aside. What an interrupted command has left to do is done. A sound warehouse is not touched
    /// otherwise, and one of an older format is refused as [#verify(Depth)] does, unless its metadata are damaged:
    /// then it is upgraded, too.
    public RepairReport repair() {
        return repair(VerifyProgress.NONE);
    }

    /// The same, and tells how far each look at the warehouse has come: there are several, before and after.
    public RepairReport repair(VerifyProgress progress) {
        return mending.repair(progress);
    }

    /// What [#repair] would do about damage. Changes nothing.
    ///
    /// @param damage what [#verify(Depth)] found in depth
    public RepairPlan planRepair(List<Finding> damage) {
        return mending.plan(damage);
    }

    /// Takes everything about a player out of the warehouse. Copies elsewhere, such as backups, are not
    /// touched, and documents that are ingested afterwards bring the player's entries again.
    public ErasureReport forget(Xuid player) {
        requireExisting();
        try (WarehouseWriter writer = writers.open()) {
            List<Quarantine.Kept> quarantined = new Quarantine(directory.quarantine(), files).kept();
            return new Erasure(directory, files, player)
                    .run(
                            writer,
                            writers.begin(writer),
                            quarantined,
                            config.command(),
                            config.clock().instant());
        }
    }

    /// Names a player.
    public void namePlayer(Xuid xuid, String gamertag) {
        change(catalog -> catalog.players().name(xuid, gamertag));
    }

    /// Names maps, playlists and modes by their identifiers; what is not given stays as it is.
    public void nameAssets(Collection<Assets.NamedAsset> assets) {
        change(catalog -> catalog.assets().name(assets));
    }

    /// Adds a friend of a player, or adds to what is known about one.
    public void befriend(Xuid owner, Players.Friend friend) {
        change(catalog -> catalog.players().befriend(owner, friend));
    }

    /// Removes a friend of a player.
    ///
    /// @return whether there was such a friend
    public boolean unfriend(Xuid owner, Xuid friend) {
        requireExisting();
        boolean[] removed = new boolean[1];
        change(catalog -> removed[0] = catalog.players().unfriend(owner, friend));
        return removed[0];
    }

    /// All players that are tracked or named, by identifier.
    public List<Players.Player> players() {
        return reading.ofCatalog(catalog -> catalog.players().all());
    }

    /// The friends of a player, by identifier.
    public List<Players.Friend> friends(Xuid owner) {
        return reading.ofCatalog(catalog -> catalog.players().friends(owner));
    }

    /// The warehouse at a glance.
    public WarehouseStatus status() {
        return reading.status();
    }

    /// Compares everything with what it should be. Changes nothing, takes no lock, and may run while a writer
    /// is at work.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when there is no warehouse, or one of another format;
    ///     whatever is damaged is a finding
    public Verification verify(Depth depth) {
        return mending.verify(depth, VerifyProgress.NONE);
    }

    /// Compares everything with what it should be, as [#verify(Depth)] does.
    ///
    /// @param progress is told how far it has come
    public Verification verify(Depth depth, VerifyProgress progress) {
        return mending.verify(depth, progress);
    }

    /// Asks a question in SQL; `docs/reference/sql.md` lists the names it may use.
    ///
    /// A question sees one commit, whole, however busy a writer is. It is cancelled, with `STOPPED`, by
    /// [WarehouseConfig#stop] and by interrupting the calling thread.
    ///
    /// @param parameters values of the statement's `?` in their order: `String`, `Long`, `Integer`, `Double`,
    ///     `Boolean`, `Instant`, `LocalDate` or null
    /// @param language the language of the names in `matches`
    public QueryResult query(String sql, List<@Nullable Object> parameters, Language language, Limits limits) {
        return reading.query(new Query(sql, parameters), language, limits);
    }

    /// Hands the rows of an answer over as they come, however many they are: [Limits#rows] does not count.
    /// The rows are those of one commit; when the warehouse changes meanwhile, the sink is given them all
    /// over again.
    ///
    /// @param language the language of the names in `matches`
    /// @throws dev.spartanlake.error.WarehouseException as [#query] does, and what the sink throws
    public void stream(Query query, Language language, Limits limits, RowSink sink) {
        reading.stream(query, language, limits, sink);
    }

    /// Hands all rows of a table or view over, as [#stream] does, but without ever holding more than a few of
    /// them.
    ///
    /// @param name such as `match_facts` or `meta.players`
    public void streamTable(String name, Language language, Limits limits, RowSink sink) {
        reading.streamTable(name, language, limits, sink);
    }

    /// A file of a user's outside the warehouse, to export something to.
    public TargetFile target(Path file, Existing existing) {
        return new TargetFile(file, existing, directory.root(), files);
    }

    /// Makes a DuckDB database that shows this warehouse to any DuckDB: views of the Parquet files of the
    /// present commit, `matches` among them, and a copy of the metadata in the schema `meta`. It is a
    /// snapshot, which later changes of the warehouse make stale, and it needs the warehouse to stay where it
    /// is.
    ///
    /// @param language the language of the names in `matches`
    public void exportDuckDb(Path file, Existing existing, Language language) {
        reading.exportDuckDb(target(file, existing), language);
    }

    /// A match's document as it was obtained, without white space between its tokens; empty because the match is
    /// not stored, or its document is lost.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#DAMAGED] when the file that holds it is damaged
    public Optional<String> document(MatchId match) {
        return reading.document(match);
    }

    /// The ready-made answers, within the standard limits on time and memory.
    ///
    /// @param viewpoint the language of names, and the time zone of hours, days and months
    public Analytics analytics(Viewpoint viewpoint) {
        return analytics(viewpoint, Limits.standard());
    }

    /// The ready-made answers.
    ///
    /// @param viewpoint the language of names, and the time zone of hours, days and months
    /// @param limits what each statement of an answer may cost. Its rows do not count: questions say themselves how
    ///     many they want
    public Analytics analytics(Viewpoint viewpoint, Limits limits) {
        return reading.analytics(viewpoint, limits);
    }

    /// Brings a warehouse of an older format version to the present one, after keeping it as it was in
    /// `backups`. Every other method but verify and repair does that by itself where it is needed.
    ///
    /// @return the version it had before
    public long upgrade() {
        long before = requireExisting();
        if (before == 0) {
            // A database of somebody else, or one whose making was cut short: whoever reads it says so.
            Catalog.openForReading(directory.root()).close();
        } else if (before < Catalog.FORMAT_VERSION) {
            writers.openOlder(config.lockPatience()).close();
        }
        return before;
    }

    /// The format version of the warehouses this library writes.
    public static long formatVersion() {
        return Catalog.FORMAT_VERSION;
    }

    /// Releases what questions and writers hold in memory.
    @Override
    public void close() {
        try {
            reading.close();
        } finally {
            writers.close();
        }
    }

    /// Changes of what has to be there do not make a warehouse where there is none.
    ///
    /// @return the format version of the warehouse
    private long requireExisting() {
        return Catalog.formatVersionIn(directory.root());
    }

    private void change(Consumer<Catalog> change) {
        try (WarehouseWriter writer = writers.open()) {
            writer.change(config.command(), config.clock().instant(), change);
        }
    }
}
