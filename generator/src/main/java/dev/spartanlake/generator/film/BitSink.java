package dev.spartanlake.generator.film;

import java.util.Arrays;

/// Bits one after the other, the most significant of each byte first.
final class BitSink {

    private byte[] bytes = new byte[1 << 14];
    private int length;

    /// Appends the lowest bits of a value, the most significant of them first.
    void bits(long value, int count) {
        require(count);
        for (int i = count - 1; i >= 0; i--) {
            if ((value >>> i & 1) == 1) {
                bytes[length >> 3] |= (byte) (0x80 >> (length & 7));
            }
            length++;
        }
    }

    void zeros(int count) {
        require(count);
        length += count;
    }

    void bytes(byte[] content) {
        require(content.length * Byte.SIZE);
        int shift = length & 7;
        int at = length >> 3;
        for (byte each : content) {
            int value = each & 0xFF;
            bytes[at] |= (byte) (value >>> shift);
            at++;
            if (shift > 0) {
                bytes[at] |= (byte) (value << (Byte.SIZE - shift));
            }
        }
        length += content.length * Byte.SIZE;
    }

    /// Everything up to here; the last byte is filled with zeros.
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, (length + 7) / Byte.SIZE);
    }

    private void require(int count) {
        int needed = (length + count) / Byte.SIZE + 2;
        if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
