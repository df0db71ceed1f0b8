package dev.spartanlake.cli.demo;

import dev.spartanlake.reference.Language;
import java.util.List;

/// A question of the demo.
///
/// @param key the key of its words: `demo.question.` and this
/// @param sql the same question in SQL
public record Question(String key, String sql) {

    /// The questions the demo asks, in their order.
    ///
    /// @param language the language of the names in the answers
    public static List<Question> all(Language language) {
        return List.of(
                new Question("years", YEARS),
                new Question("maps", MAPS),
                new Question("medals", MEDALS.replace("name_en", "name_" + language.tag())));
    }

    private static final String YEARS = """
            SELECT p.gamertag, f.year, count(*) AS matches,
                   round(100.0 * count_if(f.outcome = 2) / count_if(f.outcome IN (1, 2, 3)), 1) AS win_rate,
                   round(avg(f.kda), 2) AS kda,
                   round(100.0 * sum(f.shots_hit) / sum(f.shots_fired), 1) AS accuracy
            FROM match_facts f JOIN meta.players p USING (xuid)
            WHERE f.game_variant_category NOT IN (41, 42)
            GROUP BY ALL
            ORDER BY p.gamertag, f.year
            """;

    private static final String MAPS = """
            SELECT map_name, mode_name, count(*) AS matches,
                   round(100.0 * count_if(outcome = 2) / count(*), 1) AS win_rate
            FROM matches
            WHERE gamertag = 'DemoLarkspur' AND outcome IN (1, 2, 3)
              AND game_variant_category NOT IN (41, 42)
            GROUP BY ALL HAVING count(*) >= 10
            ORDER BY win_rate DESC, matches DESC, map_name, mode_name
            LIMIT 8
            """;

    private static final String MEDALS = """
            SELECT any_value(d.name_en) AS medal, any_value(d.difficulty) AS difficulty, sum(a.count) AS earned
            FROM medal_awards a JOIN meta.medal_definitions d ON d.name_id = a.medal_name_id
            GROUP BY a.medal_name_id
            ORDER BY earned DESC, medal
            LIMIT 8
            """;
}
