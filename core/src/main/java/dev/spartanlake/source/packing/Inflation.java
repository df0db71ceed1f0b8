package dev.spartanlake.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates one raw deflate stream out of a longer stream and leaves what follows it unread.
///
/// The JDK's own gzip stream cannot be used: where a second member is damaged it ends as if there were none.
final class Inflation extends InputStream {

    private static final int BUFFER_BYTES = 32 * 1024;
    /// Little at first, so that a multitude of tiny streams is not mostly unread again.
    private static final int FIRST_FEED_BYTES = 512;

    private final PeekStream in;
    private final String noun;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int feedBytes = FIRST_FEED_BYTES;
    private int filled;
    private boolean finished;

    /// @param in the stream whose next bytes are deflated data; not closed by this one
    /// @param noun what the data is part of, for messages
    Inflation(PeekStream in, String noun) {
        this.in = in;
        this.noun = noun;
    }

    /// How many bytes of the longer stream the deflated data took.
    long compressedBytes() {
        return inflater.getBytesRead();
    }

    /// Begins anew with the next deflated data of the stream.
    void restart() {
        inflater.reset();
        feedBytes = FIRST_FEED_BYTES;
        finished = false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (finished || length == 0) {
            return finished ? -1 : 0;
        }
        try {
            while (true) {
                int count = inflater.inflate(bytes, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    finish();
                    return -1;
                }
                feed();
            }
        } catch (DataFormatException e) {
            throw new BrokenInput("intact " + noun, String.valueOf(e.getMessage()));
        }
    }

    private void feed() throws IOException {
        if (inflater.needsDictionary()) {
            throw new BrokenInput("intact " + noun, "data that needs a dictionary");
        }
        filled = in.read(buffer, 0, feedBytes);
        feedBytes = Math.min(2 * feedBytes, buffer.length);
        if (filled < 0) {
            throw new BrokenInput("complete " + noun, "data that ends early");
        }
        inflater.setInput(buffer, 0, filled);
    }

    private void finish() {
        finished = true;
        int left = inflater.getRemaining();
        in.unread(buffer, filled - left, left);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
