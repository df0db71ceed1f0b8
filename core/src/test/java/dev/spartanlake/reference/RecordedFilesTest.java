package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The recorded files come out whole.
class RecordedFilesTest {

    @Test
    void playlistsModesAndCategoriesAreAllTakenIn() {
        ReferenceData data = ReferenceReader.playlists(SharedReference.file("Playlist_modes_translations.json"));

        assertThat(data.rejections()).isEmpty();
        assertThat(data.playlists()).hasSize(14);
        assertThat(data.modes()).hasSize(313);
        assertThat(data.categories()).hasSize(16);
        assertThat(data.medalNames()).isEmpty();
        assertThat(data.medalDefinitions()).isEmpty();
        assertThat(data.playlists())
                .contains(new PlaylistName("1b1691dc-d8b9-4b1f-825d-cb1c065184c1", "Quick Play", "Partie rapide"));
        assertThat(data.modes()).contains(new ModeName("Arena:CTF on Aquarius", "Arène : Capture du drapeau", "Arena"));
    }

    @Test
    void theTruncatedCategoryOfTheRecordingIsKeptAsItStands() {
        ReferenceData data = ReferenceReader.playlists(SharedReference.file("Playlist_modes_translations.json"));

        assertThat(data.categories()).contains(new CategoryName("ght", "Baptême du feu"));
        assertThat(data.modes())
                .filteredOn(mode -> mode.category().equals("ght"))
                .hasSize(1);
    }

    @Test
    void medalNamesOfBothLanguagesAreAllTakenIn() {
        ReferenceData english = ReferenceReader.medalNames(SharedReference.file("medals_en.json"), Language.EN);
        ReferenceData french = ReferenceReader.medalNames(SharedReference.file("medals_fr.json"), Language.FR);

        assertThat(english.rejections()).isEmpty();
        assertThat(french.rejections()).isEmpty();
        assertThat(english.medalNames()).hasSize(153);
        assertThat(french.medalNames()).hasSize(153);
        assertThat(english.medalNames()).contains(new MedalName(4285712605L, Language.EN, "Hang Up"));
        assertThat(french.medalNames()).contains(new MedalName(4285712605L, Language.FR, "Raccrocher"));
        assertThat(english.medalNames().stream().filter(medal -> medal.nameId() > Integer.MAX_VALUE))
                .hasSize(73);
    }

    @Test
    void medalMetadataIsTakenInWithAllItsLanguages() {
        ReferenceData data = ReferenceReader.medalMetadata(SharedReference.file("medal_metadata.json"));

        assertThat(data.rejections()).isEmpty();
        assertThat(data.medalDefinitions()).hasSize(151).allSatisfy(medal -> {
            assertThat(medal.names()).hasSize(14);
            assertThat(medal.descriptions())
                    .hasSize(14)
                    .containsOnlyKeys(medal.names().keySet());
            assertThat(medal.nameFr()).isNotNull();
            assertThat(medal.descriptionEn()).isNotNull();
            assertThat(medal.descriptionFr()).isNotNull();
        });
        assertThat(data.medalDefinitions())
                .extracting(MedalDefinition::spriteIndex)
                .doesNotHaveDuplicates();
    }

    @Test
    void medalMetadataKeepsDifficultyAndTypeByName() {
        ReferenceData data = ReferenceReader.medalMetadata(SharedReference.file("medal_metadata.json"));

        assertThat(count(data, List.of("normal", "heroic", "legendary", "mythic"), MedalDefinition::difficulty))
                .isEqualTo(Map.of("normal", 48L, "heroic", 45L, "legendary", 29L, "mythic", 29L));
        MedalDefinition doubleKill = data.medalDefinitions().stream()
                .filter(medal -> medal.nameId() == 622331684L)
                .findFirst()
                .orElseThrow();
        assertThat(doubleKill.nameEn()).isEqualTo("Double Kill");
        assertThat(doubleKill.nameFr()).isEqualTo("Double frag");
        assertThat(doubleKill.names()).containsEntry("de-DE", "Doppelter Abschuss");
        assertThat(doubleKill.difficulty()).isEqualTo("heroic");
        assertThat(doubleKill.type()).isEqualTo("multikill");
        assertThat(doubleKill.spriteIndex()).isEqualTo(64);
        assertThat(doubleKill.sortingWeight()).isEqualTo(100);
        assertThat(doubleKill.personalScore()).isEqualTo(50);
    }

    private static Map<String, Long> count(
            ReferenceData data, List<String> values, Function<MedalDefinition, String> field) {
        return values.stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value -> data.medalDefinitions().stream()
                                .filter(medal -> field.apply(medal).equals(value))
                                .count()));
    }
}
