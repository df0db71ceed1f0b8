package dev.spartanlake.generator.json;

import java.time.LocalDate;
import java.util.Arrays;

/// One JSON document being written, commas included; its buffer is used again for the next document.
///
/// The caller opens and closes objects and arrays in pairs and writes a name before each member's value; nothing is
/// checked. All text is ASCII and free of characters that need escaping.
///
/// **Threads**: not safe for concurrent use.
public final class JsonBytes {

    /// Durations are counted in ticks of 100 ns, as the API does.
    public static final long TICKS_PER_MILLI = 10_000;

    private static final long TICKS_PER_SECOND = 1000 * TICKS_PER_MILLI;
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final Fragment TRUE = Fragment.value("true");
    private static final Fragment FALSE = Fragment.value("false");
    private static final Fragment NULL = Fragment.value("null");
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_TIME = 40;

    private byte[] bytes = new byte[64 * 1024];
    private int size;
    private boolean commaNext;

    /// Starts a new document.
    public void restart() {
        size = 0;
        commaNext = false;
    }

    /// A copy of what was written since the last restart.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// Writes `{`.
    public void openObject() {
        open('{');
    }

    /// Writes `}`.
    public void closeObject() {
        close('}');
    }

    /// Writes `[`.
    public void openArray() {
        open('[');
    }

    /// Writes `]`.
    public void closeArray() {
        close(']');
    }

    /// Writes the name of the next member.
    public JsonBytes name(Fragment name) {
        copy(name);
        commaNext = false;
        return this;
    }

    /// Writes a value that is already JSON.
    public void value(Fragment json) {
        copy(json);
    }

    /// Writes `null`.
    public void nothing() {
        copy(NULL);
    }

    /// Writes `true` or `false`.
    public void truth(boolean value) {
        copy(value ? TRUE : FALSE);
    }

    /// Writes a string; the text needs no escaping.
    public void text(String text) {
        begin(text.length() + 2);
        put('"');
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        put('"');
    }

    /// Writes a whole number.
    public void number(long value) {
        begin(LONGEST_NUMBER);
        digits(value);
    }

    /// Writes a number of hundredths as a decimal with one or two fraction digits: `-14.0`, `2.66`.
    public void hundredths(long value) {
        begin(LONGEST_NUMBER + 2);
        long magnitude = Math.abs(value);
        if (value < 0) {
            put('-');
        }
        digits(magnitude / 100);
        put('.');
        put((char) ('0' + magnitude / 10 % 10));
        if (magnitude % 10 != 0) {
            put((char) ('0' + magnitude % 10));
        }
    }

    /// Writes a UTC timestamp in milliseconds since 1970 with as many fraction digits as it needs, 0 to 3.
    public void timestamp(long epochMillis) {
        begin(LONGEST_TIME);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, MILLIS_PER_DAY));
        int millis = (int) Math.floorMod(epochMillis, MILLIS_PER_DAY);
        put('"');
        digits(date.getYear());
        put('-');
        twoDigits(date.getMonthValue());
        put('-');
        twoDigits(date.getDayOfMonth());
        put('T');
        twoDigits(millis / 3_600_000);
        put(':');
        twoDigits(millis / 60_000 % 60);
        put(':');
        twoDigits(millis / 1000 % 60);
        fraction(millis % 1000, 100);
        put('Z');
        put('"');
    }

    /// Writes an ISO-8601 duration in ticks with as many fraction digits as it needs, 0 to 7; parts that are zero are
    /// left out, and no time at all is `PT0S`.
    public void duration(long ticks) {
        begin(LONGEST_TIME);
        long seconds = ticks / TICKS_PER_SECOND;
        put('"');
        put('P');
        put('T');
        part(seconds / 3600, 'H');
        part(seconds / 60 % 60, 'M');
        if (ticks % (60 * TICKS_PER_SECOND) != 0 || ticks == 0) {
            digits(seconds % 60);
            fraction(ticks % TICKS_PER_SECOND, TICKS_PER_SECOND / 10);
            put('S');
        }
        put('"');
    }

    private void part(long amount, char unit) {
        if (amount > 0) {
            digits(amount);
            put(unit);
        }
    }

    private void fraction(long amount, long firstDigit) {
        if (amount == 0) {
            return;
        }
        put('.');
        long rest = amount;
        for (long digit = firstDigit; rest > 0; digit /= 10) {
            put((char) ('0' + rest / digit));
            rest %= digit;
        }
    }

    private void open(char bracket) {
        begin(1);
        put(bracket);
        commaNext = false;
    }

    private void close(char bracket) {
        require(1);
        put(bracket);
        commaNext = true;
    }

    private void copy(Fragment fragment) {
        begin(fragment.length());
        fragment.copyTo(bytes, size);
        size += fragment.length();
    }

    private void begin(int length) {
        require(length + 1);
        if (commaNext) {
            put(',');
        }
        commaNext = true;
    }

    private void digits(long value) {
        if (value < 0) {
            put('-');
            digits(-value);
            return;
        }
        int end = size + length(value);
        int at = end;
        long rest = value;
        for (; rest > Integer.MAX_VALUE; rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
        int small = (int) rest;
        for (; at > size; small /= 10) {
            bytes[--at] = (byte) ('0' + small % 10);
        }
        size = end;
    }

    private static int length(long value) {
        int length = 1;
        for (long bound = 10; length < 19 && value >= bound; bound *= 10) {
            length++;
        }
        return length;
    }

    private void twoDigits(int value) {
        put((char) ('0' + value / 10));
        put((char) ('0' + value % 10));
    }

    private void put(char character) {
        bytes[size++] = (byte) character;
    }

    private void require(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
    }
}
