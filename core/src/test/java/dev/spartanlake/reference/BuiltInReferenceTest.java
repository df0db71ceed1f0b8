package dev.spartanlake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInReferenceTest {

    private final ReferenceData builtIn = BuiltInReference.load();

    @Test
    void isSound() {
        assertThat(builtIn.rejections()).isEmpty();
        assertThat(builtIn.playlists()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(builtIn.modes()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(builtIn.categories()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(builtIn.medalDefinitions()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void loadingAgainGivesTheSame() {
        assertThat(BuiltInReference.load()).isEqualTo(builtIn);
    }

    @Test
    void everyMedalIsNamedAndDescribedInBothLanguages() {
        assertThat(builtIn.medalDefinitions()).allSatisfy(medal -> {
            assertThat(medal.nameFr()).isNotNull();
            assertThat(medal.descriptionEn()).isNotNull();
            assertThat(medal.descriptionFr()).isNotNull().isNotEqualTo(medal.descriptionEn());
        });
    }

    @Test
    void everyMedalThatHasOnlyANameHasItInBothLanguages() {
        Map<Long, List<Language>> languages = builtIn.medalNames().stream()
                .collect(Collectors.groupingBy(
                        MedalName::nameId, Collectors.mapping(MedalName::language, Collectors.toList())));

        assertThat(languages).isNotEmpty();
        assertThat(languages.values()).allSatisfy(both -> assertThat(both).containsExactly(Language.values()));
        assertThat(builtIn.medalDefinitions())
                .extracting(MedalDefinition::nameId)
                .doesNotContainAnyElementsOf(languages.keySet());
    }

    @Test
    void noTwoMedalsShareAnEnglishNameOrASprite() {
        assertThat(builtIn.medalDefinitions())
                .extracting(MedalDefinition::nameEn)
                .doesNotHaveDuplicates();
        assertThat(builtIn.medalDefinitions())
                .extracting(MedalDefinition::spriteIndex)
                .doesNotHaveDuplicates();
        assertThat(builtIn.playlists()).extracting(PlaylistName::nameEn).doesNotHaveDuplicates();
    }

    @Test
    void everyModeStandsInACategoryThatIsNamed() {
        List<String> categories =
                builtIn.categories().stream().map(CategoryName::nameEn).toList();

        assertThat(builtIn.modes()).allSatisfy(mode -> {
            assertThat(categories).contains(mode.category());
            assertThat(mode.nameEn()).startsWith(mode.category() + ":").contains(" on ");
        });
    }

    @Test
    void theCategoriesThatPlayersKnowAreNamedInOrder() {
        List<GameVariantCategoryName> categories = BuiltInReference.gameVariantCategories();

        assertThat(categories)
                .extracting(GameVariantCategoryName::category)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(categories)
                .extracting(GameVariantCategoryName::category)
                .containsAll(IntStream.rangeClosed(6, 26).boxed().toList())
                .contains(39, 41, 42);
        assertThat(categories)
                .contains(
                        new GameVariantCategoryName(12, "King of the Hill", "Roi de la colline"),
                        new GameVariantCategoryName(23, "VIP", "VIP"),
                        new GameVariantCategoryName(24, "Escalation", "Escalade"));
    }

    @Test
    void agreesWithTheRecordedMedalMetadata() {
        Map<Long, MedalDefinition> recorded = byKey(
                ReferenceReader.medalMetadata(SharedReference.file("medal_metadata.json"))
                        .medalDefinitions(),
                MedalDefinition::nameId);

        assertThat(builtIn.medalDefinitions()).allSatisfy(medal -> {
            assertThat(recorded).containsKey(medal.nameId());
            MedalDefinition theirs = Objects.requireNonNull(recorded.get(medal.nameId()));
            assertThat(medal)
                    .usingRecursiveComparison()
                    .ignoringFields("names", "descriptions")
                    .isEqualTo(theirs);
            assertThat(medal.nameEn()).isEqualTo(theirs.nameEn());
            assertThat(medal.nameFr()).isEqualTo(theirs.nameFr());
            assertThat(medal.descriptionEn()).isNotEqualTo(theirs.descriptionEn());
        });
    }

    @Test
    void agreesWithTheRecordedMedalNames() {
        Map<Long, MedalName> recorded = byKey(
                ReferenceReader.medalNames(SharedReference.file("medals_en.json"), Language.EN)
                        .medalNames(),
                MedalName::nameId);

        assertThat(builtIn.medalDefinitions())
                .allSatisfy(medal -> assertThat(recorded)
                        .containsEntry(medal.nameId(), new MedalName(medal.nameId(), Language.EN, medal.nameEn())));
        assertThat(builtIn.medalNames()).extracting(MedalName::nameId).doesNotContainAnyElementsOf(recorded.keySet());
    }

    @Test
    void agreesWithTheRecordedPlaylistsModesAndCategories() {
        ReferenceData recorded = ReferenceReader.playlists(SharedReference.file("Playlist_modes_translations.json"));
        Map<String, ModeName> modes = byKey(recorded.modes(), ModeName::nameEn);
        Map<String, CategoryName> categories = byKey(recorded.categories(), CategoryName::nameEn);

        assertThat(builtIn.playlists().stream().filter(playlist -> playlist.assetId() != null))
                .isNotEmpty()
                .isSubsetOf(recorded.playlists());
        assertThat(builtIn.modes().stream().filter(mode -> modes.containsKey(mode.nameEn())))
                .hasSizeGreaterThanOrEqualTo(80)
                .isSubsetOf(recorded.modes());
        assertThat(builtIn.categories().stream().filter(category -> categories.containsKey(category.nameEn())))
                .isNotEmpty()
                .isSubsetOf(recorded.categories());
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, value -> value));
    }
}
