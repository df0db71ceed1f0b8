package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.PartsByMatch;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mends a damaged warehouse. Files of documents, skill documents and highlight events come back
/// from their second copies; where both are damaged, document by document from what can still be
/// read. Every other row is derived from these again. Damaged files are put aside before others
/// take their place, and what is whole is not touched.
public final class Repair {

    private static final Pattern PLAYER = Pattern.compile("/player=([1-9][0-9]{0,18})/");

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Catalog catalog;
    private final Mirror mirror;
    private final PutAside aside;
    private final List<String> restored = new ArrayList<>();
    private final Salvage salvage;
    private final PartSalvage parts;

    /// Prepares to mend.
    ///
    /// @param writer the writer of the warehouse
    /// @param aside where damaged files are put
    public Repair(WarehouseDirectory directory, FileStore files, WarehouseWriter writer, PutAside aside) {
        this.directory = directory;
        this.files = files;
        this.aside = aside;
        catalog = writer.catalog();
        mirror = new Mirror(directory, files);
        DocumentSalvage reader = new DocumentSalvage(writer.engine());
        Map<String, Ledger.Entry> ledger =
                catalog.ledger().all().stream().collect(Collectors.toMap(Ledger.Entry::matchId, Function.identity()));
        salvage = new Salvage(reader, ledger);
        parts = new PartSalvage(writer.engine(), reader, ledger);
    }

    /// Mends.
    ///
    /// @param commit a commit to which nothing was added yet
    /// @param findings what a deep verification found while nobody else could write
    /// @param command what it is done for, as it stands in the history
    public RepairReport run(PendingCommit commit, Collection<Finding> findings, String command, Instant now) {
        RepairPlan plan = RepairPlan.of(directory, files, catalog, findings);
        commit.onlyMend();
        trackAgain(commit, plan);
        plan.obstacles().stream().sorted().forEach(aside::move);
        plan.restored().stream().sorted().forEach(this::restore);
        plan.salvaged().stream().sorted().forEach(this::salvage);
        plan.reread().stream().sorted().forEach(this::reread);
        plan.unlisted().stream().sorted().forEach(this::harvest);
        plan.secondCopies().stream().sorted().forEach(this::copyAgain);
        int copies = plan.secondCopies().size() + keepDamagedCopiesOfMetadata(findings);
        rederive(commit, plan);
        commit.recompute(plan.careers());
        if (!plan.entries().isEmpty()) {
            commit.takeOutWrongEntries();
        }
        List<MatchRows> found = salvage.found();
        List<RepairReport.LostMatch> lost = salvage.lost();
        List<RepairReport.LostPart> lostParts = parts.lost(ids(lost));
        Set<String> supplemented = new TreeSet<>(parts.found());
        found.forEach(match -> supplemented.remove(match.matchId()));
        supplemented.removeAll(ids(lost));
        PartsByMatch fitting = parts::fitting;
        commit.stageAgain(fitting.replacingIn(found));
        commit.stageAgain(fitting.replacingIn(stored(commit, supplemented)));
        deriveUnrated(commit, lostParts, supplemented);
        if (!lost.isEmpty() || !lostParts.isEmpty()) {
            commit.also(changed -> {
                changed.ledger().markLost(ids(lost));
                for (MatchPart part : MatchPart.values()) {
                    changed.ledger().forget(part, ids(lostParts, part));
                }
            });
        }
        CommitOutcome outcome = commit.commit(command, now);
        // Not before: what the commit takes in from them is nowhere else until then.
        plan.unlisted().stream().filter(file -> !isListed(file)).sorted().forEach(files::delete);
        return RepairReport.NOTHING
                .change()
                .restored(restored)
                .secondCopies(copies)
                .partitionsWritten(outcome.partitionsWritten())
                .careers(plan.careers().size())
                .unlisted(plan.unlisted().size() + plan.obstacles().size())
                .entries(plan.entries().size())
                .found(found.size() + supplemented.size())
                .lost(lost)
                .lostParts(lostParts)
                .putAside(aside.place().orElse(null))
                .build();
    }

    /// Whose careers were kept is known from the tree where the metadata database was lost with its copy.
    private void trackAgain(PendingCommit commit, RepairPlan plan) {
        if (catalog.ledger().count() == 0) {
            commit.track(plan.unlisted().stream()
                    .map(directory::relative)
                    .filter(file -> file.startsWith(Tables.MATCH_FACTS.name() + "/"))
                    .flatMap(Repair::player)
                    .collect(Collectors.toSet()));
        }
    }

    /// The player in whose directory a file is; none where it is in no such directory.
    private static Stream<Xuid> player(String file) {
        Matcher player = PLAYER.matcher(file);
        try {
            return player.find() ? Stream.of(Xuid.parse(player.group(1))) : Stream.empty();
        } catch (IllegalArgumentException tooLarge) {
            // Anybody may have made a directory of such a name.
            return Stream.empty();
        }
    }

    /// The second copy takes the place of the damaged file.
    private void restore(Partition partition) {
        Path place = directory.resolve(partition.file());
        aside.keep(place);
        mirror.restore(mirror.file(partition), place);
        restored.add(partition.file());
    }

    /// Reads what can be read.
    private void salvage(Partition partition) {
        for (Path source : List.of(directory.resolve(partition.file()), mirror.file(partition))) {
            if (files.exists(source)) {
                read(partition.table(), source);
            }
            aside.keep(source);
        }
        replace(partition);
    }

    /// Reads a file that is what was committed.
    private void reread(Partition partition) {
        Path file = directory.resolve(partition.file());
        if (partition.table().equals(Tables.HIGHLIGHT_EVENTS.name())) {
            parts.readFilms(file, partition);
            aside.keep(file);
            parts.replaces(partition);
        } else {
            salvage(partition);
        }
    }

    private void replace(Partition partition) {
        if (partition.table().equals(Tables.MATCH_DOCUMENTS.name())) {
            salvage.replaces(partition);
        } else {
            parts.replaces(partition);
        }
    }

    /// Reads of a file what shows whether it is what it was.
    private void read(String table, Path file) {
        if (table.equals(Tables.MATCH_DOCUMENTS.name())) {
            salvage.read(file);
        } else if (table.equals(Tables.SKILL_DOCUMENTS.name())) {
            parts.readSkill(file);
        }
    }

    /// A file the catalog does not know. What is in it and not known either is taken in.
    private void harvest(Path file) {
        if (file.getFileName().toString().equals(Partition.FILE_NAME)) {
            String path = path(file);
            String table = path.substring(0, Math.max(0, path.indexOf('/')));
            if (table.equals(Tables.HIGHLIGHT_EVENTS.name())) {
                parts.readFilms(file);
            } else {
                read(table, file);
            }
        }
        aside.keep(file);
    }

    /// Some matches as they are stored, be it in files that are damaged.
    private List<MatchRows> stored(PendingCommit commit, Collection<String> matchIds) {
        List<MatchRows> kept = salvage.kept(matchIds);
        Set<String> others = new TreeSet<>(matchIds);
        kept.forEach(match -> others.remove(match.matchId()));
        return Stream.concat(kept.stream(), commit.storedMatches(others).stream())
                .toList();
    }

    /// The facts of matches that have no ratings any more, where they can be derived.
    private void deriveUnrated(
            PendingCommit commit, List<RepairReport.LostPart> lostParts, Collection<String> derived) {
        Set<String> unrated = new TreeSet<>(ids(lostParts, MatchPart.SKILL));
        unrated.removeAll(derived);
        unrated.removeAll(ids(salvage.lost()));
        salvage.found().forEach(match -> unrated.remove(match.matchId()));
        PartsByMatch listed = parts::listed;
        commit.stageAgain(listed.completing(stored(commit, unrated)));
    }

    private static List<String> ids(List<RepairReport.LostMatch> matches) {
        return matches.stream().map(RepairReport.LostMatch::matchId).toList();
    }

    private static List<String> ids(List<RepairReport.LostPart> parts, MatchPart wanted) {
        return parts.stream()
                .filter(lost -> lost.part() == wanted)
                .map(RepairReport.LostPart::matchId)
                .toList();
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

    private void copyAgain(Partition partition) {
        aside.keep(mirror.file(partition));
        catalog.dataFiles().find(partition).ifPresent(mirror::put);
    }

    /// The writer makes a new copy of the metadata when it leaves.
    ///
    /// @return how many were damaged
    private int keepDamagedCopiesOfMetadata(Collection<Finding> findings) {
        List<Path> damaged = findings.stream()
                .filter(finding -> finding.kind() == Kind.METADATA_COPY_CHANGED)
                .flatMap(finding -> Stream.ofNullable(finding.where().file()))
                .toList();
        damaged.forEach(aside::keep);
        return damaged.size();
    }

    private void rederive(PendingCommit commit, RepairPlan plan) {
        Set<Partition> partitions = new HashSet<>(salvage.partitions());
        partitions.addAll(parts.partitions());
        partitions.addAll(plan.remade());
        partitions.addAll(plan.derived());
        if (partitions.isEmpty()) {
            return;
        }
        plan.remade().stream()
                .map(partition -> directory.resolve(partition.file()))
                .forEach(aside::keep);
        Map<YearMonth, List<MatchRows>> whole = salvage.kept();
        PartsByMatch listed = parts::listed;
        commit.rederive(
                partitions.stream().map(Partition::month).collect(Collectors.toSet()), partitions::contains, month -> {
                    List<MatchRows> matches = whole.get(month);
                    return listed.completing(
                            matches == null ? commit.storedDocuments().ofMonth(month) : matches);
                });
    }
}
