package dev.spartanlake;

import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What facts take from skill documents, as the specification says it, from the JSON trees alone.
final class RatingOracle {

    static final List<String> COLUMNS =
            List.of("team_mmr", "enemy_mmr", "expected_kills", "expected_deaths", "csr_before", "csr_after");

    private RatingOracle() {}

    /// The columns of each match a player was in, by match.
    ///
    /// @param edition of the skill documents
    static Map<String, List<@Nullable Object>> of(Collection<ObjectNode> documents, Xuid player, int edition) {
        String id = "xuid(" + player.text() + ")";
        Map<String, List<@Nullable Object>> ratings = new TreeMap<>();
        for (ObjectNode document : documents) {
            boolean isIn = document.path("Players")
                    .valueStream()
                    .anyMatch(each -> id.equals(each.path("PlayerId").asString()));
            if (isIn) {
                ratings.put(document.path("MatchId").asString(), figures(Parts.skill(document, edition), id));
            }
        }
        return ratings;
    }

    private static List<@Nullable Object> figures(JsonNode skill, String id) {
        Optional<JsonNode> result = skill.path("Value")
                .valueStream()
                .filter(each -> id.equals(each.path("Id").asString()))
                .filter(each -> each.path("ResultCode").asInt() == 0)
                .map(each -> each.path("Result"))
                .findFirst();
        List<@Nullable Object> figures = new ArrayList<>();
        if (result.isEmpty()) {
            COLUMNS.forEach(column -> figures.add(null));
            return figures;
        }
        JsonNode said = result.get();
        figures.add(number(said.path("TeamMmr")));
        figures.add(enemy(said));
        figures.add(number(said.at("/StatPerformances/Kills/Expected")));
        figures.add(number(said.at("/StatPerformances/Deaths/Expected")));
        figures.add(rank(said.at("/RankRecap/PreMatchCsr")));
        figures.add(rank(said.at("/RankRecap/PostMatchCsr")));
        return figures;
    }

    private static @Nullable Float number(JsonNode node) {
        return node.isNumber() ? (float) node.asDouble() : null;
    }

    private static @Nullable Float enemy(JsonNode said) {
        JsonNode teams = said.path("TeamMmrs");
        String other = said.path("TeamId").asInt() == 0 ? "1" : "0";
        return teams.size() == 2 ? number(teams.path(other)) : null;
    }

    private static @Nullable Short rank(JsonNode csr) {
        int value = csr.path("Value").asInt();
        return csr.path("InitialMeasurementMatches").asInt() > 0 && value >= 0 ? (short) value : null;
    }
}
