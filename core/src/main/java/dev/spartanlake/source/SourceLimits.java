package dev.spartanlake.source;

/// How much of an input is believed before it is refused, so that no input can exhaust memory or time.
///
/// @param documentBytes the longest document, in bytes; a longer one is never held in memory
/// @param expandedBytes how many bytes one compressed file or archive may expand to in total
/// @param expansionRatio how many times its compressed size one compressed stream may grow, judged only once it has
/// grown past sixteen times `documentBytes`: shorter ones can do no harm
/// @param archiveEntries how many entries one archive may have
public record SourceLimits(long documentBytes, long expandedBytes, int expansionRatio, int archiveEntries) {

    /// Leaves room for the few bytes by which a buffer must exceed a document.
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 1024L;

    private static final SourceLimits DEFAULTS = new SourceLimits(64L << 20, 64L << 30, 200, 2_000_000);

    /// Refuses limits that would let nothing pass, or documents that no array can hold.
    ///
    /// @throws IllegalArgumentException for a limit below one, or documents of 2 GiB and more
    public SourceLimits {
        if (documentBytes < 1 || documentBytes > LONGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "documentBytes must be from 1 to " + LONGEST_ARRAY + ", not " + documentBytes);
        }
        if (expandedBytes < 1 || expansionRatio < 1 || archiveEntries < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive, not " + expandedBytes + ", " + expansionRatio + " and " + archiveEntries);
        }
    }

    /// The limits of ordinary use: documents of 64 MiB (real ones have 8 to 60 KB), archives of 64 GiB expanded and
    /// 2,000,000 entries, growth to 200 times (real ones grow to 10 to 40 times).
    public static SourceLimits defaults() {
        return DEFAULTS;
    }

    /// The longest document as an array length.
    int longestDocument() {
        return Math.toIntExact(documentBytes);
    }
}
