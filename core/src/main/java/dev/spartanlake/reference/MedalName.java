package dev.spartanlake.reference;

/// What a medal is called in one language.
///
/// @param nameId the medal's id, unsigned 32-bit: 0 to 4,294,967,295
/// @param language the language of the name
/// @param name the name
public record MedalName(long nameId, Language language, String name) {

    /// Takes the spaces around the name away.
    ///
    /// @throws IllegalArgumentException if the id is out of range, or the name is blank, longer than 200
    /// characters or holds control characters
    public MedalName {
        MedalId.require(nameId);
        name = TextRule.NAME.require("name", name);
    }
}
