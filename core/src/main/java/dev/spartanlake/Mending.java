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
import dev.spartanlake.verify.Remedy;
import dev.spartanlake.verify.Verification;
import dev.spartanlake.verify.Verifier;
import dev.spartanlake.verify.VerifyProgress;
import java.util.List;

/// Finds out what is damaged in a warehouse, and mends it.
record Mending(WarehouseDirectory directory, WarehouseConfig config, FileStore files, Writers writers) {

    Verification verify(Depth depth, VerifyProgress progress) {
        return new Verifier(directory, files, config.readingEngine(), progress)
                .run(depth, new Quarantine(directory.quarantine(), files).count());
    }

    private Verification verify(Depth depth) {
        return verify(depth, VerifyProgress.NONE);
    }

    RepairPlan plan(List<Finding> damage) {
        return RepairPlan.of(directory, files, damage);
    }

    RepairReport repair() {
        Verification seen = verify(Depth.NORMAL);
        int unfinished = (int) seen.findings().stream()
                .filter(finding -> finding.kind().remedy() == Remedy.WRITE)
                .count();
        if (seen.isSound() && verify(Depth.DEEP).isSound()) {
            return finish(unfinished);
        }
        PutAside aside = new PutAside(directory, files, config.clock().instant());
        DatabaseRescue rescue = new DatabaseRescue(directory, files, aside);
        RepairReport report = mend(aside, rescue);
        return report.within(unfinished, rescue.done(), verify(Depth.DEEP).damage());
    }

    /// Whoever opens the warehouse to write does what an interrupted command has left to do.
    private RepairReport finish(int unfinished) {
        if (unfinished > 0) {
            writers.open().close();
        }
        return RepairReport.NOTHING.within(unfinished, MetadataRescue.NOT_NEEDED, List.of());
    }

    private RepairReport mend(PutAside aside, DatabaseRescue rescue) {
        try (WarehouseWriter writer =
                writers.openForRepair(() -> rescue.run(verify(Depth.NORMAL).damage()))) {
            return new Repair(directory, files, writer, aside)
                    .run(
                            writers.begin(writer),
                            verify(Depth.DEEP).damage(),
                            config.command(),
                            config.clock().instant());
        }
    }
}
