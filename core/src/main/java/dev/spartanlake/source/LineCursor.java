package dev.spartanlake.source;

import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.text.ByteOrderMark;
import dev.spartanlake.source.text.Newlines;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text that has one document on each line that is not blank.
///
/// Lines end in LF or CR LF; the last one need not end. A line that is longer than a document may be is passed over
/// without being held, and the lines after it follow.
final class LineCursor implements ItemCursor {

    /// By how much a line may be longer than its document: a byte order mark and CR LF.
    private static final int EXTRA_BYTES = 5;
    /// A buffer that had to grow further is given up once its line is read.
    private static final int LONGEST_KEPT = 4 << 20;

    private final Place place;
    private final PeekStream text;
    private final int limit;
    private final byte[] shared;
    private byte[] buffer;
    /// Where the line begins that is being looked for the end of.
    private int start;
    /// Up to where no end of line was found.
    private int searched;

    private int end;
    private long line = 1;
    /// The beginning of the oversized line that is being passed over; `null` because none is.
    private @Nullable Excerpt oversized;

    private long oversizedBytes;
    private boolean ended;

    /// @param text the lines; owned and closed
    LineCursor(Place place, PeekStream text, Reading reading) {
        this.place = place;
        this.text = text;
        this.limit = reading.limits().longestDocument();
        this.shared = reading.buffer();
        this.buffer = shared;
    }

    @Override
    public @Nullable SourceItem next() {
        while (!ended) {
            int newline = indexOfNewline();
            SourceItem item;
            if (newline >= 0) {
                item = line(newline);
                start = newline + 1;
                searched = start;
                line++;
            } else {
                item = readOn();
            }
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private int indexOfNewline() {
        int newline = Newlines.indexOf(buffer, searched, end);
        searched = end;
        return newline;
    }

    /// The item on the line that ends before an index; `null` because it is blank.
    private @Nullable SourceItem line(int newline) {
        if (oversized != null) {
            return oversized(newline);
        }
        int from = start + ByteOrderMark.length(buffer, start, newline);
        int to = newline > from && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        if (blank(from, to)) {
            return null;
        }
        if (to - from > limit) {
            beginOversized();
            return oversized(newline);
        }
        return place.line(line).document(Arrays.copyOfRange(buffer, from, to));
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void beginOversized() {
        oversized = Excerpt.cut(buffer, start, end);
        oversizedBytes = 0;
    }

    private SourceItem oversized(int lineEnd) {
        long length = oversizedBytes + lineEnd - start;
        Excerpt beginning = oversized == null ? Excerpt.nothing() : oversized;
        oversized = null;
        Violation violation = new Violation("", "a line of at most " + limit + " bytes", length + " bytes");
        return place.line(line).refused(violation, beginning);
    }

    /// Reads more into the buffer; what the text ends with where there is no more, else `null`.
    private @Nullable SourceItem readOn() {
        makeRoom();
        try {
            int count = text.read(buffer, end, buffer.length - end);
            end += Math.max(count, 0);
            ended = count < 0;
            return ended && (start < end || oversized != null) ? line(end) : null;
        } catch (IOException e) {
            ended = true;
            Excerpt rest = oversized == null ? Excerpt.beginning(Arrays.copyOfRange(buffer, start, end)) : oversized;
            return place.rest(line).refused(e, rest);
        }
    }

    private void makeRoom() {
        if (oversized == null && end - start > limit + EXTRA_BYTES) {
            beginOversized();
        }
        if (oversized != null) {
            oversizedBytes += end - start;
            start = end;
        }
        move(capacityFor(end - start));
    }

    private int capacityFor(int kept) {
        if (kept < shared.length / 2 && buffer.length > LONGEST_KEPT) {
            return shared.length;
        }
        return kept < buffer.length ? buffer.length : Math.toIntExact(Math.min(2L * kept, limit + EXTRA_BYTES + 1L));
    }

    /// Moves the begun line to the front of a buffer of a capacity.
    private void move(int capacity) {
        byte[] target = capacity == shared.length ? shared : capacity == buffer.length ? buffer : new byte[capacity];
        System.arraycopy(buffer, start, target, 0, end - start);
        buffer = target;
        end -= start;
        searched -= start;
        start = 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
