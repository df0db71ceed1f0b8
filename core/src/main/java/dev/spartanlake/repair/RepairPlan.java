package dev.spartanlake.repair;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// What a repair is going to do about findings.
///
/// @param metadata what becomes of the metadata database; where that is not
///     [MetadataRescue#NOT_NEEDED] nothing else is planned, as nobody knows what the files should
///     be until it is there
/// @param obstacles what stands where a directory or a file belongs, and is put aside
/// @param entries entries of the list of data files that are no partition's and are taken out, by
///     their paths
/// @param restored partitions whose files are put back from their second copies
/// @param salvaged partitions of documents, skill documents and highlight events of which both
///     copies are damaged: documents and skill documents are read one by one from what is left of
///     them; those that cannot be read any more are lost, and so are all events, as nothing tells
///     whether one is what it was
/// @param reread partitions of these tables whose files are what was committed, and disagree with
///     the ledger or with themselves: they are read one by one as well
/// @param remade partitions whose files are damaged and have no second copies: they are made anew
///     from documents
/// @param derived partitions whose files are what was committed and whose rows are derived from
///     documents again
/// @param careers players whose sessions and progress are computed again
/// @param secondCopies partitions whose second copies are made anew
/// @param unlisted files that the catalog does not know; documents, skill documents and films in
///     them that are lacking are taken in before they are put aside
public record RepairPlan(
        MetadataRescue metadata,
        Set<Path> obstacles,
        Set<String> entries,
        Set<Partition> restored,
        Set<Partition> salvaged,
        Set<Partition> reread,
        Set<Partition> remade,
        Set<Partition> derived,
        Set<Xuid> careers,
        Set<Partition> secondCopies,
        Set<Path> unlisted) {

    /// Copies the sets.
    public RepairPlan {
        obstacles = Set.copyOf(obstacles);
        entries = Set.copyOf(entries);
        restored = Set.copyOf(restored);
        salvaged = Set.copyOf(salvaged);
        reread = Set.copyOf(reread);
        remade = Set.copyOf(remade);
        derived = Set.copyOf(derived);
        careers = Set.copyOf(careers);
        secondCopies = Set.copyOf(secondCopies);
        unlisted = Set.copyOf(unlisted);
    }

    /// Plans a repair. Nothing is changed.
    ///
    /// @param findings the damage that a verification found
    public static RepairPlan of(WarehouseDirectory directory, FileStore files, Collection<Finding> findings) {
        MetadataRescue metadata = DatabaseRescue.neededFor(findings, new DatabaseMirror(directory, files));
        if (metadata != MetadataRescue.NOT_NEEDED) {
            return new Draft(metadata).plan();
        }
        try (Catalog catalog = Catalog.openForReading(directory.root())) {
            return of(directory, files, catalog, findings);
        }
    }

    /// Plans a repair of a warehouse whose metadata database is there.
    static RepairPlan of(WarehouseDirectory directory, FileStore files, Catalog catalog, Collection<Finding> findings) {
        Damage damage = Damage.of(directory, findings);
        Mirror mirror = new Mirror(directory, files);
        Draft draft = new Draft(MetadataRescue.NOT_NEEDED);
        draft.obstacles = damage.obstacles();
        draft.entries = damage.entries();
        draft.careers = damage.careers();
        draft.unlisted = damage.unlisted();
        for (Partition partition : damage.files()) {
            if (!Mirror.holds(partition)) {
                draft.remade.add(partition);
            } else if (hasGoodCopy(partition, mirror, files, catalog)) {
                draft.restored.add(partition);
            } else {
                draft.salvaged.add(partition);
            }
        }
        for (Partition partition : damage.rows()) {
            (Mirror.holds(partition) ? draft.reread : draft.derived).add(partition);
        }
        draft.reread.removeAll(draft.salvaged);
        draft.secondCopies.addAll(damage.secondCopies());
        draft.secondCopies.removeAll(draft.salvaged);
        draft.secondCopies.removeAll(draft.reread);
        return draft.plan();
    }

    /// A plan that is being made: nothing is to be done but what is put into it.
    private static final class Draft {

        private final MetadataRescue metadata;
        private Set<Path> obstacles = Set.of();
        private Set<String> entries = Set.of();
        private final Set<Partition> restored = new TreeSet<>();
        private final Set<Partition> salvaged = new TreeSet<>();
        private final Set<Partition> reread = new TreeSet<>();
        private final Set<Partition> remade = new TreeSet<>();
        private final Set<Partition> derived = new TreeSet<>();
        private Set<Xuid> careers = Set.of();
        private final Set<Partition> secondCopies = new TreeSet<>();
        private Set<Path> unlisted = Set.of();

        private Draft(MetadataRescue metadata) {
            this.metadata = metadata;
        }

        private RepairPlan plan() {
            return new RepairPlan(
                    metadata,
                    obstacles,
                    entries,
                    restored,
                    salvaged,
                    reread,
                    remade,
                    derived,
                    careers,
                    secondCopies,
                    unlisted);
        }
    }

    /// Whether the second copy of a damaged file is what was committed.
    private static boolean hasGoodCopy(Partition partition, Mirror mirror, FileStore files, Catalog catalog) {
        Path copy = mirror.file(partition);
        return catalog.dataFiles()
                .find(partition)
                .map(DataFile::fingerprint)
                .filter(committed ->
                        files.exists(copy) && files.fingerprint(copy).equals(committed))
                .isPresent();
    }
}
