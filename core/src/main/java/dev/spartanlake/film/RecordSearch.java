package dev.spartanlake.film;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Finds the records of a chunk. One begins with the player's XUID and a mark, at any bit, and has a second mark at
/// the end of what is known of it; from the first bit to the second mark it is the same way in all records of a film.
///
/// Other values can look like either mark: the time of a kill at 24,000 ms is the second one, a bit further on. So
/// it is the way between the two that tells records from all else: the one that most of the first records have.
final class RecordSearch {

    /// How much there is before the second mark that says what happened.
    static final int WINDOW_BITS = 480;

    private static final long LEAST_XUID = 2_000_000_000_000_000L;
    private static final long MOST_XUID = 3_000_000_000_000_000L;
    private static final int XUID_BYTES = Long.BYTES;
    private static final byte MARK = (byte) 0xC0;
    private static final byte[] BEFORE_MARK = {0x2D, 0x25};

    private static final byte[] END_MARK = {0x00, 0x00, 0x2E, (byte) 0xE0};
    private static final int END_MARK_BITS = END_MARK.length * Byte.SIZE;
    private static final int MOST_RECORD_BITS = 20_000;

    /// Enough to tell the way that is usual, however many values look like marks.
    private static final int COMPARED = 1_000;

    private final BitShifts bits;

    /// The bits at which second marks may begin, in ascending order.
    private final long[] ends;

    RecordSearch(BitShifts bits) {
        this.bits = bits;
        ends = ends();
    }

    /// A record.
    ///
    /// @param start the bit at which it begins
    /// @param window the bit at which begins what says what happened
    record Found(long start, long window) {}

    /// All records, in order.
    List<Found> records() {
        long[] starts = starts();
        long length = usualLength(starts);
        List<Found> records = new ArrayList<>();
        long end = 0;
        for (long start : starts) {
            if (start >= end && length >= WINDOW_BITS && isEnd(start + length)) {
                records.add(new Found(start, start + length - WINDOW_BITS));
                end = start + length + END_MARK_BITS;
            }
        }
        return records;
    }

    /// How many bits there are from a start to an end most often, of several the fewest; 0 where nothing is between
    /// any.
    private long usualLength(long[] starts) {
        Map<Long, Integer> lengths = new TreeMap<>();
        long[] likely = likelyEnds();
        for (long start : Arrays.copyOf(starts, Math.min(starts.length, COMPARED))) {
            int at = Arrays.binarySearch(likely, start + WINDOW_BITS);
            for (int i = at < 0 ? -at - 1 : at; i < likely.length && likely[i] <= start + MOST_RECORD_BITS; i++) {
                lengths.merge(likely[i] - start, 1, Integer::sum);
            }
        }
        return lengths.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    private boolean isEnd(long bit) {
        return Arrays.binarySearch(ends, bit) >= 0;
    }

    /// The bits at which records may begin, in ascending order.
    private long[] starts() {
        LongStream.Builder starts = LongStream.builder();
        for (int shift = 0; shift < Byte.SIZE; shift++) {
            byte[] bytes = bits.from(shift);
            ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = XUID_BYTES + 1; at < bytes.length; at++) {
                if (bytes[at] == MARK && (bytes[at - 1] == BEFORE_MARK[0] || bytes[at - 1] == BEFORE_MARK[1])) {
                    int from = at - 1 - XUID_BYTES;
                    if (isXuid(numbers.getLong(from))) {
                        starts.add((long) from * Byte.SIZE + shift);
                    }
                }
            }
        }
        return starts.build().sorted().toArray();
    }

    private static boolean isXuid(long number) {
        return number > LEAST_XUID && number < MOST_XUID;
    }

    /// Without what is so shortly before another that it would be among what that one ends: it is a value there.
    private long[] likelyEnds() {
        LongStream.Builder likely = LongStream.builder();
        for (int i = 0; i < ends.length; i++) {
            if (i + 1 == ends.length || ends[i + 1] - ends[i] >= WINDOW_BITS) {
                likely.add(ends[i]);
            }
        }
        return likely.build().toArray();
    }

    private long[] ends() {
        LongStream.Builder found = LongStream.builder();
        for (int shift = 0; shift < Byte.SIZE; shift++) {
            byte[] bytes = bits.from(shift);
            for (int at = END_MARK.length - 1; at < bytes.length; at++) {
                if (bytes[at] == END_MARK[3]
                        && bytes[at - 1] == END_MARK[2]
                        && bytes[at - 2] == END_MARK[1]
                        && bytes[at - 3] == END_MARK[0]) {
                    found.add((long) (at - 3) * Byte.SIZE + shift);
                }
            }
        }
        return found.build().sorted().toArray();
    }
}
