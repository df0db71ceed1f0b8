package dev.spartanlake.reference;

/// What a category of modes is called.
///
/// @param nameEn its English name, which is the prefix of its modes' names
/// @param nameFr its French name; several categories may share one
public record CategoryName(String nameEn, String nameFr) {

    /// Takes the spaces around the names away.
    ///
    /// @throws IllegalArgumentException if a name is blank, longer than 200 characters or holds control
    /// characters
    public CategoryName {
        nameEn = TextRule.NAME.require("nameEn", nameEn);
        nameFr = TextRule.NAME.require("nameFr", nameFr);
    }
}
