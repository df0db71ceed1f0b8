package dev.spartanlake.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextInBytesTest {

    private static final int WINDOW = TextInBytes.WINDOW;
    private static final int MARGIN = TextInBytes.MARGIN;

    /// The longest text below in bytes.
    private static final int LONGEST = 14;

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final TextInBytes search = new TextInBytes(Pattern.compile("(?<![0-9])123456(?![0-9])"), "1");

    @TempDir
    private Path directory;

    @Test
    void findsATextAtEveryPlaceAroundTheBordersOfWhatIsHeldAtOnce() throws IOException {
        for (Charset encoding : ENCODINGS) {
            byte[] text = "123456".getBytes(encoding);
            for (int border : List.of(0, WINDOW - MARGIN, WINDOW, 2 * (WINDOW - MARGIN), 2 * WINDOW - MARGIN)) {
                for (int i = Math.max(0, border - LONGEST); i <= border; i++) {
                    byte[] bytes = new byte[border + 60];
                    System.arraycopy(text, 0, bytes, i, text.length);

                    assertThat(isIn(bytes)).as(encoding + " at " + i).isTrue();
                }
            }
        }
    }

    /// What stands before and after a text across a border counts as anywhere else.
    @Test
    void findsNoPartOfALongerNumber() throws IOException {
        for (Charset encoding : ENCODINGS) {
            for (String number : List.of("0123456", "1234567", "12345")) {
                byte[] text = number.getBytes(encoding);
                for (int border : List.of(WINDOW - MARGIN, WINDOW)) {
                    for (int i = border - LONGEST; i <= border; i++) {
                        byte[] bytes = new byte[WINDOW + 60];
                        System.arraycopy(text, 0, bytes, i, text.length);

                        assertThat(isIn(bytes))
                                .as(number + " in " + encoding + " at " + i)
                                .isFalse();
                    }
                }
            }
        }
    }

    /// The oracle reads the bytes as text and lets the pattern look through all of it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithThePatternOnAnyBytes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextBoolean() ? "121".charAt(random.nextInt(3)) : 0);
            }
            TextInBytes few = new TextInBytes(Pattern.compile("(?<!1)12(?!2)"), "1");
            Path file = Files.write(directory.resolve("any"), bytes);

            assertThat(few.isIn(file)).as(Arrays.toString(bytes)).isEqualTo(isInAnyReading(bytes));
        }
    }

    private static boolean isInAnyReading(byte[] bytes) {
        StringBuilder ascii = new StringBuilder();
        StringBuilder even = new StringBuilder();
        StringBuilder odd = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            ascii.append((char) bytes[i]);
            (i % 2 == 0 ? even : odd).append((char) bytes[i]);
        }
        Pattern pattern = Pattern.compile("(?<!1)12(?!2)");
        return List.of(ascii, even, odd).stream()
                .anyMatch(text -> pattern.matcher(text).find());
    }

    private boolean isIn(byte[] bytes) throws IOException {
        return search.isIn(Files.write(directory.resolve("bytes"), bytes));
    }
}
