package dev.spartanlake.source;

import java.util.Arrays;

/// What could be saved of an input that was refused: all of it, its beginning, or nothing.
public final class Excerpt {

    /// Enough to recognise an oversized document by, without keeping its weight.
    static final int CUT_BYTES = 64 * 1024;

    private static final Excerpt NOTHING = new Excerpt(new byte[0], false);

    private final byte[] bytes;
    private final boolean complete;

    private Excerpt(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    /// An input that was read to its end; takes over the bytes.
    public static Excerpt complete(byte[] bytes) {
        return new Excerpt(bytes, true);
    }

    /// The beginning of an input whose rest could not or should not be read; takes over the bytes.
    public static Excerpt beginning(byte[] bytes) {
        return bytes.length == 0 ? NOTHING : new Excerpt(bytes, false);
    }

    /// An input of which nothing could be read.
    public static Excerpt nothing() {
        return NOTHING;
    }

    /// The first [#CUT_BYTES] bytes of a part of an array.
    static Excerpt cut(byte[] source, int from, int to) {
        return beginning(Arrays.copyOfRange(source, from, Math.min(to, from + CUT_BYTES)));
    }

    /// What was saved. The array itself, not a copy.
    public byte[] bytes() {
        return bytes;
    }

    /// Whether [#bytes] is the whole input.
    public boolean complete() {
        return complete;
    }

    @Override
    public String toString() {
        return (complete ? "complete, " : "beginning, ") + bytes.length + " bytes";
    }
}
