package dev.spartanlake.reference;

/// What players call the kind of game that a match's `GameVariantCategory` stands for.
///
/// The game's internal names differ in places: what it calls Bastion is King of the Hill to players, and its
/// Escort is VIP.
///
/// @param category the number in `MatchInfo.GameVariantCategory`
/// @param nameEn the English name
/// @param nameFr the French name
public record GameVariantCategoryName(int category, String nameEn, String nameFr) {

    /// Takes the spaces around the names away.
    ///
    /// @throws IllegalArgumentException if a name is blank, longer than 200 characters or holds control
    /// characters
    public GameVariantCategoryName {
        nameEn = TextRule.NAME.require("nameEn", nameEn);
        nameFr = TextRule.NAME.require("nameFr", nameFr);
    }
}
