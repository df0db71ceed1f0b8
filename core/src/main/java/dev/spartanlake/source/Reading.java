package dev.spartanlake.source;

import org.jspecify.annotations.Nullable;

/// What all parts of one reading share.
final class Reading {

    private static final int BUFFER_BYTES = 128 * 1024;

    private final SourceLimits limits;
    private final Progress progress;
    private final byte[] buffer = new byte[BUFFER_BYTES];
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

    /// Where the one text that is open at a time is read into before its documents are copied out.
    byte[] buffer() {
        return buffer;
    }

    /// The memory for the one zstd stream that is open at a time.
    ZstdStream.Buffers zstdBuffers() {
        if (zstdBuffers == null) {
            zstdBuffers = new ZstdStream.Buffers();
        }
        return zstdBuffers;
    }
}
