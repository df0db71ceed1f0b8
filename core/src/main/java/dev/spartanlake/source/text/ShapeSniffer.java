package dev.spartanlake.source.text;

import dev.spartanlake.source.packing.PeekStream;
import org.jspecify.annotations.Nullable;

/// Tells a document that may go over many lines from lines of documents, by the first line and the byte after it.
///
/// Lines, if the first one is complete JSON and something follows. Lines too, if the next one begins with an
/// object where the first one, taken as the beginning of a document, leaves no place for one: then the first
/// one is damaged, and the others must not be lost with it.
public final class ShapeSniffer {

    /// How far a text is looked into whose shape a name promises: several times the length of a usual document.
    private static final int SHORT_LOOK = 256 * 1024;

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

    /// Looks at a text whose name promises lines, consuming nothing. It is one document all the same if its first line
    /// begins one that goes on with the name of a field on the next, or is a list over several lines: with neither
    /// begins a document on a line. A first line that is only damaged is followed by the beginning of another.
    ///
    /// @param limit the longest document
    public static Shape shapeOfPromisedLines(PeekStream text, int limit) {
        return new ShapeSniffer(text, Math.min(limit, SHORT_LOOK)).shapeOfPromisedLines();
    }

    /// Whether a text whose name promises one document is lines of documents all the same: its first line is a whole
    /// one, and something follows. Consumes nothing.
    public static boolean startsWithALine(PeekStream text) {
        return new ShapeSniffer(text, SHORT_LOOK).startsWithALine();
    }

    private Shape shapeOfPromisedLines() {
        position = ByteOrderMark.length(text);
        boolean list = skipBlank() == '[';
        JsonPrefix firstLine = firstLine();
        boolean begun = firstLine != null && firstLine.open();
        return begun && (list || skipBlank() == '"') ? Shape.DOCUMENT : Shape.LINES;
    }

    private boolean startsWithALine() {
        position = ByteOrderMark.length(text);
        JsonPrefix firstLine = firstLine();
        return firstLine != null && firstLine.complete() && skipBlank() >= 0;
    }

    private Shape shape() {
        position = ByteOrderMark.length(text);
        if (skipBlank() < 0) {
            return Shape.LINES;
        }
        JsonPrefix firstLine = firstLine();
        if (firstLine == null) {
            return Shape.LINES;
        }
        int afterwards = skipBlank();
        if (afterwards < 0) {
            return Shape.DOCUMENT;
        }
        boolean lines = firstLine.complete() || (afterwards == '{' && !firstLine.mayContinueWithObject());
        return lines ? Shape.LINES : Shape.DOCUMENT;
    }

    /// Reads to the end of the line; null because it is longer than the limit.
    private @Nullable JsonPrefix firstLine() {
        JsonPrefix line = new JsonPrefix();
        int next = text.peek(position);
        while (next >= 0 && next != '\n') {
            line.accept(next);
            if (++position > limit) {
                return null;
            }
            next = text.peek(position);
        }
        return line;
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
