package dev.spartanlake.source;

import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.Unpacking;

/// What all parts of one reading share.
final class Reading {

    private static final int BUFFER_BYTES = 128 * 1024;

    private final SourceLimits limits;
    private final Progress progress;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Unpacking unpacking = new Unpacking();

    Reading(SourceLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// What is believed.
    SourceLimits limits() {
        return limits;
    }

    /// How far it has come.
    Progress progress() {
        return progress;
    }

    /// Where the one text that is open at a time is read into before its documents are copied out.
    byte[] buffer() {
        return buffer;
    }

    /// What unpacks the one text that is open at a time.
    Unpacking unpacking() {
        return unpacking;
    }

    /// What keeps one file from expanding without end.
    Expansion expansion() {
        return new Expansion(limits.expandedBytes(), limits.expansionRatio(), limits.documentBytes());
    }
}
