package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistsFileTest {

    private static final String NAME_RULE = "a text of 1 to 200 characters, not blank and without control characters";
    private static final String UUID_RULE = "a UUID such as 1b1691dc-d8b9-4b1f-825d-cb1c065184c1";

    @TempDir
    Path directory;

    @Test
    void takesAllSectionsInTheirOrder() throws IOException {
        ReferenceData data = read("""
                {"playlists": [{"uuid": "1B1691DC-D8B9-4B1F-825D-CB1C065184C1", "en": "Quick Play", "fr": "Partie rapide"},
                               {"en": "Infection", "fr": "Infection"},
                               {"uuid": null, "en": "Bot Bootcamp", "fr": "Entraînement"}],
                 "modes": [{"en": "Arena:Slayer on Streets", "fr": " Arène : Assassin ", "category": "Arena", "new": 1}],
                 "categories": {"Arena": "Assassin", "ght": "Baptême du feu"},
                 "not known yet": [1, 2.5e999999999, true]}
                """);

        assertThat(data)
                .isEqualTo(new ReferenceData(
                        List.of(
                                new PlaylistName("1b1691dc-d8b9-4b1f-825d-cb1c065184c1", "Quick Play", "Partie rapide"),
                                new PlaylistName(null, "Infection", "Infection"),
                                new PlaylistName(null, "Bot Bootcamp", "Entraînement")),
                        List.of(new ModeName("Arena:Slayer on Streets", "Arène : Assassin", "Arena")),
                        List.of(new CategoryName("Arena", "Assassin"), new CategoryName("ght", "Baptême du feu")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void takesTheSectionsThatAreThere() throws IOException {
        ReferenceData data = read("{\"categories\": {\"Arena\": \"Assassin\"}}");

        assertThat(data.categories()).containsExactly(new CategoryName("Arena", "Assassin"));
        assertThat(data.playlists()).isEmpty();
        assertThat(data.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fr': 'x', 'category': 'c'}           | /modes/1/en       | missing",
                "{'en': null, 'fr': 'x', 'category': 'c'} | /modes/1/en     | null",
                "{'en': 'x', 'category': 'c'}           | /modes/1/fr       | missing",
                "{'en': 'x', 'fr': 'x'}                 | /modes/1/category | missing",
                "{'en': 7, 'fr': 'x', 'category': 'c'}  | /modes/1/en       | 7",
                "{'en': 1e999999999, 'fr': 'x', 'category': 'c'} | /modes/1/en | 1e999999999",
                "{'en': 'x', 'fr': ['x'], 'category': 'c'} | /modes/1/fr    | ['x']",
                "{'en': 'x', 'fr': {}, 'category': 'c'} | /modes/1/fr       | {}",
                "{'en': 'x', 'fr': true, 'category': 'c'} | /modes/1/fr     | true",
                "{'en': 'x', 'fr': '', 'category': 'c'} | /modes/1/fr       | ''",
                "{'en': 'x', 'fr': '  ', 'category': 'c'} | /modes/1/fr     | '  '",
                "{'en': 'x', 'fr': '\\u00a0\\u200b', 'category': 'c'} | /modes/1/fr | '\u00a0\u200b'",
                "{'en': 'x', 'fr': 'a\\u001bb', 'category': 'c'} | /modes/1/fr | 'a\\u001Bb'",
                "{'en': 'x', 'fr': 'a\\nb', 'category': 'c'} | /modes/1/fr  | 'a\\nb'",
                "{'en': 'x', 'fr': 'a\\u202eb', 'category': 'c'} | /modes/1/fr | 'a\u202eb'",
            })
    void refusesOneBadModeAndKeepsTheOthers(String bad, String pointer, String value) throws IOException {
        ReferenceData data = read("""
                {"modes": [{"en": "First", "fr": "Premier", "category": "A"}, %s,
                           {"en": "Last", "fr": "Dernier", "category": "A"}]}
                """.formatted(bad.replace('\'', '"')));

        assertThat(data.rejections()).containsExactly(rejection(pointer, NAME_RULE, value.replace('\'', '"')));
        assertThat(data.modes()).extracting(ModeName::nameEn).containsExactly("First", "Last");
    }

    @Test
    void refusesHalfASurrogatePair() throws IOException {
        ReferenceData data = read("{\"categories\": {\"Arena\": \"\\ud83d\", \"Fiesta\": \"\\ud83c\\udf89 Fiesta\"}}");

        assertThat(data.rejections())
                .extracting(one -> one.violation().pointer())
                .containsExactly("/categories/Arena");
        assertThat(data.categories()).containsExactly(new CategoryName("Fiesta", "\ud83c\udf89 Fiesta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"Slayer\"", "null", "[]", "true"})
    void refusesAnEntryThatIsNoObjectOnce(String bad) throws IOException {
        ReferenceData data = read("{\"playlists\": [" + bad + "], \"modes\": [" + bad + "]}");

        assertThat(data.rejections())
                .containsExactly(rejection("/playlists/0", "an object", bad), rejection("/modes/0", "an object", bad));
    }

    @Test
    void reportsEveryMistakeOfAnEntry() throws IOException {
        ReferenceData data = read("{\"playlists\": [{\"uuid\": 5, \"fr\": \"\"}]}");

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/playlists/0/uuid", UUID_RULE, "5"),
                        rejection("/playlists/0/en", NAME_RULE, "missing"),
                        rejection("/playlists/0/fr", NAME_RULE, "\"\""));
        assertThat(data.playlists()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1b1691dc",
                "1b1691dcd8b94b1f825dcb1c065184c1",
                "{1b1691dc-d8b9-4b1f-825d-cb1c065184c1}",
                "1b1691dc-d8b9-4b1f-825d-cb1c065184cg",
                " 1b1691dc-d8b9-4b1f-825d-cb1c065184c1",
                "1b1691dc-d8b9-4b1f-825d-cb1c065184c12",
                "\u0661b1691dc-d8b9-4b1f-825d-cb1c065184c"
            })
    void refusesAMalformedAssetId(String uuid) throws IOException {
        ReferenceData data = read("{\"playlists\": [{\"uuid\": \"" + uuid + "\", \"en\": \"a\", \"fr\": \"b\"}]}");

        assertThat(data.rejections()).containsExactly(rejection("/playlists/0/uuid", UUID_RULE, "\"" + uuid + "\""));
    }

    @Test
    void refusesTheSecondEntryOfAnAssetIdHoweverItIsWritten() throws IOException {
        ReferenceData data = read("""
                {"playlists": [{"uuid": "1b1691dc-d8b9-4b1f-825d-cb1c065184c1", "en": "Quick Play", "fr": "Rapide"},
                               {"uuid": "1B1691DC-D8B9-4B1F-825D-CB1C065184C1", "en": "Other", "fr": "Autre"}]}
                """);

        assertThat(data.rejections())
                .containsExactly(rejection(
                        "/playlists/1/uuid",
                        "a value that no earlier entry has",
                        "\"1B1691DC-D8B9-4B1F-825D-CB1C065184C1\""));
        assertThat(data.playlists()).extracting(PlaylistName::nameEn).containsExactly("Quick Play");
    }

    @Test
    void refusesTheSecondEntryOfAName() throws IOException {
        ReferenceData data = read("""
                {"playlists": [{"en": "Infection", "fr": "A"}, {"en": "Infection ", "fr": "B"}],
                 "modes": [{"en": "x", "fr": "A", "category": "c"}, {"en": "x", "fr": "B", "category": "c"}],
                 "categories": {"Arena": "A", " Arena": "B"}}
                """);

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/playlists/1/en", "a value that no earlier entry has", "\"Infection \""),
                        rejection("/modes/1/en", "a value that no earlier entry has", "\"x\""),
                        rejection("/categories/ Arena", "a value that no earlier entry has", "\"B\""));
        assertThat(data.modes()).containsExactly(new ModeName("x", "A", "c"));
    }

    @Test
    void aRefusedEntryDoesNotTakeTheNameOfALaterSoundOne() throws IOException {
        ReferenceData data = read("""
                {"modes": [{"en": "x", "fr": 1, "category": "c"}, {"en": "x", "fr": "B", "category": "c"}]}
                """);

        assertThat(data.modes()).containsExactly(new ModeName("x", "B", "c"));
        assertThat(data.rejections())
                .extracting(one -> one.violation().pointer())
                .containsExactly("/modes/0/fr");
    }

    @Test
    void ofAKeyThatOccursTwiceTheFirstStandsAndTheOtherIsReported() throws IOException {
        ReferenceData data = read("""
                {"categories": {"Arena": "A", "a/b~c": "B", "Arena": "C", "a/b~c": 4, "Arena": {}}, "categories": {"X": "Y"}}
                """);

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/categories/Arena", "each key once", "\"C\""),
                        rejection("/categories/a~1b~0c", "each key once", "4"),
                        rejection("/categories/Arena", "each key once", "{}"),
                        rejection("/categories", "each key once", "{\"X\":\"Y\"}"));
        assertThat(data.categories()).containsExactly(new CategoryName("Arena", "A"), new CategoryName("a/b~c", "B"));
    }

    @Test
    void whatIsRepeatedInsideARepeatedKeyDoesNotTouchTheFirst() throws IOException {
        ReferenceData data = read("""
                {"playlists": [{"en": "a", "fr": "b"}], "playlists": [{"en": "c", "en": "d", "fr": "e"}]}
                """);

        assertThat(data.rejections())
                .containsExactly(rejection("/playlists", "each key once", "[{\"en\":\"c\",\"fr\":\"e\"}]"));
        assertThat(data.playlists()).containsExactly(new PlaylistName(null, "a", "b"));
    }

    @Test
    void anEntryWithAKeyTwiceIsRefusedAsAWhole() throws IOException {
        ReferenceData data = read("""
                {"modes": [{"en": "a", "fr": "b", "category": "c"},
                           {"en": "d", "en": "e", "fr": "f", "category": 7},
                           {"en": "g", "fr": "h", "category": "i"}]}
                """);

        assertThat(data.rejections()).containsExactly(rejection("/modes/1/en", "each key once", "\"e\""));
        assertThat(data.modes()).extracting(ModeName::nameEn).containsExactly("a", "g");
    }

    @Test
    void aKeyTwiceInAnEntryDoesNotRefuseAnEntryWhoseIndexStartsAlike() throws IOException {
        String nine = "{\"en\": \"%d\", \"fr\": \"x\", \"category\": \"c\"},".repeat(10);
        String modes = nine.formatted(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        ReferenceData data =
                read("{\"modes\": [" + modes + "{\"en\": \"10\", \"fr\": \"x\", \"fr\": \"y\", \"category\": \"c\"}]}");

        assertThat(data.rejections()).containsExactly(rejection("/modes/10/fr", "each key once", "\"y\""));
        assertThat(data.modes()).extracting(ModeName::nameEn).contains("1").hasSize(10);
    }

    @Test
    void refusesACategoryByItsKeyAndByItsValue() throws IOException {
        ReferenceData data =
                read("{\"categories\": {\"\": \"A\", \"a\\tb\": \"B\", \"Arena/1\": 7, \"Fiesta\": \"F\"}}");

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/categories/", "as the key " + NAME_RULE, "\"\""),
                        rejection("/categories/a\tb", "as the key " + NAME_RULE, "\"a\\tb\""),
                        rejection("/categories/Arena~11", NAME_RULE, "7"));
        assertThat(data.categories()).containsExactly(new CategoryName("Fiesta", "F"));
    }

    @Test
    void namesMayHave200CharactersAndNoMore() throws IOException {
        String longest = "\ud83c\udf89".repeat(200);

        ReferenceData data = read("{\"categories\": {\"a\": \"%s\", \"b\": \"%sx\"}}".formatted(longest, longest));

        assertThat(data.categories()).containsExactly(new CategoryName("a", longest));
        assertThat(data.rejections())
                .extracting(one -> one.violation().pointer())
                .containsExactly("/categories/b");
    }

    @Test
    void readingTwiceGivesTheSame() throws IOException {
        String json =
                "{\"modes\": [{\"en\": \"a\", \"fr\": \"b\", \"category\": \"c\"}, 7], \"categories\": {\"x\": 1}}";

        assertThat(read(json)).isEqualTo(read(json));
    }

    private ReferenceData read(String json) throws IOException {
        return ReferenceReader.playlists(Files.writeString(directory.resolve("names.json"), json));
    }

    private static Rejection rejection(String pointer, String rule, String value) {
        return new Rejection("names.json", new Violation(pointer, rule, value));
    }
}
