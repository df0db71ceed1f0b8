package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.CareerOracle;
import dev.spartanlake.testsupport.FactOracle;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares every column of every row with what oracles that share no code with the library say.
final class ExpectedRows {

    private final List<JsonNode> matches;

    /// @param matches the documents, each match once
    ExpectedRows(List<JsonNode> matches) {
        this.matches = matches;
    }

    /// The facts of some players, sessions and scores included.
    ///
    /// @return the expected columns by match and player
    Map<String, Map<String, @Nullable Object>> assertFacts(Fixture fixture, Set<Xuid> players) {
        Map<String, Map<String, @Nullable Object>> expected = new TreeMap<>();
        for (Xuid player : players) {
            List<Map<String, @Nullable Object>> career = new ArrayList<>();
            for (JsonNode match : matches) {
                Map<String, @Nullable Object> facts = FactOracle.of(match).get(player.text());
                if (facts != null) {
                    facts.put("xuid", player.text());
                    career.add(facts);
                }
            }
            CareerOracle.complete(player.text(), career);
            for (Map<String, @Nullable Object> facts : career) {
                expected.put(facts.get("match_id") + " " + player.text(), facts);
            }
        }
        List<Map<String, @Nullable Object>> stored = fixture.rows(Tables.MATCH_FACTS);
        assertThat(stored).hasSameSizeAs(expected.keySet());
        for (Map<String, @Nullable Object> row : stored) {
            String key = row.get("match_id") + " " + row.get("xuid");
            assertThat(comparable(row)).as(key).isEqualTo(expected.get(key));
        }
        return expected;
    }

    /// Everybody, bots included.
    void assertParticipants(Fixture fixture) {
        Map<String, Map<String, @Nullable Object>> expected = new TreeMap<>();
        for (JsonNode match : matches) {
            FactOracle.participants(match)
                    .forEach((id, columns) -> expected.put(columns.get("match_id") + " " + id, columns));
        }
        List<Map<String, @Nullable Object>> stored = fixture.rows(Tables.MATCH_PARTICIPANTS);
        assertThat(stored).hasSameSizeAs(expected.keySet());
        for (Map<String, @Nullable Object> row : stored) {
            String key = row.get("match_id") + " " + row.get("player_id");
            Map<String, @Nullable Object> columns = expected.getOrDefault(key, Map.of());
            // The oracle also says what only facts have; everything the row has must be among what it says.
            assertThat(columns.keySet()).as(key).containsAll(row.keySet());
            columns.keySet().retainAll(row.keySet());
            assertThat(comparable(row)).as(key).isEqualTo(columns);
        }
    }

    private static Map<String, @Nullable Object> comparable(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> comparable = new TreeMap<>(row);
        comparable.replaceAll((column, value) -> comparable(value));
        return comparable;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case Byte number -> Integer.valueOf(number);
            case Short number -> Integer.valueOf(number);
            default -> value;
        };
    }
}
