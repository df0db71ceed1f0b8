package dev.spartanlake.source;

import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.text.ByteOrderMark;
import dev.spartanlake.source.text.Newlines;
import dev.spartanlake.source.text.ShapeSniffer;
import dev.spartanlake.validation.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text that is one document, or that should be one and turns out to have one on each line.
final class DocumentCursor implements ItemCursor {

    private final Place place;
    private final PeekStream text;
    private final Reading reading;
    private final int limit;
    private final @Nullable String foreign;
    /// Shared with other texts until the document outgrows it.
    private byte[] buffer;

    private boolean outgrown;
    private int filled;
    private boolean done;
    /// The lines of what was read; null because it is one document, or was not read yet.
    private @Nullable LineCursor lines;

    /// @param text the document; owned and closed
    /// @param foreign why it cannot be JSON text; `null` because nothing speaks against it
    DocumentCursor(Place place, PeekStream text, Reading reading, @Nullable String foreign) {
        this.place = place;
        this.text = text;
        this.reading = reading;
        this.foreign = foreign;
        this.limit = reading.limits().longestDocument();
        this.buffer = reading.buffer();
    }

    @Override
    public @Nullable SourceItem next() {
        if (lines != null) {
            return lines.next();
        }
        if (done) {
            return null;
        }
        done = true;
        try {
            if (!read()) {
                return oversized();
            }
            if (holdsLines()) {
                byte[] all = Arrays.copyOf(buffer, filled);
                lines = new LineCursor(place, new PeekStream(new ByteArrayInputStream(all)), reading);
                return lines.next();
            }
            return item();
        } catch (IOException e) {
            return place.refused(e, Excerpt.beginning(Arrays.copyOf(buffer, filled)));
        }
    }

    /// Fills the buffer; false where the document is longer than is allowed.
    private boolean read() throws IOException {
        int count = 0;
        while (count >= 0) {
            filled += count;
            if (filled > limit || (filled == limit && text.peek(0) >= 0)) {
                return false;
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.min(limit + 1L, 2L * filled)));
                outgrown = true;
            }
            count = text.read(buffer, filled, buffer.length - filled);
        }
        return true;
    }

    private boolean holdsLines() {
        int newline = foreign == null ? Newlines.indexOf(buffer, 0, filled) : -1;
        return newline >= 0
                && hasMoreAfter(newline)
                && ShapeSniffer.startsWithALine(new PeekStream(new ByteArrayInputStream(buffer, 0, filled)));
    }

    /// Spares documents that end in a newline, which are many, the look at their first line.
    private boolean hasMoreAfter(int newline) {
        int position = newline;
        while (position < filled && buffer[position] <= ' ' && buffer[position] >= 0) {
            position++;
        }
        return position < filled;
    }

    private SourceItem item() {
        int start = ByteOrderMark.length(buffer, 0, filled);
        boolean exact = start == 0 && filled == buffer.length && outgrown;
        byte[] bytes = exact ? buffer : Arrays.copyOfRange(buffer, start, filled);
        return foreign == null
                ? place.document(bytes)
                : place.refused(new Violation("", "UTF-8 text", foreign), Excerpt.complete(bytes));
    }

    private SourceItem oversized() {
        String rule = foreign == null ? "a document of at most " + limit + " bytes" : "UTF-8 text";
        String found = foreign == null ? "more" : foreign;
        return place.refused(new Violation("", rule, found), Excerpt.cut(buffer, 0, filled));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
