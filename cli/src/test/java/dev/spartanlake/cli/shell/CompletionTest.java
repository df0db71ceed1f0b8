package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            new TreeMap<>(Map.of(
                    "matches", List.of(column("kills"), column("kda"), column("xuid")),
                    "medal_awards", List.of(column("medal_id"), column("xuid")),
                    "meta.maps", List.of(column("asset_id"), column("public_name")),
                    "meta.players", List.of(column("xuid"), column("gamertag")))),
            List.of("count", "kurtosis", "lower"));

    @Test
    void afterFromComeTables() {
        assertThat(at("SELECT * FROM ")).containsExactly("matches", "medal_awards", "meta.maps", "meta.players");
        assertThat(at("select * from m")).containsExactly("matches", "medal_awards", "meta.maps", "meta.players");
        assertThat(at("SELECT * FROM matches JOIN META.p")).containsExactly("meta.players");
        assertThat(at("SELECT * FROM matches, med")).containsExactly("medal_awards");
        assertThat(at("DESCRIBE mat")).containsExactly("matches");
    }

    @Test
    void elsewhereComeTheColumnsOfTheTablesThatAreNamed() {
        assertThat(at("SELECT k", " FROM matches")).containsExactly("kda", "kills", "kurtosis(");
        assertThat(at("SELECT kills, k", " FROM matches")).containsExactly("kda", "kills", "kurtosis(");
        assertThat(at("SELECT * FROM medal_awards WHERE m")).containsExactly("medal_id", "medal_awards");
        assertThat(at("SELECT * FROM meta.maps WHERE p"))
                .contains("public_name")
                .doesNotContain("kills");
    }

    @Test
    void beforeAnyTableIsNamedAllColumnsCount() {
        assertThat(at("SELECT gam")).containsExactly("gamertag");
        assertThat(at("SELECT a")).contains("asset_id");
    }

    @Test
    void behindADotComeTheColumnsOfATableOrAlias() {
        assertThat(at("SELECT p.", " FROM matches AS m JOIN meta.players p USING (xuid)"))
                .containsExactly("p.xuid", "p.gamertag");
        assertThat(at("SELECT m.k", " FROM matches AS m")).containsExactly("m.kills", "m.kda");
        assertThat(at("SELECT matches.kd", " FROM matches WHERE true")).containsExactly("matches.kda");
        assertThat(at("SELECT meta.players.g", " FROM meta.players")).containsExactly("meta.players.gamertag");
        assertThat(at("SELECT unknown.")).isEmpty();
    }

    @Test
    void keywordsFollowTheHandOfTheUser() {
        assertThat(at("SEL")).containsExactly("SELECT");
        assertThat(at("sel")).containsExactly("select");
        assertThat(at("SELECT 1 FROM matches WHER")).containsExactly("WHERE");
        assertThat(at("")).contains("SELECT", "WITH").doesNotContain("kda", "count(");
    }

    @Test
    void functionsOpenTheirParenthesis() {
        assertThat(at("SELECT cou")).containsExactly("count(");
    }

    @Test
    void tellsTheTypeOfAColumn() {
        assertThat(new Completion(VOCABULARY, "SELECT kd", "").proposals())
                .containsExactly(new Proposal("kda", "FLOAT"));
    }

    @Test
    void withinQuotesAndCommentsThereIsNothingToComplete() {
        assertThat(at("SELECT 'k")).isEmpty();
        assertThat(at("SELECT \"k")).isEmpty();
        assertThat(at("SELECT 1 -- k")).isEmpty();
        assertThat(at("SELECT $$ k")).isEmpty();
    }

    @Test
    void onlyTheStatementAtTheCursorCounts() {
        assertThat(at("SELECT * FROM meta.maps; SELECT k", " FROM matches")).contains("kills");
    }

    @Test
    void dotCommandsAndTheirArguments() {
        assertThat(at(".")).containsExactly(".help", ".tables", ".schema", ".mode", ".timing", ".lang", ".quit");
        assertThat(at(".t")).containsExactly(".tables", ".timing");
        assertThat(at(".mode ")).containsExactly("table", "json", "csv", "markdown");
        assertThat(at(".mode c")).containsExactly("csv");
        assertThat(at(".timing o")).containsExactly("on", "off");
        assertThat(at(".lang ")).containsExactly("en", "fr");
        assertThat(at(".schema meta.p")).containsExactly("meta.players");
        assertThat(at(".quit ")).isEmpty();
        assertThat(at(".nothing ")).isEmpty();
    }

    private static List<String> at(String before) {
        return at(before, "");
    }

    private static List<String> at(String before, String after) {
        return new Completion(VOCABULARY, before, after)
                .proposals().stream().map(Proposal::text).toList();
    }

    private static Vocabulary.Column column(String name) {
        return new Vocabulary.Column(name, name.equals("kda") ? "FLOAT" : "VARCHAR");
    }
}
