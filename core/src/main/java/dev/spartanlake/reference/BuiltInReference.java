package dev.spartanlake.reference;

import dev.spartanlake.validation.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The reference data that needs no file: names of the common medals, playlists, modes and categories, in
/// English and French, so that a first warehouse is readable at once.
///
/// Ids, names, difficulties and the like are facts of the game; the descriptions are this project's own
/// words, and so are the French names of what the game does not translate.
public final class BuiltInReference {

    private static final List<GameVariantCategoryName> GAME_VARIANT_CATEGORIES = List.of(
            new GameVariantCategoryName(6, "Slayer", "Assassin"),
            new GameVariantCategoryName(7, "Attrition", "Attrition"),
            new GameVariantCategoryName(8, "Elimination", "Élimination"),
            new GameVariantCategoryName(9, "Fiesta", "Fiesta"),
            new GameVariantCategoryName(10, "SWAT", "SWAT"),
            new GameVariantCategoryName(11, "Strongholds", "Bases"),
            new GameVariantCategoryName(12, "King of the Hill", "Roi de la colline"),
            new GameVariantCategoryName(13, "King of the Hill", "Roi de la colline"),
            new GameVariantCategoryName(14, "Total Control", "Contrôle total"),
            new GameVariantCategoryName(15, "Capture the Flag", "Capture du drapeau"),
            new GameVariantCategoryName(16, "Assault", "Assaut"),
            new GameVariantCategoryName(17, "Extraction", "Extraction"),
            new GameVariantCategoryName(18, "Oddball", "Oddball"),
            new GameVariantCategoryName(19, "Stockpile", "Stockage"),
            new GameVariantCategoryName(20, "Juggernaut", "Juggernaut"),
            new GameVariantCategoryName(21, "Regicide", "Régicide"),
            new GameVariantCategoryName(22, "Infection", "Infection"),
            new GameVariantCategoryName(23, "VIP", "VIP"),
            new GameVariantCategoryName(24, "Escalation", "Escalade"),
            new GameVariantCategoryName(25, "Grifball", "Grifball"),
            new GameVariantCategoryName(26, "Race", "Course"),
            new GameVariantCategoryName(37, "Academy Training", "Entraînement"),
            new GameVariantCategoryName(38, "Weapon Drill", "Exercice de tir"),
            new GameVariantCategoryName(39, "Land Grab", "Land Grab"),
            new GameVariantCategoryName(41, "Minigame", "Mini-jeu"),
            new GameVariantCategoryName(42, "Firefight", "Baptême du feu"));

    private BuiltInReference() {}

    /// All of it but [#gameVariantCategories()], without rejections. The medals that the game awards but
    /// leaves out of its own metadata have names and no definition. Each call reads the resources anew.
    public static ReferenceData load() {
        ReferenceData translations = TranslationSections.read(document("translations.json", TranslationSections.SHAPE));
        ReferenceData medals = MedalMetadataSections.read(document("medal-metadata.json", MedalMetadataSections.SHAPE));
        ReferenceData english =
                MedalNameSections.read(document("medals-en.json", MedalNameSections.SHAPE), Language.EN);
        ReferenceData french = MedalNameSections.read(document("medals-fr.json", MedalNameSections.SHAPE), Language.FR);
        List<MedalName> medalNames = Stream.of(english, french)
                .flatMap(names -> names.medalNames().stream())
                .toList();
        List<Rejection> rejections = Stream.of(translations, medals, english, french)
                .flatMap(data -> data.rejections().stream())
                .toList();
        return new ReferenceData(
                translations.playlists(),
                translations.modes(),
                translations.categories(),
                medalNames,
                medals.medalDefinitions(),
                rejections);
    }

    /// What players call each game variant category that they can meet, by ascending number.
    ///
    /// Categories that are missing are the game's own test modes and numbers without a known meaning.
    public static List<GameVariantCategoryName> gameVariantCategories() {
        return GAME_VARIANT_CATEGORIES;
    }

    private static ReferenceDocument document(String resource, String shape) {
        ReferenceFile file = new ReferenceFile(Path.of(resource), shape);
        try (InputStream in = BuiltInReference.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + resource + "' is not in the program");
            }
            return JsonTree.parse(file, file.decoded(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
