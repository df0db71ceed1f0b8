package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceRecordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLanguageIsUnderstoodByItsTag(Language language) {
        assertThat(Language.parse(language.tag())).isEqualTo(language);
    }

    @Test
    void languageTagsAreTheOnesUsersWrite() {
        assertThat(Language.EN.tag()).isEqualTo("en");
        assertThat(Language.FR.tag()).isEqualTo("fr");
        assertThat(Language.parse("FR")).isEqualTo(Language.FR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "fr-FR", " en"})
    void refusesAnotherLanguage(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.parse(text))
                .withMessage("expected the language en or fr, found '" + text + "'");
    }

    @Test
    void oneAssetIdHasOneSpelling() {
        PlaylistName playlist = new PlaylistName("1B1691DC-D8B9-4B1F-825D-CB1C065184C1", " Quick Play ", "Rapide");

        assertThat(playlist)
                .isEqualTo(new PlaylistName("1b1691dc-d8b9-4b1f-825d-cb1c065184c1", "Quick Play", "Rapide"));
    }

    @Test
    void recordsRefuseWhatTheReaderWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaylistName("x", "a", "b"))
                .withMessage("assetId: expected a UUID such as 1b1691dc-d8b9-4b1f-825d-cb1c065184c1, found 'x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModeName("a", " ", "c"))
                .withMessage("nameFr: expected a text of 1 to 200 characters, not blank and without control characters,"
                        + " found ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MedalName(1L << 32, Language.EN, "a"))
                .withMessage("nameId: expected a medal id from 0 to 4294967295, found 4294967296");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(Map.of("fr-FR", "As"), 0))
                .withMessage("names: expected one for en-US, found [fr-FR]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(Map.of("en-US", "Ace"), -1))
                .withMessage("spriteIndex: expected 0 or more, found -1");
    }

    @Test
    void textsAreSortedByLocale() {
        MedalDefinition definition =
                definition(Map.of("zh-TW", "王牌", "fr-FR", "As", "en-US", "Ace", "de-DE", "Ass"), 0);

        assertThat(definition.names().keySet()).containsExactly("de-DE", "en-US", "fr-FR", "zh-TW");
    }

    private static MedalDefinition definition(Map<String, String> names, int spriteIndex) {
        return new MedalDefinition(521420212L, names, Map.of(), "legendary", "mode", spriteIndex, 150, 0);
    }
}
