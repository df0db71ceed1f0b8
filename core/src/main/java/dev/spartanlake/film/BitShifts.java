package dev.spartanlake.film;

/// Bytes read at any bit, the most significant bit of each byte first. Eight copies, each shifted by one bit more, make
/// what lies across bytes a matter of comparing bytes.
final class BitShifts {

    private static final int BITS = 8;

    private final byte[][] copies = new byte[BITS][];

    BitShifts(byte[] bytes) {
        copies[0] = bytes;
        for (int shift = 1; shift < BITS; shift++) {
            copies[shift] = shifted(bytes, shift);
        }
    }

    private static byte[] shifted(byte[] bytes, int shift) {
        byte[] copy = new byte[Math.max(0, bytes.length - 1)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (byte) (bytes[i] << shift | (bytes[i + 1] & 0xFF) >>> (BITS - shift));
        }
        return copy;
    }

    /// The bytes from a number of bits on.
    ///
    /// @param shift 0 to 7
    byte[] from(int shift) {
        return copies[shift];
    }

    /// The byte that begins at a bit.
    int unsignedByte(long bit) {
        return copies[shift(bit)][(int) (bit / BITS)] & 0xFF;
    }

    /// The number in the four bytes from a bit on, the most significant first.
    long unsignedInt(long bit) {
        long number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = number << BITS | unsignedByte(bit + (long) i * BITS);
        }
        return number;
    }

    private static int shift(long bit) {
        return (int) (bit % BITS);
    }
}
