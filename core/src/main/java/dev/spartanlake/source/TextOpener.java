package dev.spartanlake.source;

import dev.spartanlake.source.Format.Shape;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Opens what is no archive: a text, compressed or not.
///
/// @param reading what all texts share
record TextOpener(Reading reading) {

    /// Opens a text. The stream then belongs to the cursor.
    ///
    /// @param raw the bytes as they lie in the file or archive
    /// @param format what it is, or that this is to be found out
    /// @param expansion what keeps it from expanding without end
    ItemCursor open(Place place, PeekStream raw, Format format, Expansion expansion) {
        try {
            return cursor(place, unpacked(raw, format.packing(), expansion), format.shape());
        } catch (IOException e) {
            return new OneItem(place.refused(e, Excerpt.nothing()), raw);
        }
    }

    private ItemCursor cursor(Place place, PeekStream text, @Nullable Shape promised) {
        String foreign = Packing.foreign(text);
        if (foreign != null) {
            return new DocumentCursor(place, text, reading, foreign);
        }
        Shape shape =
                promised == null ? ShapeSniffer.shapeOf(text, reading.limits().longestDocument()) : promised;
        return switch (shape) {
            case DOCUMENT -> new DocumentCursor(place, text, reading, null);
            case LINES -> new LineCursor(place, text, reading);
        };
    }

    private PeekStream unpacked(PeekStream raw, @Nullable Packing promised, Expansion expansion) throws IOException {
        Packing packing = promised == null ? Packing.of(raw) : promised;
        return switch (packing) {
            // An archive inside compressed data is then refused for not being text.
            case NONE, ZIP -> raw;
            case GZIP -> guarded(new GzipStream(raw), raw, expansion);
            case ZSTD -> guarded(new ZstdStream(raw, reading.zstdBuffers()), raw, expansion);
        };
    }

    private static PeekStream guarded(InputStream expanded, PeekStream raw, Expansion expansion) {
        return new PeekStream(expansion.guard(expanded, raw::pulled));
    }
}
