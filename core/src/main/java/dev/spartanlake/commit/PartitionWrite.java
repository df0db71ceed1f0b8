package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.Fingerprint;
import org.jspecify.annotations.Nullable;

/// A partition whose next file is to be written.
///
/// @param partition the partition
/// @param listed its committed file; null when it has none yet
/// @param storedRows what becomes of the rows in the committed file
record PartitionWrite(Partition partition, @Nullable DataFile listed, StoredRows storedRows) {

    /// The committed file whose rows stay; null when there is none.
    @Nullable
    DataFile kept() {
        return storedRows == StoredRows.KEPT ? listed : null;
    }

    /// Whether a next file of this content need not be written. A file whose rows are made anew may be damaged.
    boolean isUnchangedBy(Fingerprint content) {
        DataFile file = kept();
        return file != null && file.fingerprint().equals(content);
    }

    /// What becomes of the rows a partition has.
    enum StoredRows {
        /// They stay, but for those of replaced matches.
        KEPT,
        /// They are not even read.
        DISCARDED
    }
}
