package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedalMetadataFileTest {

    private static final String NAME_RULE = "a text of 1 to 200 characters, not blank and without control characters";

    private static final String SOUND = """
            {"name": {"value": "Ace", "translations": {"fr-FR": "As", "zh-TW": "王牌"}},
             "description": {"value": "All of them", "translations": {"fr-FR": "Tous"}},
             "spriteIndex": 21, "sortingWeight": 150, "difficultyIndex": 1, "typeIndex": 0,
             "personalScore": -5, "nameId": 4285712605}""";

    @TempDir
    Path directory;

    @Test
    void takesAMedalWithItsTextsByLocale() throws IOException {
        ReferenceData data = readMedals(SOUND);

        assertThat(data.rejections()).isEmpty();
        assertThat(data.medalDefinitions())
                .containsExactly(new MedalDefinition(
                        4285712605L,
                        Map.of("en-US", "Ace", "fr-FR", "As", "zh-TW", "王牌"),
                        Map.of("en-US", "All of them", "fr-FR", "Tous"),
                        "heroic",
                        "spree",
                        21,
                        150,
                        -5));
    }

    @Test
    void whatTheGameDoesNotTranslateIsUnknown() throws IOException {
        String medal = SOUND.replace(
                        "\"translations\": {\"fr-FR\": \"As\", \"zh-TW\": \"王牌\"}", "\"translations\": null")
                .replaceAll("\"description\": .*\\n", "");

        MedalDefinition definition = readMedals(medal).medalDefinitions().getFirst();

        assertThat(definition.nameEn()).isEqualTo("Ace");
        assertThat(definition.nameFr()).isNull();
        assertThat(definition.descriptionEn()).isNull();
        assertThat(definition.descriptionFr()).isNull();
        assertThat(definition.descriptions()).isEmpty();
    }

    @Test
    void aNegativeIdStandsForTheUnsignedOne() throws IOException {
        ReferenceData data = readMedals(SOUND.replace("4285712605", "-9254691"));

        assertThat(data.medalDefinitions()).extracting(MedalDefinition::nameId).containsExactly(4285712605L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"nameId\": 4285712605 | \"nameId\": 4294967296 | /nameId | a medal id from 0 to 4294967295 | 4294967296",
                "\"nameId\": 4285712605 | \"nameId\": -2147483649 | /nameId | a medal id from 0 to 4294967295 | -2147483649",
                "\"nameId\": 4285712605 | \"nameId\": \"7\" | /nameId | a medal id from 0 to 4294967295 | \"7\"",
                "\"nameId\": 4285712605 | \"nameId\": 7.0 | /nameId | a medal id from 0 to 4294967295 | 7.0",
                "\"nameId\": 4285712605 | \"id\": 7 | /nameId | a medal id from 0 to 4294967295 | missing",
                "\"spriteIndex\": 21 | \"spriteIndex\": -1 | /spriteIndex | an integer from 0 to 2147483647 | -1",
                "\"spriteIndex\": 21 | \"spriteIndex\": 1e2 | /spriteIndex | an integer from 0 to 2147483647 | 1e2",
                "\"spriteIndex\": 21 | \"spriteIndex\": 2147483648 | /spriteIndex | an integer from 0 to 2147483647"
                        + " | 2147483648",
                "\"sortingWeight\": 150 | \"sortingWeight\": null | /sortingWeight"
                        + " | an integer from -2147483648 to 2147483647 | null",
                "\"personalScore\": -5 | \"personalScore\": -2147483649 | /personalScore"
                        + " | an integer from -2147483648 to 2147483647 | -2147483649",
                "\"difficultyIndex\": 1 | \"difficultyIndex\": 4 | /difficultyIndex"
                        + " | the index of a label of /difficulties, which holds 4 | 4",
                "\"difficultyIndex\": 1 | \"difficultyIndex\": -1 | /difficultyIndex"
                        + " | the index of a label of /difficulties, which holds 4 | -1",
                "\"typeIndex\": 0 | \"typeIndex\": 2 | /typeIndex"
                        + " | the index of a label of /types, which holds 2 | 2",
                "\"typeIndex\": 0 | \"type\": 0 | /typeIndex"
                        + " | the index of a label of /types, which holds 2 | missing",
                "\"value\": \"Ace\" | \"value\": \" \" | /name/value | NAME | \" \"",
                "\"value\": \"Ace\", | `` | /name/value | NAME | missing",
                "\"fr-FR\": \"As\" | \"fr-FR\": 5 | /name/translations/fr-FR | NAME | 5",
                "\"fr-FR\": \"As\" | \"fr/F~R\": \"As\" | /name/translations/fr~1F~0R"
                        + " | as the key a locale such as fr-FR | \"fr/F~R\"",
                "\"fr-FR\": \"Tous\" | \"fr-FR\": \"a\\u0000b\" | /description/translations/fr-FR"
                        + " | a text of 1 to 2000 characters, not blank and without control characters | \"a\\u0000b\"",
            })
    void refusesOneBadMedalAndKeepsTheOthers(String sound, String bad, String place, String rule, String value)
            throws IOException {
        ReferenceData data = readMedals(
                SOUND.replace("4285712605", "1"),
                SOUND.replace("4285712605", "2"),
                SOUND.replace("4285712605", "3"),
                SOUND.replace(sound, bad));

        assertThat(data.rejections())
                .containsExactly(rejection("/medals/3" + place, rule.equals("NAME") ? NAME_RULE : rule, value));
        assertThat(data.medalDefinitions()).extracting(MedalDefinition::nameId).containsExactly(1L, 2L, 3L);
    }

    @Test
    void refusesAMedalThatIsNoObjectOnce() throws IOException {
        ReferenceData data = readMedals("\"Ace\"", SOUND);

        assertThat(data.rejections()).containsExactly(rejection("/medals/0", "an object", "\"Ace\""));
        assertThat(data.medalDefinitions()).hasSize(1);
    }

    @Test
    void refusesAMedalWhoseTextsAreNoObjects() throws IOException {
        ReferenceData data = readMedals(SOUND.replaceAll("\"name\": .*\\n", "\"name\": \"Ace\",")
                .replaceAll("\"description\": .*\\n", "\"description\": {\"value\": \"x\", \"translations\": [7]},"));

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/medals/0/name", "an object", "\"Ace\""),
                        rejection("/medals/0/description/translations", "an object from locales to texts", "[7]"));
    }

    @Test
    void refusesTheSecondMedalOfAnId() throws IOException {
        ReferenceData data = readMedals(SOUND, SOUND.replace("Ace", "Other"));

        assertThat(data.rejections())
                .containsExactly(rejection("/medals/1/nameId", "a value that no earlier entry has", "4285712605"));
        assertThat(data.medalDefinitions()).extracting(MedalDefinition::nameEn).containsExactly("Ace");
    }

    @Test
    void refusesAMedalWithAKeyTwiceHoweverDeepItStands() throws IOException {
        ReferenceData data = readMedals(SOUND.replace("\"fr-FR\": \"As\"", "\"fr-FR\": \"As\", \"fr-FR\": \"Autre\""));

        assertThat(data.rejections())
                .containsExactly(rejection("/medals/0/name/translations/fr-FR", "each key once", "\"Autre\""));
        assertThat(data.medalDefinitions()).isEmpty();
    }

    @Test
    void aRefusedLabelKeepsOnlyItsOwnMedalsOut() throws IOException {
        ReferenceData data =
                read("""
                {"difficulties": ["normal", 7], "types": ["spree"], "medals": [%s, %s]}
                """.formatted(SOUND, SOUND.replace("\"difficultyIndex\": 1", "\"difficultyIndex\": 0")));

        assertThat(data.rejections())
                .containsExactly(
                        rejection("/difficulties/1", NAME_RULE, "7"),
                        rejection(
                                "/medals/0/difficultyIndex",
                                "the index of a label of /difficulties that was not refused",
                                "1"));
        assertThat(data.medalDefinitions())
                .extracting(MedalDefinition::difficulty)
                .containsExactly("normal");
    }

    private ReferenceData readMedals(String... medals) throws IOException {
        return read("""
                {"difficulties": ["normal", "heroic", "legendary", "mythic"], "types": ["spree", "mode"],
                 "sprites": {"small": {"columns": 16}}, "medals": [%s]}
                """.formatted(String.join(",", medals)));
    }

    private ReferenceData read(String json) throws IOException {
        return ReferenceReader.medalMetadata(Files.writeString(directory.resolve("metadata.json"), json));
    }

    private static Rejection rejection(String pointer, String rule, String value) {
        return new Rejection("metadata.json", new Violation(pointer, rule, value));
    }
}
