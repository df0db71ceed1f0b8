package dev.spartanlake.reference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the game itself says about a medal.
///
/// Source: the game's medal metadata, one element of `medals`.
///
/// @param nameId the medal's id, unsigned 32-bit: 0 to 4,294,967,295
/// @param names the medal's name by locale (`en-US`, `fr-FR`, …), sorted by locale; `en-US` is always there
/// @param descriptions how it is earned, by locale, sorted by locale; empty because the source describes it
/// nowhere
/// @param difficulty one of [#DIFFICULTIES], or a name the game added since
/// @param type `spree`, `mode`, `multikill`, `proficiency`, `skill` or `style`, or a name the game added
/// since
/// @param spriteIndex its place in the game's sprite sheets, row by row from 0
/// @param sortingWeight how far up it belongs in a list, larger is further
/// @param personalScore the points its award adds to the personal score
public record MedalDefinition(
        long nameId,
        Map<String, String> names,
        Map<String, String> descriptions,
        String difficulty,
        String type,
        int spriteIndex,
        int sortingWeight,
        int personalScore) {

    /// The difficulties, the easiest first.
    public static final List<String> DIFFICULTIES = List.of("normal", "heroic", "legendary", "mythic");

    /// Sorts and copies the maps, and takes the spaces around the texts away.
    ///
    /// @throws IllegalArgumentException if the id or the sprite index is out of range, the English name is
    /// missing, a key is no locale, or a text is blank, too long or holds control characters
    public MedalDefinition {
        MedalId.require(nameId);
        names = sorted(names, "names", TextRule.NAME);
        descriptions = sorted(descriptions, "descriptions", TextRule.DESCRIPTION);
        difficulty = TextRule.NAME.require("difficulty", difficulty);
        type = TextRule.NAME.require("type", type);
        if (!names.containsKey(Language.EN.locale())) {
            throw new IllegalArgumentException("names: expected one for en-US, found " + names.keySet());
        }
        if (spriteIndex < 0) {
            throw new IllegalArgumentException("spriteIndex: expected 0 or more, found " + spriteIndex);
        }
    }

    /// The English name.
    public String nameEn() {
        return Objects.requireNonNull(names.get(Language.EN.locale()));
    }

    /// The French name; absent because the source has no French for this medal.
    public @Nullable String nameFr() {
        return names.get(Language.FR.locale());
    }

    /// The English description; absent because the source does not describe this medal in English.
    public @Nullable String descriptionEn() {
        return descriptions.get(Language.EN.locale());
    }

    /// The French description; absent because the source does not describe this medal in French.
    public @Nullable String descriptionFr() {
        return descriptions.get(Language.FR.locale());
    }

    private static Map<String, String> sorted(Map<String, String> texts, String component, TextRule rule) {
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((locale, text) -> {
            TextRule.LOCALE.require(component, locale);
            sorted.put(locale, rule.require(component, text));
        });
        return Collections.unmodifiableMap(sorted);
    }
}
