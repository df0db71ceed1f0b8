package dev.spartanlake.generator.film;

import dev.spartanlake.generator.chance.Draw;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/// Writes the chunk of a film that has the highlight events, record by record.
///
/// Records are as long as those of the version are, begin at any bit, and have noise where nothing
/// is known of the format: always the same for one player, and never more than one bit of four, so
/// that no mark and no identifier comes about in it.
///
/// **Source**: the description of the format as recorded films of versions 30 to 41 have it; later
/// versions are written as 41.
public final class HighlightChunkWriter {

    /// Like `78 5e`, with which recorded chunks begin.
    private static final int COMPRESSION = 4;

    private static final int PAYLOAD_AT = 20;
    private static final int HEADER_BYTES = 32;
    private static final int LENGTH_AT = 4;
    private static final int RECORDS_AT = 16;
    private static final byte[] MARK = {0x2D, (byte) 0xC0};
    private static final byte[] END_MARK = {0x00, 0x00, 0x2E, (byte) 0xE0};
    private static final int WINDOW_BYTES = 60;
    private static final int NOISE_MASK = 0x88;

    private final RecordShape shape;
    private final Draw draw;
    private final BitSink bits = new BitSink();
    private int records;

    /// A chunk without records.
    ///
    /// @param majorVersion the film's version, 30 or above
    /// @param seed where the alignment of records and the values of no known meaning come from
    public HighlightChunkWriter(int majorVersion, long seed) {
        shape = RecordShape.of(majorVersion);
        draw = Draw.of(seed);
        bits.bytes(ByteBuffer.allocate(PAYLOAD_AT)
                .putShort(0, (short) 0x0900)
                .putShort(2, (short) draw.next())
                .putInt(8, (int) draw.next())
                .put(12, (byte) draw.between(1, 3))
                .array());
        bits.zeros((HEADER_BYTES - PAYLOAD_AT) * Byte.SIZE);
    }

    /// Appends a record. Nothing is checked, least of all that time does not go back.
    public HighlightChunkWriter record(FilmEvent event) {
        FilmPlayer player = event.player();
        bits.zeros(draw.between(40, 80));
        bits.bytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(player.xuid())
                .array());
        bits.bytes(MARK);
        Draw looks = Draw.of(player.xuid());
        int opened = (Long.BYTES + MARK.length) * Byte.SIZE;
        noise(shape.endBits() - opened - WINDOW_BYTES * Byte.SIZE, looks);
        bits.bytes(window(event));
        bits.bytes(END_MARK);
        int rest = shape.meanBits() - shape.endBits() - END_MARK.length * Byte.SIZE - 60;
        noise(draw.between(rest * 3 / 4, rest * 5 / 4), looks);
        records++;
        return this;
    }

    private void noise(int length, Draw looks) {
        // What does not fill a byte comes first, so that the length is as wanted to the bit.
        bits.zeros(Integer.SIZE + length % Byte.SIZE);
        byte[] noise = new byte[(length - Integer.SIZE) / Byte.SIZE];
        // Most of a player's looks is zero.
        for (int i = 0; i < noise.length; i += looks.between(1, 9)) {
            noise[i] = (byte) (looks.next() & NOISE_MASK);
        }
        bits.bytes(noise);
    }

    private byte[] window(FilmEvent event) {
        FilmPlayer player = event.player();
        return ByteBuffer.allocate(WINDOW_BYTES)
                .put(shape.gamertag(), player.gamertag().getBytes(StandardCharsets.UTF_16LE))
                .put(shape.slot(), (byte) player.slot())
                .put(shape.team(), (byte) player.team())
                .put(shape.teamAgain(), (byte) player.team())
                .put(47, (byte) event.weight())
                .putInt(48, (int) event.millis())
                .put(55, (byte) event.flag())
                .putInt(56, (int) event.code())
                .array();
    }

    /// The content of the chunk.
    public byte[] inflated() {
        return inflated(records);
    }

    /// The content of the chunk, with a number of records in the header that need not be true.
    public byte[] inflated(int declared) {
        byte[] content = bits.toByteArray();
        ByteBuffer header = ByteBuffer.wrap(content);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(LENGTH_AT, content.length - HEADER_BYTES);
        header.order(ByteOrder.BIG_ENDIAN).putInt(RECORDS_AT, declared);
        return content;
    }

    /// The chunk as it is downloaded.
    public byte[] chunk() {
        return deflated(inflated());
    }

    /// A zlib stream of a content.
    public static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(COMPRESSION)) {
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
