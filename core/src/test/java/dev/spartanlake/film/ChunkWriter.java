package dev.spartanlake.film;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import java.util.zip.Deflater;

/// Writes chunks bit by bit, as the format is described, with noise where nothing is known.
///
/// Bytes of noise have no bit set that could be part of a mark or of an identifier.
final class ChunkWriter {

    private static final int HEADER_BITS = 32 * 8;
    private static final int NOISE_BITS = 4000;

    private final Random random;
    private final int version;
    private final BitSet bits = new BitSet();
    private int length = HEADER_BITS;
    private int records;

    ChunkWriter(int version, long seed) {
        this.version = version;
        random = new Random(seed);
    }

    /// Writes a record, at a bit that has no relation to that of the one before.
    ChunkWriter record(long xuid, String gamertag, int team, int slot, long millis, int flag, long code, int weight) {
        length += 1 + random.nextInt(23);
        bytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(xuid)
                .array());
        bytes(new byte[] {0x2D, (byte) 0xC0});
        for (int i = 0; i < NOISE_BITS; i += 4) {
            // One bit of four, so that no byte is a mark's.
            bits.set(length + i, random.nextBoolean());
        }
        length += NOISE_BITS;
        bytes(window(gamertag, team, slot, millis, flag, code, weight));
        bytes(new byte[] {0x00, 0x00, 0x2E, (byte) 0xE0});
        length += 64;
        records++;
        return this;
    }

    private byte[] window(String gamertag, int team, int slot, long millis, int flag, long code, int weight) {
        ByteBuffer window = ByteBuffer.allocate(60);
        byte[] name = gamertag.getBytes(StandardCharsets.UTF_16LE);
        if (version <= 38) {
            window.put(0, name).put(32, (byte) slot).put(33, (byte) team).put(34, (byte) team);
        } else if (version <= 40) {
            window.put(12, name).put(4, (byte) team).put(6, (byte) team).put(7, (byte) slot);
        } else {
            window.put(0, name).put(36, (byte) slot).put(37, (byte) team).put(38, (byte) team);
        }
        window.put(47, (byte) weight)
                .putInt(48, (int) millis)
                .put(55, (byte) flag)
                .putInt(56, (int) code);
        return window.array();
    }

    private void bytes(byte[] content) {
        for (byte each : content) {
            for (int bit = 7; bit >= 0; bit--) {
                bits.set(length++, (each >> bit & 1) == 1);
            }
        }
    }

    byte[] inflated() {
        return inflated(records);
    }

    byte[] inflated(int declared) {
        byte[] content = new byte[(length + 7) / 8];
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            content[i / 8] |= (byte) (0x80 >> i % 8);
        }
        ByteBuffer header = ByteBuffer.wrap(content);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(4, content.length - 32);
        header.order(ByteOrder.BIG_ENDIAN).putInt(16, declared);
        return content;
    }

    byte[] chunk() {
        return deflated(inflated());
    }

    static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                chunk.write(buffer, 0, deflater.deflate(buffer));
            }
            return chunk.toByteArray();
        }
    }
}
