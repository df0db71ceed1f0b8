package dev.spartanlake.source.text;

import dev.spartanlake.source.packing.PeekStream;

/// The mark that some programs put in front of UTF-8 text. It says nothing, and JSON does not allow it.
public final class ByteOrderMark {

    private static final int BYTES = 3;

    private ByteOrderMark() {}

    /// How many bytes the mark at the beginning of a part of an array takes; 0 where there is none.
    public static int length(byte[] bytes, int from, int to) {
        boolean marked = to - from >= BYTES
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return marked ? BYTES : 0;
    }

    /// The same for the next bytes of a stream.
    public static int length(PeekStream text) {
        return text.peek(0) == 0xEF && text.peek(1) == 0xBB && text.peek(2) == 0xBF ? BYTES : 0;
    }
}
