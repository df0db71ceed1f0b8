package dev.spartanlake.source.text;

import dev.spartanlake.source.packing.PeekStream;

/// Tells a document that may go over many lines from lines of documents, by the first line and the byte after it.
///
/// Lines, if the first one is complete JSON and something follows. Lines too, if the next one begins with an
/// object where the first one, taken as the beginning of a document, leaves no place for one: then the first
/// one is damaged, and the others must not be lost with it.
public final class ShapeSniffer {

    private final PeekStream text;
    private final int limit;
    private int position;

    private ShapeSniffer(PeekStream text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /// Looks at a text, consuming nothing.
    ///
    /// @param limit the longest document; a longer first line is a line, so that those after it can be read
    public static Shape shapeOf(PeekStream text, int limit) {
        return new ShapeSniffer(text, limit).shape();
    }

    private Shape shape() {
        position = ByteOrderMark.length(text);
        if (skipBlank() < 0) {
            return Shape.LINES;
        }
        JsonPrefix firstLine = new JsonPrefix();
        int next = text.peek(position);
        while (next >= 0 && next != '\n') {
            firstLine.accept(next);
            if (++position > limit) {
                return Shape.LINES;
            }
            next = text.peek(position);
        }
        int afterwards = skipBlank();
        if (afterwards < 0) {
            return Shape.DOCUMENT;
        }
        boolean lines = firstLine.complete() || (afterwards == '{' && !firstLine.mayContinueWithObject());
        return lines ? Shape.LINES : Shape.DOCUMENT;
    }

    /// Moves to the next byte that is not blank and returns it; -1 where there is none.
    private int skipBlank() {
        int next = text.peek(position);
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
            if (position >= limit) {
                return -1;
            }
            next = text.peek(++position);
        }
        return next;
    }
}
