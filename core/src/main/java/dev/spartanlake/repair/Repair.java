package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.Mirror;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mends a damaged warehouse. Files of documents come back from their second copies; where both are damaged,
/// document by document from what can still be read. Every other row is derived from documents again. Damaged
/// files are put aside before others take their place, and what is whole is not touched.
public final class Repair {

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final WarehouseWriter writer;
    private static final Pattern PLAYER = Pattern.compile("/player=([1-9][0-9]{0,17})/");

    private final Catalog catalog;
    private final Mirror mirror;
    private final PutAside aside;
    private final List<String> restored = new ArrayList<>();
    private final List<RepairReport.LostMatch> lost = new ArrayList<>();
    private final Map<Partition, List<MatchRows>> salvaged = new LinkedHashMap<>();
    private final Map<String, MatchRows> found = new LinkedHashMap<>();

    /// Prepares to mend.
    ///
    /// @param writer the writer of the warehouse
    /// @param aside where damaged files are put
    public Repair(WarehouseDirectory directory, FileStore files, WarehouseWriter writer, PutAside aside) {
        this.directory = directory;
        this.files = files;
        this.writer = writer;
        this.aside = aside;
        catalog = writer.catalog();
        mirror = new Mirror(directory, files);
    }

    /// Mends.
    ///
    /// @param commit a commit to which nothing was added yet
    /// @param findings what a deep verification found while nobody else could write
    /// @param command what it is done for, as it stands in the history
    public RepairReport run(PendingCommit commit, Collection<Finding> findings, String command, Instant now) {
        Damage damage = Damage.of(directory, findings, catalog.players().tracked());
        commit.onlyMend();
        trackAgain(commit, damage);
        damage.files().stream().filter(Mirror::holds).sorted().forEach(this::restoreOrSalvage);
        damage.rows().stream().filter(Mirror::holds).sorted().forEach(this::salvage);
        damage.unlisted().stream().sorted().forEach(this::harvest);
        int copies = copyAgain(damage.secondCopies());
        rederive(commit, damage);
        commit.stageAgain(List.copyOf(found.values()));
        if (!lost.isEmpty()) {
            commit.also(changed -> changed.ledger()
                    .markLost(lost.stream().map(RepairReport.LostMatch::matchId).toList()));
        }
        CommitOutcome outcome = commit.commit(command, now);
        // Not before: what the commit takes in from them is nowhere else until then.
        damage.unlisted().stream().filter(file -> !isListed(file)).sorted().forEach(files::delete);
        return new RepairReport(
                restored,
                copies,
                outcome.partitionsWritten(),
                found.size(),
                lost,
                List.of(),
                aside.place().orElse(null));
    }

    /// Whose careers were kept is known from the tree where the metadata database was lost with its copy.
    private void trackAgain(PendingCommit commit, Damage damage) {
        if (catalog.ledger().count() == 0) {
            commit.track(damage.unlisted().stream()
                    .map(directory::relative)
                    .filter(file -> file.startsWith(Tables.MATCH_FACTS.name() + "/"))
                    .flatMap(Repair::player)
                    .collect(Collectors.toSet()));
        }
    }

    /// The player in whose directory a file is; none where it is in no such directory.
    private static Stream<Xuid> player(String file) {
        Matcher player = PLAYER.matcher(file);
        return player.find() ? Stream.of(Xuid.parse(player.group(1))) : Stream.empty();
    }

    /// A second copy that is what was committed takes the place of the damaged file.
    private void restoreOrSalvage(Partition partition) {
        Path place = directory.resolve(partition.file());
        Path copy = mirror.file(partition);
        boolean isGood = catalog.dataFiles()
                .find(partition)
                .map(DataFile::fingerprint)
                .filter(committed ->
                        files.exists(copy) && files.fingerprint(copy).equals(committed))
                .isPresent();
        if (isGood) {
            aside.keep(place);
            mirror.restore(copy, place);
            restored.add(partition.file());
        } else {
            salvage(partition);
        }
    }

    /// Reads what can be read, and compares it with the ledger.
    private void salvage(Partition partition) {
        Path place = directory.resolve(partition.file());
        Map<String, MatchRows> whole = new LinkedHashMap<>();
        Map<String, Ledger.Entry> ledger = entries(partition.month()).stream()
                .collect(Collectors.toMap(Ledger.Entry::matchId, Function.identity()));
        for (Path source : List.of(place, mirror.file(partition))) {
            if (files.exists(source)) {
                new DocumentSalvage(writer.engine())
                        .documents(source)
                        .forEach(match -> whole.merge(id(match), match, (one, other) -> better(one, other, ledger)));
            }
        }
        aside.keep(place);
        aside.keep(mirror.file(partition));
        List<MatchRows> kept = new ArrayList<>();
        for (Ledger.Entry entry : ledger.values()) {
            MatchRows match = whole.get(entry.matchId());
            if (match != null && match.document().content().sha256().equals(entry.contentSha256())) {
                kept.add(match);
                whole.remove(entry.matchId());
            } else if (match == null && entry.contentSha256() != null) {
                lost.add(new RepairReport.LostMatch(
                        entry.matchId(),
                        "its document can be read neither in " + partition.file() + " nor in the second copy"));
            }
        }
        salvaged.put(partition, kept);
        whole.values().forEach(match -> found.putIfAbsent(id(match), match));
    }

    /// Of two contents of a match the one the ledger names.
    private static MatchRows better(MatchRows one, MatchRows other, Map<String, Ledger.Entry> ledger) {
        Ledger.Entry entry = ledger.get(id(one));
        return entry != null && other.document().content().sha256().equals(entry.contentSha256()) ? other : one;
    }

    private List<Ledger.Entry> entries(YearMonth month) {
        return catalog.ledger().all().stream()
                .filter(entry -> Partition.monthOf(entry.startTime()).equals(month))
                .toList();
    }

    /// A file the catalog does not know. Documents in it that are not known either are taken in.
    private void harvest(Path file) {
        if (isOfDocuments(file)) {
            List<MatchRows> whole = new DocumentSalvage(writer.engine()).documents(file);
            Map<String, Ledger.Entry> known =
                    catalog.ledger().find(whole.stream().map(Repair::id).collect(Collectors.toSet()));
            whole.stream()
                    .filter(match -> !known.containsKey(id(match)))
                    .forEach(match -> found.putIfAbsent(id(match), match));
        }
        aside.keep(file);
    }

    private boolean isOfDocuments(Path file) {
        return path(file).startsWith(Tables.MATCH_DOCUMENTS.name() + "/")
                && file.getFileName().toString().equals(Partition.FILE_NAME);
    }

    /// Whether a file of the catalog belongs, or will be put, where this one is.
    private boolean isListed(Path file) {
        return catalog.dataFiles().at(path(file)).isPresent();
    }

    /// Where a file is in the tree, or in the second copy of it.
    private String path(Path file) {
        Path tree = file.startsWith(directory.secondCopy()) ? directory.secondCopy() : directory.root();
        return new WarehouseDirectory(tree).relative(file);
    }

    private int copyAgain(Collection<Partition> partitions) {
        int copies = 0;
        for (Partition partition : new TreeSet<>(partitions)) {
            if (!salvaged.containsKey(partition)) {
                aside.keep(mirror.file(partition));
                catalog.dataFiles().find(partition).ifPresent(mirror::put);
                copies++;
            }
        }
        return copies;
    }

    private void rederive(PendingCommit commit, Damage damage) {
        Set<Partition> partitions = new HashSet<>(salvaged.keySet());
        damage.files().stream().filter(partition -> !Mirror.holds(partition)).forEach(partitions::add);
        damage.rows().stream().filter(partition -> !Mirror.holds(partition)).forEach(partitions::add);
        damage.careers().stream()
                .flatMap(player -> catalog.dataFiles().of(Tables.MATCH_FACTS.name(), player).stream())
                .map(DataFile::partition)
                .forEach(partitions::add);
        if (partitions.isEmpty()) {
            return;
        }
        partitions.stream()
                .filter(damage.files()::contains)
                .map(partition -> directory.resolve(partition.file()))
                .forEach(aside::keep);
        Map<YearMonth, List<MatchRows>> whole = new HashMap<>();
        salvaged.forEach((partition, matches) -> whole.put(partition.month(), matches));
        commit.rederive(
                partitions.stream().map(Partition::month).collect(Collectors.toSet()), partitions::contains, month -> {
                    List<MatchRows> matches = whole.get(month);
                    return matches == null ? commit.storedDocuments().ofMonth(month) : matches;
                });
    }

    private static String id(MatchRows match) {
        return match.document().document().matchId();
    }
}
