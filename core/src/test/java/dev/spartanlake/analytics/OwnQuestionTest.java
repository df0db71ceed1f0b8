package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.oracle.PeculiarCareer;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions that somebody else wrote, against the same statements over `matches`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnQuestionTest {

    private static final Filter FILTER = Filter.of(PeculiarCareer.PLAYER);
    private static final Filter ON_A_MAP = FILTER.change().map("Aquarius").build();

    private Warehouse warehouse;

    /// A question whose answer is its statement's result.
    private record Own(Function<Scope, Query> statement) implements Question<QueryResult> {

        @Override
        public List<Query> queries(Scope scope) {
            return List.of(statement.apply(scope));
        }

        @Override
        public QueryResult answer(List<QueryResult> results, Scope scope) {
            return results.getFirst();
        }
    }

    @BeforeAll
    void make(@TempDir Path directory) throws IOException {
        warehouse = PeculiarCareer.make(directory.resolve("matches.ndjson"), directory.resolve("warehouse"), 120)
                .warehouse();
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * EXCLUDE (played_seconds) FROM %s ORDER BY match_id",
                "FROM %s SELECT COLUMNS('^(map|mode|kills)') ORDER BY match_id",
                "SELECT MAP_NAME, \"kills\", \"Is_Ranked\" FROM %s ORDER BY MATCH_ID",
                "SELECT gamertag, count(*) FROM %s GROUP BY ALL",
                "SELECT \"GAMERTAG\", Playlist_Name, max(Start_Time) FROM %s GROUP BY ALL ORDER BY ALL",
                "SELECT DISTINCT ON (map_id) * EXCLUDE (played_seconds) FROM %s ORDER BY map_id, match_id",
                "SELECT s.map_name, s.kills FROM (SELECT m AS s FROM %s AS m) ORDER BY s.match_id",
                "SELECT * FROM (FROM %s SELECT match_id, category_name) ORDER BY match_id",
            })
    void hasEveryColumnOfMatchesHoweverItIsNamed(String sql) {
        for (Filter filter : List.of(FILTER, ON_A_MAP)) {
            QueryResult answer = ask(filter, scope -> scope.query(sql.formatted("scope")));

            assertThat(answer.rows())
                    .isNotEmpty()
                    .isEqualTo(ofMatches(filter, sql).rows());
        }
    }

    @Test
    void hasTheColumnsOfMatchesAndTheSecondsInPlay() {
        assertThat(names(ask(FILTER, scope -> scope.query("SELECT * FROM scope"))))
                .isEqualTo(names(ofMatches(FILTER, "SELECT * FROM %s")));
    }

    @Test
    void hasEveryColumnThatIsNamedInAnyCase() {
        QueryResult matches =
                ofMatches(FILTER, "SELECT * EXCLUDE (played_seconds, gamertag) FROM %s ORDER BY match_id");
        List<String> columns = names(matches);
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            String name = i % 2 == 0 ? columns.get(i).toUpperCase(Locale.ROOT) : '"' + columns.get(i) + '"';
            String sql = "SELECT " + name + " FROM scope ORDER BY MATCH_ID";

            assertThat(ask(FILTER, scope -> scope.queryOfNamedColumns(sql)).rows())
                    .as(sql)
                    .extracting(List::getFirst)
                    .containsExactlyElementsOf(
                            matches.rows().stream().map(row -> row.get(place)).toList());
        }
    }

    @Test
    void looksNoNamesUpForThoseOfOtherPeople() {
        String sql = "SELECT max(n.gamertag) FROM scope, meta.players AS n";

        assertThat(ask(FILTER, scope -> scope.queryOfNamedColumns(sql)).rows()).hasSize(1);
        assertThat(Scope.of(FILTER, Viewpoint.standard())
                        .queryOfNamedColumns(sql)
                        .sql())
                .contains("FROM match_facts")
                .doesNotContain("gamertag,");
    }

    @Test
    void hasNoOtherColumnsWhereTheNamedOnesAreWanted() {
        assertThat(names(ask(
                        FILTER,
                        scope -> scope.queryOfNamedColumns("SELECT *, Kills > 5 FROM scope ORDER BY START_TIME"))))
                .hasSize(5)
                .startsWith("match_id", "start_time", "kills", "played_seconds");
    }

    private QueryResult ask(Filter filter, Function<Scope, Query> statement) {
        return warehouse.analytics(Viewpoint.standard()).ask(new Own(statement), filter);
    }

    private QueryResult ofMatches(Filter filter, String sql) {
        String map = filter.map() == null ? "" : " AND map_name = '" + filter.map() + "'";
        return warehouse.query(
                sql.formatted("(SELECT *, 0 AS played_seconds FROM matches WHERE xuid = '"
                        + filter.player().text() + "' AND NOT is_pve" + map + ")"),
                List.of(),
                Language.EN,
                Limits.standard());
    }

    private static List<String> names(QueryResult result) {
        return result.columns().stream().map(ResultColumn::name).toList();
    }
}
