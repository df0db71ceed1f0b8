package dev.spartanlake.source;

import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text that is one document.
final class DocumentCursor implements ItemCursor {

    private static final int FIRST_BYTES = 64 * 1024;

    private final Place place;
    private final PeekStream text;
    private final int limit;
    private final @Nullable String foreign;
    private byte[] buffer;
    private int filled;
    private boolean done;

    /// @param text the document; owned and closed
    /// @param foreign why it cannot be JSON text; `null` because nothing speaks against it
    DocumentCursor(Place place, PeekStream text, int limit, @Nullable String foreign) {
        this.place = place;
        this.text = text;
        this.limit = limit;
        this.foreign = foreign;
        this.buffer = new byte[Math.min(limit, FIRST_BYTES)];
    }

    @Override
    public @Nullable SourceItem next() {
        if (done) {
            return null;
        }
        done = true;
        try {
            return read() ? item() : oversized();
        } catch (IOException e) {
            return place.refused(e, Excerpt.beginning(Arrays.copyOf(buffer, filled)));
        }
    }

    /// Fills the buffer; false where the document is longer than is allowed.
    private boolean read() throws IOException {
        while (true) {
            if (filled == buffer.length) {
                if (text.peek(0) < 0) {
                    text.throwKeptFailure();
                    return true;
                }
                if (filled == limit) {
                    return false;
                }
                buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.min(limit, 2L * filled)));
            }
            int count = text.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return true;
            }
            filled += count;
        }
    }

    private SourceItem item() {
        int start = ByteOrderMark.length(buffer, 0, filled);
        boolean exact = start == 0 && filled == buffer.length;
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
