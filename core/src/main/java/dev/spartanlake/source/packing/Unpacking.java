package dev.spartanlake.source.packing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks one stream after the other, in memory that they share.
public final class Unpacking {

    private ZstdStream.@Nullable Buffers zstdBuffers;

    /// Takes no memory yet.
    public Unpacking() {}

    /// What a stream holds. Not to be called before the stream that was returned last is done with.
    ///
    /// @param raw the bytes as they are packed; owned by the stream returned
    /// @param promised how they are packed; `null` because only they can tell
    /// @param expansion what keeps them from expanding without end
    /// @throws IOException if they are packed in another way
    public PeekStream unpacked(PeekStream raw, @Nullable Packing promised, Expansion expansion) throws IOException {
        Packing packing = promised == null ? Packing.of(raw) : promised;
        return switch (packing) {
            // An archive inside compressed data is then refused for not being text.
            case NONE, ZIP -> raw;
            case GZIP -> guarded(new GzipStream(raw), raw, expansion);
            case ZSTD -> guarded(new ZstdStream(raw, zstdBuffers()), raw, expansion);
        };
    }

    private static PeekStream guarded(InputStream expanded, PeekStream raw, Expansion expansion) {
        return new PeekStream(expansion.guard(expanded, raw::pulled));
    }

    private ZstdStream.Buffers zstdBuffers() {
        if (zstdBuffers == null) {
            zstdBuffers = new ZstdStream.Buffers();
        }
        return zstdBuffers;
    }
}
