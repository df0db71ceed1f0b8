package dev.spartanlake.verify;

import dev.spartanlake.error.Location;
import dev.spartanlake.schema.Partition;
import java.util.Optional;

/// Something about a warehouse that is not as it should be, or worth knowing.
///
/// What was expected and found are short values, not sentences: numbers, hashes, identifiers, `column=value`. `-` is
/// nothing. A finding about several rows tells of the first, with their number in parentheses, such as `(12×)`.
///
/// @param kind what it is
/// @param where the table, the partition and the file it is about, as far as it is about one
/// @param expected what should be there
/// @param found what is there
public record Finding(Kind kind, Location where, String expected, String found) {

    /// The partition it is about; empty when it is about none.
    public Optional<Partition> partition() {
        return where.table() == null || where.partition() == null
                ? Optional.empty()
                : Optional.of(Partition.parse(where.table() + "/" + where.partition() + "/" + Partition.FILE_NAME));
    }
}
