package dev.spartanlake.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stream that can be looked into ahead of reading, and that fails for good once it has failed.
///
/// Large reads go straight through to the stream below; owns and closes it.
public final class PeekStream extends InputStream {

    private static final int FIRST_LOOK = 512;
    private static final int LONGEST_LOOK = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private byte[] head = new byte[0];
    private int start;
    private int end;
    private int rewindable;
    private long pulled;
    private boolean ended;
    private @Nullable IOException failure;

    /// @param in the stream below; owned and closed
    public PeekStream(InputStream in) {
        this.in = in;
    }

    /// The byte at a distance from the next one, or -1 where the stream ends or fails before it. A failure is
    /// kept for the read that reaches it.
    public int peek(int distance) {
        while (end - start <= distance) {
            if (!fill()) {
                return -1;
            }
        }
        return head[start + distance] & 0xFF;
    }

    /// Throws the failure that is all that is left of the stream; does nothing where there is none, or more to
    /// read.
    public void throwKeptFailure() throws IOException {
        if (start == end && failure != null) {
            throw failure;
        }
    }

    /// How many bytes were taken from the stream below.
    public long pulled() {
        return pulled;
    }

    private boolean fill() {
        rewindable = 0;
        if (failure != null) {
            return false;
        }
        if (end == head.length) {
            long grown = Math.clamp(2L * (end - start), FIRST_LOOK, LONGEST_LOOK);
            head = Arrays.copyOfRange(head, start, Math.toIntExact(start + grown));
            end -= start;
            start = 0;
        }
        try {
            int count = pull(head, end, head.length - end);
            end += Math.max(count, 0);
            return count > 0;
        } catch (IOException kept) {
            failure = kept;
            return false;
        }
    }

    /// Asks the stream below at most once for its end: a terminal would wait for the user again.
    private int pull(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, length);
        ended = count < 0;
        pulled += Math.max(count, 0);
        return count;
    }

    /// Gives back the last bytes of the last read, to be read again before all others.
    void unread(byte[] bytes, int from, int count) {
        if (count <= rewindable) {
            start -= count;
            rewindable = 0;
            return;
        }
        byte[] joined = Arrays.copyOfRange(bytes, from, from + count + end - start);
        System.arraycopy(head, start, joined, count, end - start);
        head = joined;
        end = joined.length;
        start = 0;
    }

    /// Reads an exact number of bytes.
    ///
    /// @param whole what the bytes belong to, for the message of the refusal that their absence is
    public byte[] readExactly(int count, String whole) throws IOException {
        byte[] bytes = readNBytes(count);
        if (bytes.length < count) {
            throw new BrokenInput(whole, "data that ends early");
        }
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (start < end) {
            int count = Math.min(length, end - start);
            System.arraycopy(head, start, bytes, offset, count);
            start += count;
            rewindable = count;
            return count;
        }
        rewindable = 0;
        if (head.length > FIRST_LOOK) {
            head = new byte[0];
            start = 0;
            end = 0;
        }
        try {
            return pull(bytes, offset, length);
        } catch (IOException kept) {
            failure = kept;
            throw kept;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
