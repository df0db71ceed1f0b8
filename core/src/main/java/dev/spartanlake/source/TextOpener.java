package dev.spartanlake.source;

import dev.spartanlake.source.listing.Format;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.Packing;
import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.text.Shape;
import dev.spartanlake.source.text.ShapeSniffer;
import java.io.IOException;
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
            PeekStream text = reading.unpacking().unpacked(raw, format.packing(), expansion);
            return cursor(place, text, format.shape());
        } catch (IOException e) {
            return OneItem.refused(place, e, raw);
        }
    }

    private ItemCursor cursor(Place place, PeekStream text, @Nullable Shape promised) {
        String foreign = Packing.foreign(text);
        if (foreign != null) {
            return new DocumentCursor(place, text, reading, foreign);
        }
        return switch (shape(text, promised)) {
            case DOCUMENT -> new DocumentCursor(place, text, reading, null);
            case LINES -> new LineCursor(place, text, reading);
        };
    }

    private Shape shape(PeekStream text, @Nullable Shape promised) {
        int limit = reading.limits().longestDocument();
        return switch (promised) {
            case null -> ShapeSniffer.shapeOf(text, limit);
            case LINES -> ShapeSniffer.shapeOfPromisedLines(text, limit);
            // Whether it has lines all the same shows, without looking twice, once all of it was read.
            case DOCUMENT -> Shape.DOCUMENT;
        };
    }
}
