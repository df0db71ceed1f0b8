package dev.spartanlake.backup;

import java.nio.file.Path;
import java.time.Duration;

/// What came of merging another warehouse. Every match of the other is counted once.
///
/// @param other the other warehouse
/// @param inserted matches that are new
/// @param updated matches whose content was replaced by a later one
/// @param keptAside matches whose content here is the later one; the other's is kept among the
///     replaced ones
/// @param supplemented matches that were stored already, and whose skill data or highlight events
///     are new or other ones
/// @param unchanged matches that were stored already
/// @param lost matches of which the other has lost the document; what else it has of them was
///     taken in where the document is here
/// @param quarantined refused documents that were taken over, with their reasons, as files
/// @param partitionsWritten how many data files were written or deleted
/// @param elapsed how long it took
public record MergeReport(
        Path other,
        long inserted,
        long updated,
        long keptAside,
        long supplemented,
        long unchanged,
        long lost,
        long quarantined,
        long partitionsWritten,
        Duration elapsed)
        implements RestoreReport {}
