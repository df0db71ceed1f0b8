/// How a change becomes part of the warehouse: staged off to the side, read back, made durable, published by
/// one SQLite transaction, put in place.
///
/// [PendingCommit] is the whole of it; the other classes are its steps in order: [Incoming], [CareerUpdate],
/// [PartitionMerge], [ReadBack], [Publication].
@org.jspecify.annotations.NullMarked
package dev.spartanlake.commit;
