package dev.spartanlake.backup;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.util.function.Function;

/// Under what terms a warehouse is brought to another directory.
///
/// @param files the disk
/// @param claim the command, how long to wait for writers, and the clock
/// @param writers takes the writer lock of a directory, as the claim says; the caller closes what it gets
/// @param stop is looked at between files
public record Terms(
        FileStore files,
        WarehouseWriter.Claim claim,
        Function<WarehouseDirectory, WarehouseWriter> writers,
        StopSignal stop) {

    /// Takes the writer lock.
    WarehouseWriter openWriter(WarehouseDirectory directory) {
        return writers.apply(directory);
    }
}
