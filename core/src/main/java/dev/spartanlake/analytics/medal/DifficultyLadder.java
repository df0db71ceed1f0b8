package dev.spartanlake.analytics.medal;

import dev.spartanlake.reference.MedalDefinition;
import java.util.stream.Collectors;

/// How difficult medals are, compared.
final class DifficultyLadder {

    private DifficultyLadder() {}

    /// SQL of a difficulty's place among those that the game had from the start, the easiest at 1; null for any other.
    ///
    /// @param difficulty SQL of its name
    static String place(String difficulty) {
        return MedalDefinition.DIFFICULTIES.stream()
                .collect(Collectors.joining("', '", "list_position(['", "'], " + difficulty + ")"));
    }
}
