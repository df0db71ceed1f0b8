package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// All that a warehouse says of its matches, in short. Two warehouses to which the same happened are in equal states.
///
/// @param digests the MD5 of all rows of a table, by the table's name
/// @param matches the matches whose documents are stored, in order; one that is stored twice stands twice
record State(Map<String, String> digests, List<String> matches) {

    /// There is no warehouse, or one without a single row.
    static final State NONE = new State(Map.of(), List.of());

    private static final String NO_ROWS = "d41d8cd98f00b204e9800998ecf8427e";

    /// The tables and what is compared of them: everything but moments and numbers of commits.
    private static final Map<String, String> TABLES = tables();

    private static final String MATCHES = "match_ids";

    /// One statement, so that its answer is of one commit.
    static final String QUESTION = TABLES.keySet().stream()
            .map(State::digest)
            .collect(Collectors.joining(
                    ", ", "SELECT ", ", (SELECT list(match_id ORDER BY match_id) FROM match_documents) AS " + MATCHES));

    /// The command whose answer is a state.
    static final List<String> COMMAND = List.of("sql", "--format", "json", QUESTION);

    /// Copies the collections.
    State {
        digests = Map.copyOf(digests);
        matches = List.copyOf(matches);
    }

    /// Reads the answer to [#COMMAND].
    static State of(JsonNode answer) {
        assertThat(answer).hasSize(1);
        Map<String, String> digests = new LinkedHashMap<>();
        TABLES.keySet()
                .forEach(table -> digests.put(table, answer.get(0).path(table).asString()));
        List<String> matches = new ArrayList<>();
        answer.get(0).path(MATCHES).forEach(match -> matches.add(match.asString()));
        // The tables of a new warehouse are a transaction of their own, before the first commit.
        return digests.values().stream().allMatch(NO_ROWS::equals) ? NONE : new State(digests, matches);
    }

    /// A question for all rows of all tables as texts, in the order of tables and their keys.
    static String rowsQuestion() {
        return TABLES.entrySet().stream()
                .map(table -> "SELECT '" + table.getKey() + "' AS name, CAST(t AS VARCHAR) AS row_text FROM ("
                        + table.getValue() + ") t")
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY ALL"));
    }

    private static String digest(String table) {
        return "(SELECT md5(coalesce(string_agg(r, '|' ORDER BY r), '')) FROM (SELECT CAST(t AS VARCHAR) AS r FROM ("
                + TABLES.get(table) + ") t)) AS \"" + table + "\"";
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        for (String table : List.of(
                "match_facts",
                "medal_awards",
                "match_participants",
                "match_documents",
                "meta.categories",
                "meta.friends",
                "meta.game_modes",
                "meta.game_variant_categories",
                "meta.game_variants",
                "meta.map_mode_pairs",
                "meta.maps",
                "meta.medal_definitions",
                "meta.medal_translations",
                "meta.players",
                "meta.playlists",
                "meta.sessions")) {
            tables.put(table, "SELECT * FROM " + table);
        }
        tables.put("meta.match_ledger", "SELECT * EXCLUDE (commit_id, obtained_at) FROM meta.match_ledger");
        tables.put("meta.sync_meta", "SELECT * EXCLUDE (last_sync_at, synced_at) FROM meta.sync_meta");
        return tables;
    }
}
