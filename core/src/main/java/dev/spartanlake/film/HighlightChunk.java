package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The last chunk of a film: its highlight events.
///
/// The chunk is one zlib stream. Inflated it has a header of 32 bytes, with its length and the number of its records,
/// and then a stream of bits. A record begins with the player's XUID and a mark, at any bit; thousands of bits of the
/// player's looks follow; it ends where a second mark begins, and the 60 bytes before that mark say what happened.
/// Version 30 to 41 are known; later ones are read as 41. The number of records, and what is zero in all of them, tell
/// whether that was right.
public final class HighlightChunk {

    /// Ten times the largest one that is known. Eight times as much is held in memory.
    private static final int MOST_BYTES = 16 << 20;

    /// How long a chunk may be, in bytes. A zlib stream that holds as much as may be read is shorter.
    public static final int MOST_CHUNK_BYTES = MOST_BYTES;

    /// The latest version that is known, as which unknown ones are read.
    public static final int LATEST_VERSION = 41;

    private static final int HEADER_BYTES = 32;
    private static final int LENGTH_AT = 4;
    private static final int RECORDS_AT = 16;

    private static final int WEIGHT_AT = 47;
    private static final int TIME_AT = 48;
    private static final int FLAG_AT = 55;
    private static final int CODE_AT = 56;
    private static final int GAMERTAG_BYTES = 32;
    private static final int NOBODY = 0xFF;

    private final BitShifts bits;
    private final RecordLayout layout;

    private HighlightChunk(byte[] inflated, RecordLayout layout) {
        bits = new BitShifts(inflated);
        this.layout = layout;
    }

    /// Reads a chunk.
    ///
    /// @param chunk as it is downloaded
    /// @param majorVersion the film's version, `CustomData.FilmMajorVersion` of its manifest
    public static FilmReading read(byte[] chunk, int majorVersion) {
        if (chunk.length > MOST_CHUNK_BYTES) {
            return new FilmReading.Refused("length", "at most " + MOST_CHUNK_BYTES + " B", "more");
        }
        byte[] inflated;
        try {
            inflated = inflated(chunk);
        } catch (DataFormatException damaged) {
            return new FilmReading.Refused("compression", "a whole zlib stream", String.valueOf(damaged.getMessage()));
        }
        if (inflated.length > MOST_BYTES) {
            return new FilmReading.Refused("compression", "at most " + MOST_BYTES + " B", "more");
        }
        if (inflated.length < HEADER_BYTES) {
            return new FilmReading.Refused("header", HEADER_BYTES + " B", inflated.length + " B");
        }
        ByteBuffer header = ByteBuffer.wrap(inflated);
        long length =
                Integer.toUnsignedLong(header.order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT));
        if (length != inflated.length - HEADER_BYTES) {
            return new FilmReading.Refused(
                    "length in the header", inflated.length - HEADER_BYTES + " B", length + " B");
        }
        long records = Integer.toUnsignedLong(header.order(ByteOrder.BIG_ENDIAN).getInt(RECORDS_AT));
        return new HighlightChunk(inflated, RecordLayout.of(majorVersion)).read(records);
    }

    /// One byte more than allowed tells that there are more.
    private static byte[] inflated(byte[] chunk) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished() && all.size() <= MOST_BYTES) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("it ends after " + all.size() + " B");
                }
                all.write(buffer, 0, count);
            }
            return all.toByteArray();
        }
    }

    private FilmReading read(long records) {
        List<HighlightEvent> events = new ArrayList<>();
        List<IntUnaryOperator> windows = new ArrayList<>();
        for (RecordSearch.Found record : new RecordSearch(bits).records()) {
            events.add(event(events.size(), record));
            windows.add(offset -> value(record.window(), offset));
        }
        if (events.size() != records) {
            return new FilmReading.Refused(
                    "records", records + ", as the header says", Integer.toString(events.size()));
        }
        if (!layout.fits(windows)) {
            return new FilmReading.Refused(
                    "places of names and teams",
                    "those of " + layout.versions(),
                    RecordLayout.among(windows)
                            .map(found -> "those of " + found.versions())
                            .orElse("others than are known"));
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).time().compareTo(events.get(i - 1).time()) < 0) {
                return new FilmReading.Refused(
                        "time of record " + i,
                        "at least " + events.get(i - 1).time().toMillis() + " ms",
                        events.get(i).time().toMillis() + " ms");
            }
        }
        return new FilmReading.Decoded(events);
    }

    private HighlightEvent event(int ordinal, RecordSearch.Found record) {
        long window = record.window();
        long xuid = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            xuid = xuid << Byte.SIZE | bits.unsignedByte(record.start() + (long) i * Byte.SIZE);
        }
        int slot = value(window, layout.slot());
        return new HighlightEvent(
                ordinal,
                new Xuid(xuid),
                gamertag(window),
                value(window, layout.team()),
                slot == NOBODY ? null : Integer.valueOf(slot),
                Duration.ofMillis(number(window, TIME_AT)),
                Happening.of(value(window, FLAG_AT), number(window, CODE_AT)),
                value(window, WEIGHT_AT));
    }

    private String gamertag(long window) {
        byte[] units = new byte[GAMERTAG_BYTES];
        for (int i = 0; i < units.length; i++) {
            units[i] = (byte) value(window, layout.gamertag() + i);
        }
        String padded = new String(units, StandardCharsets.UTF_16LE);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }

    private int value(long window, int offset) {
        return bits.unsignedByte(window + (long) offset * Byte.SIZE);
    }

    private long number(long window, int offset) {
        return bits.unsignedInt(window + (long) offset * Byte.SIZE);
    }
}
