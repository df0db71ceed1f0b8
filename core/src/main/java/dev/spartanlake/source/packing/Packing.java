package dev.spartanlake.source.packing;

import org.jspecify.annotations.Nullable;

/// How bytes are packed, each with the signature that such data begins with.
public enum Packing {
    /// Not at all.
    NONE("text"),
    /// RFC 1952, one member or several.
    GZIP("gzip data"),
    /// RFC 8878, one frame or several.
    ZSTD("zstd data"),
    /// An archive of entries.
    ZIP("a zip archive");

    private static final int LONGEST_SIGNATURE = 4;

    private final String noun;

    Packing(String noun) {
        this.noun = noun;
    }

    /// The packing in words.
    public String noun() {
        return noun;
    }

    /// What the next bytes of a stream begin; consumes nothing.
    public static Packing of(PeekStream stream) {
        int first = stream.peek(0);
        int second = stream.peek(1);
        if (first == 0x1F && second == 0x8B) {
            return GZIP;
        }
        int next = stream.peek(2) | stream.peek(3) << 8;
        if (first == 'P' && second == 'K' && (next == 0x0403 || next == 0x0605)) {
            return ZIP;
        }
        boolean frame = first == 0x28 && second == 0xB5 && next == 0xFD2F;
        boolean skippable = (first & ~0xF) == 0x50 && second == 0x2A && next == 0x184D;
        return frame || skippable ? ZSTD : NONE;
    }

    /// Why the next bytes of a stream cannot be JSON text in UTF-8; `null` because they can.
    public static @Nullable String foreign(PeekStream text) {
        Packing packing = of(text);
        if (packing != NONE) {
            return packing.noun;
        }
        int first = text.peek(0);
        int second = text.peek(1);
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            return "a UTF-16 or UTF-32 byte order mark";
        }
        return first == 0 || second == 0 ? "NUL bytes, as UTF-16 text or an unwritten file has them" : null;
    }

    /// The next bytes of a stream, as an error message shows them.
    public static String beginning(PeekStream stream) {
        if (stream.peek(0) < 0) {
            return "no data at all";
        }
        StringBuilder shown = new StringBuilder("data that begins with");
        for (int i = 0; i < LONGEST_SIGNATURE && stream.peek(i) >= 0; i++) {
            shown.append(' ').append(Character.forDigit(stream.peek(i) >> 4, 16));
            shown.append(Character.forDigit(stream.peek(i) & 0xF, 16));
        }
        return shown.toString();
    }
}
