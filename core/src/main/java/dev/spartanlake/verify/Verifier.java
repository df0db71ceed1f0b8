package dev.spartanlake.verify;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Remains;
import dev.spartanlake.commit.Incoming;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.Location;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Verifies a warehouse: reads it, changes nothing, and takes no lock.
///
/// A writer that is at work changes files while they are read. So what was found is looked at again as long as the
/// warehouse changes meanwhile, and counts when it is found once more: a change that was only half seen is not seen
/// twice in the same way.
public final class Verifier {

    /// A writer that commits without a pause leaves room between commits for several attempts.
    private static final int ATTEMPTS = 20;

    /// What is normal while a writer is at work.
    private static final Set<Kind> OF_WRITERS =
            EnumSet.of(Kind.COMMIT_PENDING, Kind.STAGING_LEFT, Kind.METADATA_COPY_STALE, Kind.METADATA_COPY_MISSING);

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final EngineSettings engineSettings;
    private final VerifyProgress progress;

    /// Prepares to verify a warehouse.
    ///
    /// @param engineSettings what the engine may use; its temporary directory is not the warehouse's
    public Verifier(
            WarehouseDirectory directory, FileStore files, EngineSettings engineSettings, VerifyProgress progress) {
        this.directory = directory;
        this.files = files;
        this.engineSettings = engineSettings;
        this.progress = progress;
    }

    /// Verifies.
    ///
    /// @param quarantined how many refused documents are kept
    /// @throws dev.spartanlake.error.WarehouseException when there is no warehouse, or one of another format
    public Verification run(Depth depth, long quarantined) {
        long start = System.nanoTime();
        refuseWhereThereIsNone();
        ReadFiles read = new ReadFiles(progress);
        Findings kept = new Findings();
        lookAtWhatIsKept(quarantined, kept);
        try (Engine engine = Engine.open(engineSettings)) {
            @Nullable Incoming derived = depth == Depth.DEEP ? new Incoming(engine) : null;
            Pass.Seen seen = pass(engine, derived, Scope.everything(), read).run();
            List<Finding> damage = confirmed(seen, engine, derived);
            List<Finding> findings = new ArrayList<>(damage);
            seen.findings().stream()
                    .filter(finding -> !finding.kind().isDamage())
                    .filter(finding -> seen.isSettled() || !OF_WRITERS.contains(finding.kind()))
                    .forEach(findings::add);
            findings.addAll(kept.all());
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return new Verification(depth, read.files(), seen.matches(), read.bytes(), elapsed, findings);
        }
    }

    private Pass pass(Engine engine, @Nullable Incoming derived, Scope scope, ReadFiles read) {
        return new Pass(directory, files, engine, derived, scope, read);
    }

    /// The damage that is not only what a writer at work looks like.
    private List<Finding> confirmed(Pass.Seen first, Engine engine, @Nullable Incoming derived) {
        Set<Finding> confirmed = new LinkedHashSet<>();
        Pass.Seen last = first;
        for (int attempt = 1; !last.isSettled() && attempt < ATTEMPTS; attempt++) {
            List<Finding> suspected = damage(last);
            if (confirmed.containsAll(suspected)) {
                return List.copyOf(confirmed);
            }
            last = pass(engine, derived, Scope.of(suspected), new ReadFiles(VerifyProgress.NONE))
                    .run();
            damage(last).stream().filter(suspected::contains).forEach(confirmed::add);
        }
        if (last.isSettled()) {
            confirmed.addAll(damage(last));
        }
        return List.copyOf(confirmed);
    }

    private static List<Finding> damage(Pass.Seen seen) {
        return seen.findings().stream()
                .filter(finding -> finding.kind().isDamage())
                .toList();
    }

    /// A directory that has files of a warehouse but no metadata is a damaged warehouse.
    private void refuseWhereThereIsNone() {
        if (!Remains.areIn(directory) && !Catalog.existsIn(directory.root())) {
            Catalog.openForReading(directory.root()).close();
        }
    }

    private void lookAtWhatIsKept(long quarantined, Findings findings) {
        if (quarantined > 0) {
            findings.add(Kind.QUARANTINED, Location.of(directory.quarantine()), "0", Long.toString(quarantined));
        }
        List<Path> damaged = Directories.entries(directory.damaged());
        if (!damaged.isEmpty()) {
            findings.add(Kind.DAMAGED_KEPT, Location.of(directory.damaged()), "0", Integer.toString(damaged.size()));
        }
    }
}
