package dev.spartanlake.source.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What an archive says about one of its entries (APPNOTE.TXT 4.3.7 and 4.3.12).
///
/// @param name the name as stored, with `/` between segments; to be shown, never to be opened
/// @param flags the general purpose flags
/// @param method the compression method
/// @param crc the CRC-32 of the content
/// @param compressedBytes how many bytes it takes in the archive
/// @param sizeBytes how many bytes it has
/// @param offset where its local header begins
public record ZipHeader(
        String name, int flags, int method, long crc, long compressedBytes, long sizeBytes, long offset) {

    static final int LOCAL_SIGNATURE = 0x04034B50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_SIGNATURE = 0x02014B50;
    static final int CENTRAL_BYTES = 46;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /// In place of a number that stands in the 64-bit extra field.
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private static final int ZIP64_EXTRA = 0x0001;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;

    /// Reads an entry of the central directory.
    ///
    /// @param fixed its fixed part, in little-endian order
    static ZipHeader central(ByteBuffer fixed, byte[] name, ByteBuffer extra) {
        ZipHeader header = new ZipHeader(
                text(name),
                fixed.getShort(8) & 0xFFFF,
                fixed.getShort(10) & 0xFFFF,
                fixed.getInt(16) & ELSEWHERE,
                fixed.getInt(20) & ELSEWHERE,
                fixed.getInt(24) & ELSEWHERE,
                fixed.getInt(42) & ELSEWHERE);
        return header.completedFrom(extra);
    }

    /// Reads the header in front of an entry's data.
    ///
    /// @param fixed its fixed part, in little-endian order
    static ZipHeader local(ByteBuffer fixed, byte[] name, ByteBuffer extra) {
        ZipHeader header = new ZipHeader(
                text(name),
                fixed.getShort(6) & 0xFFFF,
                fixed.getShort(8) & 0xFFFF,
                fixed.getInt(14) & ELSEWHERE,
                fixed.getInt(18) & ELSEWHERE,
                fixed.getInt(22) & ELSEWHERE,
                0);
        return header.completedFrom(extra);
    }

    /// Whether an extra field says that numbers have 64 bits.
    static boolean zip64(ByteBuffer extra) {
        return zip64Field(extra).hasRemaining();
    }

    /// Whether the content cannot be read without a password.
    public boolean encrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /// Whether checksum and sizes stand after the data and not in its local header.
    boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    /// Whether it is a folder, which has no content.
    public boolean folder() {
        return name.endsWith("/");
    }

    /// Whether the name, taken for a path, would leave the folder that the archive is unpacked to.
    public boolean escapes() {
        boolean drive = name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
        if (name.startsWith("/") || drive) {
            return true;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private ZipHeader completedFrom(ByteBuffer extra) {
        ByteBuffer wide = zip64Field(extra);
        long size = wide(sizeBytes, wide);
        long compressed = wide(compressedBytes, wide);
        return new ZipHeader(name, flags, method, crc, compressed, size, wide(offset, wide));
    }

    private static long wide(long number, ByteBuffer wide) {
        return number == ELSEWHERE && wide.remaining() >= Long.BYTES ? wide.getLong() : number;
    }

    private static ByteBuffer zip64Field(ByteBuffer extra) {
        ByteBuffer fields = extra.duplicate().order(extra.order());
        while (fields.remaining() >= 2 * Short.BYTES) {
            int id = fields.getShort() & 0xFFFF;
            int length = Math.min(fields.getShort() & 0xFFFF, fields.remaining());
            if (id == ZIP64_EXTRA) {
                return fields.slice(fields.position(), length).order(extra.order());
            }
            fields.position(fields.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static String text(byte[] name) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            // An old code page. Which one is not recorded; extensions and slashes are ASCII in all of them.
            text = new String(name, StandardCharsets.ISO_8859_1);
        }
        return text.replace('\\', '/');
    }
}
