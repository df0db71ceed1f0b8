/// From paths to commits: documents are read, parsed in parallel, judged, staged in their order, and committed in
/// batches.
///
/// [Ingest] is the whole of it. What is refused goes to [Quarantine], each document alone, and the rest goes on.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.ingest;
