package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.schema.Partition;
import org.jspecify.annotations.Nullable;

/// A partition whose next file is to be written.
///
/// @param partition the partition
/// @param present its committed file; null when it has none yet
record PartitionWrite(Partition partition, @Nullable DataFile present) {}
