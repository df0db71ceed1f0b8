package dev.spartanlake.reference;

/// What a pair of mode and map is called.
///
/// @param nameEn the game's own name of the pair, such as `Arena:Slayer on Live Fire`, by which it is looked
/// up
/// @param nameFr its French name, as a rule without the map
/// @param category the English name of its category, such as `Arena`
public record ModeName(String nameEn, String nameFr, String category) {

    /// Takes the spaces around the names away.
    ///
    /// @throws IllegalArgumentException if a name is blank, longer than 200 characters or holds control
    /// characters
    public ModeName {
        nameEn = TextRule.NAME.require("nameEn", nameEn);
        nameFr = TextRule.NAME.require("nameFr", nameFr);
        category = TextRule.NAME.require("category", category);
    }
}
