package dev.spartanlake.ingest;

import dev.spartanlake.validation.Rejection;
import java.time.Duration;
import java.util.List;

/// What came of an ingest. Every document that was read is counted once: as inserted, updated, unchanged or
/// rejected; where all were refused because one was, none counts as inserted, updated or unchanged.
///
/// @param read all documents
/// @param inserted documents of matches that were new
/// @param updated documents that replaced another content of their match
/// @param unchanged documents that were stored already
/// @param rejected documents that were refused
/// @param rejections the first reason of each refused document, in the order of reading, of the first
///     [#MOST_REJECTIONS] documents; all of them are in quarantine with all their reasons, unless nothing was kept
/// @param partitionsWritten how many files were written or deleted
/// @param application whether the accepted documents are in the warehouse now
/// @param elapsed how long it took
public record IngestReport(
        long read,
        long inserted,
        long updated,
        long unchanged,
        long rejected,
        List<Rejection> rejections,
        long partitionsWritten,
        Application application,
        Duration elapsed) {

    /// How many rejections a report holds at most, so that its size does not follow that of the input.
    public static final int MOST_REJECTIONS = 1_000;

    /// Copies the list.
    public IngestReport {
        rejections = List.copyOf(rejections);
    }

    /// Documents that broke no rule.
    public long accepted() {
        return read - rejected;
    }

    /// Refused documents that are counted and not listed.
    public long rejectionsOmitted() {
        return rejected - rejections.size();
    }

    /// Whether the accepted documents are in the warehouse.
    public enum Application {
        /// They are, durably.
        COMMITTED,
        /// They are not, because it was a dry run.
        DRY_RUN,
        /// They are not, because one was refused and all were to be accepted.
        REFUSED
    }
}
