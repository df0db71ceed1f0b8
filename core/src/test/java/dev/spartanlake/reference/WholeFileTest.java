package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a file as a whole is one clear error and never a part of it taken in.
class WholeFileTest {

    private static final String NAMES = "{\"1\": \"Épée\"}";

    @TempDir
    Path directory;

    @Test
    void aFileThatIsNotThereIsUnreadable() {
        Path file = directory.resolve("absent.json");

        WarehouseException thrown =
                catchThrowableOfType(WarehouseException.class, () -> ReferenceReader.playlists(file));

        assertThat(thrown.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        assertThat(thrown.location()).isEqualTo(Location.of(file));
        assertThat(thrown)
                .hasMessage("reference file '" + file
                        + "' cannot be read: there is no such file; name an existing file that you may read");
    }

    @Test
    void aDirectoryIsUnreadable() {
        WarehouseException thrown =
                catchThrowableOfType(WarehouseException.class, () -> ReferenceReader.medalMetadata(directory));

        assertThat(thrown.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        assertThat(thrown)
                .hasMessage("reference file '" + directory
                        + "' cannot be read: it is a directory; name an existing file that you may read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t "})
    void anEmptyFileIsMalformed(String text) throws IOException {
        assertThat(malformed(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("reference file '" + file() + "': expected a JSON object from medal ids to names,"
                        + " found an empty file (nothing was taken from it; check that it is the file you meant)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"1\": \"a\", \"2\": \"b | text that is not JSON at line 1, column",
                "{\"1\": \"a\", \"2\" | text that is not JSON at line 1, column",
                "{\"1\": \"a\" | text that is not JSON at line 1, column",
                "{\"1\": \"a\",} | text that is not JSON at line 1, column",
                "{'1': 'a'} | text that is not JSON at line 1, column",
                "{\"1\": NaN} | text that is not JSON at line 1, column 10, near '\"1\": NaN}' (",
                "<html></html> | text that is not JSON at line 1, column",
                "{} {} | a second JSON value at line 1",
                "{}} | text that is not JSON at line 1, column",
                "[] | an array",
                "\"names\" | a string",
                "7 | a number",
                "7.5 | a number",
                "true | a boolean",
                "null | null",
            })
    void whatIsNotOneJsonObjectIsMalformed(String text, String found) throws IOException {
        assertThat(malformed(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("expected a JSON object from medal ids to names, found " + found)
                .message()
                .hasLineCount(1);
    }

    @Test
    void everyTruncationOfAFileIsMalformed() throws IOException {
        byte[] whole = "{\"1\": \"Épée\", \"2\": \"b\"}".getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            assertThat(malformed(Arrays.copyOf(whole, length)))
                    .as("the first %d bytes", length)
                    .hasMessageContaining("expected a JSON object from medal ids to names");
        }
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void whatIsNotUtf8IsMalformed(Charset charset, String found) throws IOException {
        assertThat(malformed(NAMES.getBytes(charset))).hasMessageContaining("found " + found + "; save it as UTF-8");
    }

    static Stream<Arguments> otherEncodings() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_16, "UTF-16 text"),
                Arguments.of(StandardCharsets.UTF_16LE, "UTF-16 text"),
                Arguments.of(StandardCharsets.UTF_16BE, "UTF-16 text"),
                Arguments.of(StandardCharsets.ISO_8859_1, "bytes that are not UTF-8 text"));
    }

    @Test
    void overlongUtf8IsMalformed() throws IOException {
        byte[] overlong = {'{', '"', '1', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};

        assertThat(malformed(overlong)).hasMessageContaining("found bytes that are not UTF-8 text");
    }

    @Test
    void aByteOrderMarkOfUtf8IsPassedOver() throws IOException {
        Path file = Files.writeString(file(), "\uFEFF" + NAMES);

        assertThat(ReferenceReader.medalNames(file, Language.FR).medalNames())
                .containsExactly(new MedalName(1, Language.FR, "Épée"));
    }

    @Test
    void deepNestingIsMalformed() throws IOException {
        String deep = "{\"1\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";

        assertThat(malformed(deep.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(
                        "found more than 32 levels of nesting, or a key or number of more than 1000" + " characters");
    }

    @Test
    void aHugeKeyOrNumberIsMalformed() throws IOException {
        String key = "{\"" + "9".repeat(2_000) + "\": \"x\"}";
        String number = "{\"1\": " + "9".repeat(2_000) + "}";

        assertThat(malformed(key.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("a key or number");
        assertThat(malformed(number.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("a key or number");
    }

    @Test
    void aHugeTextIsRefusedAlone() throws IOException {
        Path file = Files.writeString(file(), "{\"1\": \"" + "x".repeat(10_000_000) + "\", \"2\": \"b\"}");

        ReferenceData data = ReferenceReader.medalNames(file, Language.EN);

        assertThat(data.medalNames()).containsExactly(new MedalName(2, Language.EN, "b"));
        assertThat(data.rejections()).singleElement().satisfies(one -> {
            assertThat(one.violation().pointer()).isEqualTo("/1");
            assertThat(one.violation().value()).startsWith("\"xxx").hasSizeLessThan(200);
        });
    }

    @Test
    void aFileOfMoreThan16MegabytesIsMalformed() throws IOException {
        byte[] spaces = new byte[(16 << 20) + 1];
        Arrays.fill(spaces, (byte) ' ');

        assertThat(malformed(spaces)).hasMessageContaining("found more than 16 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x%d\": 1", "\"x\": %d"})
    void aFileWithNothingButMistakesIsMalformed(String member) throws IOException {
        StringBuilder json = new StringBuilder("{\"first\": 0");
        for (int index = 0; index < 10_002; index++) {
            json.append(", ").append(String.format(Locale.ROOT, member, index));
        }

        assertThat(malformed(json.append('}').toString().getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("found more than 10000 broken rules");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                       | an array",
                "{}                       | an object with none of them",
                "{\"622331684\": \"Ace\"} | an object with none of them",
                "{\"playlists\": {}}      | playlists as an object instead of an array",
                "{\"modes\": null}        | modes as null instead of an array",
                "{\"categories\": []}     | categories as an array instead of an object",
            })
    void aFileOfPlaylistsNeedsItsSections(String text, String found) throws IOException {
        Path file = Files.writeString(file(), text);

        WarehouseException thrown =
                catchThrowableOfType(WarehouseException.class, () -> ReferenceReader.playlists(file));

        assertThat(thrown.code()).isEqualTo(ErrorCode.REFERENCE_MALFORMED);
        assertThat(thrown)
                .hasMessageContaining(
                        "expected a JSON object with playlists, modes and categories, found " + found + " (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                       | an array",
                "{\"types\": [], \"medals\": []}                          | an object without difficulties",
                "{\"difficulties\": [], \"types\": []}                    | an object without medals",
                "{\"difficulties\": 7, \"types\": [], \"medals\": []}     | difficulties as a number instead of an array",
                "{\"difficulties\": [], \"types\": [], \"medals\": \"x\"} | medals as a string instead of an array",
            })
    void aFileOfMedalMetadataNeedsItsSections(String text, String found) throws IOException {
        Path file = Files.writeString(file(), text);

        WarehouseException thrown =
                catchThrowableOfType(WarehouseException.class, () -> ReferenceReader.medalMetadata(file));

        assertThat(thrown.code()).isEqualTo(ErrorCode.REFERENCE_MALFORMED);
        assertThat(thrown)
                .hasMessageContaining(
                        "expected a JSON object with difficulties, types and medals, found " + found + " (");
    }

    private WarehouseException malformed(byte[] content) throws IOException {
        Path file = Files.write(file(), content);
        WarehouseException thrown =
                catchThrowableOfType(WarehouseException.class, () -> ReferenceReader.medalNames(file, Language.EN));
        assertThat(thrown).as("the error about %s", file).isNotNull();
        assertThat(thrown.code()).isEqualTo(ErrorCode.REFERENCE_MALFORMED);
        assertThat(thrown.location()).isEqualTo(Location.of(file));
        return thrown;
    }

    private Path file() {
        return directory.resolve("medals.json");
    }
}
