package dev.spartanlake.commit;

import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.time.Instant;

/// A partition's next file, written and read back.
///
/// @param partition the partition
/// @param file where it is staged
/// @param rowCount its rows
/// @param minStartTime the earliest start in it
/// @param maxStartTime the latest start in it
record StagedFile(Partition partition, Path file, long rowCount, Instant minStartTime, Instant maxStartTime) {}
