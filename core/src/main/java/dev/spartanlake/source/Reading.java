package dev.spartanlake.source;

import org.jspecify.annotations.Nullable;

/// What all parts of one reading share.
final class Reading {

    private final SourceLimits limits;
    private final Progress progress;
    private ZstdStream.@Nullable Buffers zstdBuffers;

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

    /// The memory for the one zstd stream that is open at a time.
    ZstdStream.Buffers zstdBuffers() {
        if (zstdBuffers == null) {
            zstdBuffers = new ZstdStream.Buffers();
        }
        return zstdBuffers;
    }
}
