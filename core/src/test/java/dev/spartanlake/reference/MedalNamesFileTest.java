package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedalNamesFileTest {

    private static final String KEY_RULE = "as the key a medal id from 0 to 4294967295";

    @TempDir
    Path directory;

    @Test
    void takesNamesInTheLanguageTheFileIsSaidToBeIn() throws IOException {
        ReferenceData data = read("{\"622331684\": \"Double frag\", \"0\": \"Zéro\", \"4294967295\": \"Dernier\"}");

        assertThat(data.rejections()).isEmpty();
        assertThat(data.medalNames())
                .containsExactly(
                        new MedalName(622331684L, Language.FR, "Double frag"),
                        new MedalName(0, Language.FR, "Zéro"),
                        new MedalName(4294967295L, Language.FR, "Dernier"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 4294967295", "-9254691, 4285712605", "-2147483648, 2147483648"})
    void readsNegativeIdsOfOldDumpsAsTheUnsignedOnesTheyStandFor(String key, long nameId) throws IOException {
        ReferenceData data = read("{\"" + key + "\": \"x\"}");

        assertThat(data.medalNames()).containsExactly(new MedalName(nameId, Language.FR, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4294967296",
                "-2147483649",
                "99999999999999999999999999",
                "007",
                "-0",
                "+7",
                "7.0",
                "1e3",
                "0x1F",
                " 7",
                "seven",
                "",
                "\u0667"
            })
    void refusesAKeyThatIsNoMedalId(String key) throws IOException {
        ReferenceData data = read("{\"1\": \"a\", \"" + key + "\": \"x\", \"2\": \"b\"}");

        assertThat(data.rejections())
                .containsExactly(new Rejection("medals.json", new Violation("/" + key, KEY_RULE, "\"" + key + "\"")));
        assertThat(data.medalNames()).extracting(MedalName::nameId).containsExactly(1L, 2L);
    }

    @Test
    void refusesANameThatIsNoText() throws IOException {
        ReferenceData data = read("{\"1\": 5, \"2\": null, \"3\": \"\\t\", \"4\": \"d\"}");

        assertThat(data.rejections().stream().map(Rejection::sentence))
                .containsExactly(
                        "medals.json at /1: expected a text of 1 to 200 characters, not blank and without control"
                                + " characters, found 5",
                        "medals.json at /2: expected a text of 1 to 200 characters, not blank and without control"
                                + " characters, found null",
                        "medals.json at /3: expected a text of 1 to 200 characters, not blank and without control"
                                + " characters, found \"\\t\"");
        assertThat(data.medalNames()).extracting(MedalName::nameId).containsExactly(4L);
    }

    @Test
    void refusesTheSecondNameOfAMedal() throws IOException {
        ReferenceData data = read("{\"7\": \"a\", \"7\": \"b\", \"4294967295\": \"c\", \"-1\": \"d\"}");

        assertThat(data.rejections())
                .containsExactly(
                        new Rejection("medals.json", new Violation("/7", "each key once", "\"b\"")),
                        new Rejection(
                                "medals.json", new Violation("/-1", "a value that no earlier entry has", "\"d\"")));
        assertThat(data.medalNames()).extracting(MedalName::name).containsExactly("a", "c");
    }

    @Test
    void anEmptyObjectHoldsNoNames() throws IOException {
        ReferenceData data = read("{}");

        assertThat(data.medalNames()).isEmpty();
        assertThat(data.rejections()).isEmpty();
    }

    private ReferenceData read(String json) throws IOException {
        return ReferenceReader.medalNames(Files.writeString(directory.resolve("medals.json"), json), Language.FR);
    }
}
