package dev.spartanlake.halo.content;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.List;

/// What medals there are. Not all: some that matches award are missing.
///
/// @param difficulties the names of difficulties, which medals refer to by their place
/// @param types likewise of types
public record MedalMetadata(List<String> difficulties, List<String> types, List<Medal> medals) {

    /// Keeps copies.
    public MedalMetadata {
        difficulties = List.copyOf(difficulties);
        types = List.copyOf(types);
        medals = List.copyOf(medals);
    }

    /// A medal.
    ///
    /// @param nameId the number that matches award it by, of 32 bits without a sign
    /// @param spriteIndex its place in the sheets of pictures
    /// @param difficultyIndex its place among the difficulties
    /// @param typeIndex its place among the types
    public record Medal(
            long nameId,
            LocalText name,
            LocalText description,
            int spriteIndex,
            int sortingWeight,
            int difficultyIndex,
            int typeIndex,
            int personalScore) {

        static Medal read(JsonValue value) throws UnexpectedJson {
            return new Medal(
                    value.field("nameId").whole(),
                    LocalText.read(value.field("name")),
                    LocalText.read(value.field("description")),
                    value.field("spriteIndex").integer(),
                    value.field("sortingWeight").integer(),
                    value.field("difficultyIndex").integer(),
                    value.field("typeIndex").integer(),
                    value.field("personalScore").integer());
        }
    }

    static MedalMetadata read(JsonValue value) throws UnexpectedJson {
        return new MedalMetadata(
                value.field("difficulties").elements(JsonValue::text),
                value.field("types").elements(JsonValue::text),
                value.field("medals").elements(Medal::read));
    }
}
