package dev.spartanlake.ingest;

import dev.spartanlake.validation.Rejection;
import java.time.Duration;
import java.util.List;

/// What came of an ingest. Every document that was read is counted once: as inserted, updated, unchanged or
/// rejected.
///
/// @param inserted documents of matches that were new
/// @param updated documents that replaced another content of their match
/// @param unchanged documents that were stored already
/// @param rejections one for each refused document, in the order of reading
/// @param partitionsWritten how many files were written or deleted
/// @param application whether the accepted documents are in the warehouse now
/// @param elapsed how long it took
public record IngestReport(
        long inserted,
        long updated,
        long unchanged,
        List<Rejection> rejections,
        long partitionsWritten,
        Application application,
        Duration elapsed) {

    /// Copies the list.
    public IngestReport {
        rejections = List.copyOf(rejections);
    }

    /// Documents that broke no rule.
    public long accepted() {
        return inserted + updated + unchanged;
    }

    /// Documents that were refused.
    public long rejected() {
        return rejections.size();
    }

    /// All documents.
    public long read() {
        return accepted() + rejected();
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
