package dev.spartanlake;

import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.repair.DatabaseRescue;
import dev.spartanlake.repair.MetadataRescue;
import dev.spartanlake.repair.PutAside;
import dev.spartanlake.repair.Repair;
import dev.spartanlake.repair.RepairPlan;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import dev.spartanlake.verify.Remedy;
import dev.spartanlake.verify.Verification;
import dev.spartanlake.verify.Verifier;
import dev.spartanlake.verify.VerifyProgress;
import java.util.List;
import java.util.function.Predicate;

/// Finds out what is damaged in a warehouse, and mends it.
record Mending(WarehouseDirectory directory, WarehouseConfig config, FileStore files, Writers writers) {

    Verification verify(Depth depth, VerifyProgress progress) {
        return new Verifier(directory, files, config.readingEngine(), progress)
                .run(depth, new Quarantine(directory.quarantine(), files).count());
    }

    RepairPlan plan(List<Finding> damage) {
        return RepairPlan.of(directory, files, damage);
    }

    RepairReport repair(VerifyProgress progress) {
        Verification seen = verify(Depth.NORMAL, progress);
        int copies = count(seen, Kind.METADATA_COPY_MISSING::equals);
        int unfinished = count(seen, kind -> kind.remedy() == Remedy.WRITE) - copies;
        if (seen.isSound() && verify(Depth.DEEP, progress).isSound()) {
            // Whoever opens the warehouse to write does what there is left to do.
            if (unfinished + copies > 0) {
                writers.open().close();
            }
            return RepairReport.NOTHING.within(unfinished, MetadataRescue.NOT_NEEDED, copies, List.of());
        }
        PutAside aside = new PutAside(directory, files, config.clock().instant());
        DatabaseRescue rescue = new DatabaseRescue(directory, files, aside);
        RepairReport report = mend(aside, rescue, progress);
        return report.within(
                unfinished, rescue.done(), copies, verify(Depth.DEEP, progress).damage());
    }

    private static int count(Verification seen, Predicate<Kind> kinds) {
        return (int) seen.findings().stream().map(Finding::kind).filter(kinds).count();
    }

    private RepairReport mend(PutAside aside, DatabaseRescue rescue, VerifyProgress progress) {
        try (WarehouseWriter writer = writers.openForRepair(
                () -> rescue.run(verify(Depth.NORMAL, progress).damage()))) {
            return new Repair(directory, files, writer, aside)
                    .run(
                            writers.begin(writer),
                            verify(Depth.DEEP, progress).damage(),
                            config.command(),
                            config.clock().instant());
        }
    }
}
