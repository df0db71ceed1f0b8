package dev.spartanlake.erasure;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.LockedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for a short text in the bytes of files, in any encoding that has ASCII in it or is UTF-16.
///
/// Nearly no byte begins such a text, so that the pattern is tried where one may, and nowhere else.
final class TextInBytes {

    /// How much of a file is held at once, at most.
    static final int WINDOW = 1 << 20;

    /// Longer than the text with what is looked at around it, in two bytes for each character: so much of a window
    /// stays before and after what is looked at.
    static final int MARGIN = 1 << 10;

    private final Pattern text;
    private final boolean[] begins = new boolean[1 << Byte.SIZE];

    /// @param text looks at ASCII alone, and never at more than a quarter of [#MARGIN] characters
    /// @param beginnings the characters with which it may begin, all of ASCII
    TextInBytes(Pattern text, String beginnings) {
        this.text = text;
        beginnings.chars().forEach(character -> begins[character] = true);
    }

    /// Whether the text is in a file.
    ///
    /// @throws WarehouseException with [ErrorCode#STORAGE] when the file cannot be read
    boolean isIn(Path file) {
        try (LockedFiles.Reading reading = LockedFiles.read(file)) {
            return isIn(reading.channel());
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE, Location.of(file), "cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    private boolean isIn(FileChannel channel) throws IOException {
        // One byte more, so that a short file ends within it.
        byte[] window = new byte[Math.clamp(channel.size() + 1, 4 * MARGIN, WINDOW)];
        int from = 0;
        int kept = 0;
        while (true) {
            int length = kept + read(channel, ByteBuffer.wrap(window, kept, window.length - kept));
            boolean isEnd = length < window.length;
            int to = isEnd ? length : length - MARGIN;
            if (isIn(window, length, from, to)) {
                return true;
            }
            if (isEnd) {
                return false;
            }
            kept = length - (to - MARGIN);
            System.arraycopy(window, to - MARGIN, window, 0, kept);
            from = MARGIN;
        }
    }

    /// Reads until nothing remains, or the file ends.
    private static int read(FileChannel channel, ByteBuffer target) throws IOException {
        int start = target.position();
        while (target.hasRemaining() && channel.read(target) >= 0) {}
        return target.position() - start;
    }

    /// Whether the text begins at one of some bytes. In UTF-16 every second byte of it is the same as in ASCII, and
    /// those between are zero.
    private boolean isIn(byte[] window, int length, int from, int to) {
        Matcher ascii = matcher(new Characters(window, length, 0, 1));
        List<Matcher> utf16 =
                List.of(matcher(new Characters(window, length, 0, 2)), matcher(new Characters(window, length, 1, 2)));
        for (int i = nextBeginning(window, from, to); i < to; i = nextBeginning(window, i + 1, to)) {
            if (beginsAt(ascii, i) || beginsAt(utf16.get(i % 2), i / 2)) {
                return true;
            }
        }
        return false;
    }

    private int nextBeginning(byte[] window, int from, int to) {
        int i = from;
        while (i < to && !begins[Byte.toUnsignedInt(window[i])]) {
            i++;
        }
        return i;
    }

    private Matcher matcher(Characters characters) {
        return text.matcher(characters).useTransparentBounds(true);
    }

    private static boolean beginsAt(Matcher matcher, int index) {
        return matcher.region(index, matcher.regionEnd()).lookingAt();
    }

    /// Bytes as characters, each by itself.
    private static final class Characters implements CharSequence {

        private final byte[] bytes;
        private final int length;
        private final int first;
        private final int step;

        /// @param length how many of the bytes there are
        /// @param first the offset of the first one that is a character
        /// @param step from one to the next
        private Characters(byte[] bytes, int length, int first, int step) {
            this.bytes = bytes;
            this.length = length;
            this.first = first;
            this.step = step;
        }

        @Override
        public int length() {
            return Math.max(0, (length - first + step - 1) / step);
        }

        @Override
        public char charAt(int index) {
            return (char) Byte.toUnsignedInt(bytes[first + index * step]);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Characters(bytes, Math.min(length, first + end * step), first + start * step, step);
        }

        @Override
        public String toString() {
            char[] characters = new char[length()];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = charAt(i);
            }
            return String.valueOf(characters);
        }
    }
}
