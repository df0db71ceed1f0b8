package dev.spartanlake.inspection;

import dev.spartanlake.schema.Partition;
import java.nio.file.Path;

/// A file that holds, or is to hold, the rows of a partition.
///
/// @param partition the partition
/// @param file where the file is
public record PartitionFile(Partition partition, Path file) {}
