package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.fact.MatchRows;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mends a damaged warehouse. Files of documents come back from their second copies; where both are damaged,
/// document by document from what can still be read. Every other row is derived from documents again. Damaged
/// files are put aside before others take their place, and what is whole is not touched.
public final class Repair {

    private static final Pattern PLAYER = Pattern.compile("/player=([1-9][0-9]{0,17})/");

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Catalog catalog;
    private final Mirror mirror;
    private final PutAside aside;
    private final List<String> restored = new ArrayList<>();
    private final Salvage salvage;

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
        salvage = new Salvage(catalog, new DocumentSalvage(writer.engine()));
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
        Stream.concat(plan.salvaged().stream(), plan.reread().stream()).sorted().forEach(this::salvage);
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
        commit.stageAgain(found);
        if (!lost.isEmpty()) {
            commit.also(changed -> changed.ledger()
                    .markLost(lost.stream().map(RepairReport.LostMatch::matchId).toList()));
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
                .found(found.size())
                .lost(lost)
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
        return player.find() ? Stream.of(Xuid.parse(player.group(1))) : Stream.empty();
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
        salvage.replaces(partition);
        for (Path source : List.of(directory.resolve(partition.file()), mirror.file(partition))) {
            if (files.exists(source)) {
                salvage.read(source);
            }
            aside.keep(source);
        }
    }

    /// A file the catalog does not know. Documents in it that are not known either are taken in.
    private void harvest(Path file) {
        if (isOfDocuments(file)) {
            salvage.read(file);
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
        partitions.addAll(plan.remade());
        partitions.addAll(plan.derived());
        if (partitions.isEmpty()) {
            return;
        }
        plan.remade().stream()
                .map(partition -> directory.resolve(partition.file()))
                .forEach(aside::keep);
        Map<YearMonth, List<MatchRows>> whole = salvage.kept();
        commit.rederive(
                partitions.stream().map(Partition::month).collect(Collectors.toSet()), partitions::contains, month -> {
                    List<MatchRows> matches = whole.get(month);
                    return matches == null ? commit.storedDocuments().ofMonth(month) : matches;
                });
    }
}
