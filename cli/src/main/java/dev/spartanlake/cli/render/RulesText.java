package dev.spartanlake.cli.render;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.cli.settings.DurationText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of sessions and scores in one line, by the names they have in the configuration.
public final class RulesText {

    private RulesText() {}

    /// Such as `session.gap 2h, score.weights 30 25 15 20 10`.
    public static String of(CareerRules rules) {
        ScoreWeights weights = rules.scoreWeights();
        String five = Stream.of(
                        weights.killsPerMinute(),
                        weights.deathsPerMinute(),
                        weights.assistsPerMinute(),
                        weights.kda(),
                        weights.accuracy())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return "session.gap " + DurationText.of(rules.sessionGap()) + ", score.weights " + five;
    }
}
