package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Opposition;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.CsrHistory;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every question has the same figures whichever way it is asked: in the library, as a command's JSON, and in SQL as
/// a user would write it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneFigureTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Sums of another order may differ in the last of the seventeen digits of a double.
    private static final MathContext DIGITS = new MathContext(13);

    private static final Instant YEAR_2022 = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant YEAR_2023 = Instant.parse("2023-01-01T00:00:00Z");

    /// These come with skill data, which matches do not have.
    private static final Set<String> WITHOUT_DATA = Set.of("csr", "matchmaking");

    private final CareerPlan plan = CareerPlan.mixed(11, 400);
    private final Xuid player = new Xuid(plan.players().getFirst().xuid());
    private final Filter filter = Filter.of(player);
    private Path directory;
    private Warehouse warehouse;

    @BeforeAll
    void ingest(@TempDir Path temporary) throws IOException {
        directory = temporary.resolve("warehouse");
        Path documents = temporary.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(plan)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        assertThat(Run.in(directory, "ingest", documents.toString(), "--player", player.text())
                        .code())
                .isZero();
        warehouse = Warehouse.at(directory, WarehouseConfig.standard());
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    /// A question in its three ways.
    ///
    /// @param command the command, without the options that all have
    /// @param field the field of the command's JSON that has the rows; empty because it is the rows, or the one row
    /// @param columns what the JSON calls the figures
    /// @param question the question in the library
    /// @param figures the figures of its answer
    /// @param sql the SQL, whose parameter is the player
    /// @param filter which of the player's matches the question in the library is about
    record Way<A>(
            String command,
            String field,
            List<String> columns,
            Question<A> question,
            Function<A, List<List<@Nullable Object>>> figures,
            String sql,
            UnaryOperator<Filter> filter) {

        Way(
                String command,
                String field,
                List<String> columns,
                Question<A> question,
                Function<A, List<List<@Nullable Object>>> figures,
                String sql) {
            this(command, field, columns, question, figures, sql, UnaryOperator.identity());
        }

        Way<A> about(UnaryOperator<Filter.Builder> change) {
            return new Way<>(
                    command,
                    field,
                    columns,
                    question,
                    figures,
                    sql,
                    all -> change.apply(all.change()).build());
        }

        List<List<@Nullable Object>> ofLibrary(Analytics analytics, Filter all) {
            return figures.apply(analytics.ask(question, filter.apply(all)));
        }

        @Override
        public String toString() {
            return command;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void isHadInEveryWay(Way<?> way) {
        List<List<String>> ofSql = texts(warehouse
                .query(way.sql(), List.of(player.text()), Language.EN, Limits.standard())
                .rows());
        List<List<String>> ofLibrary = texts(way.ofLibrary(warehouse.analytics(Viewpoint.standard()), filter));
        List<List<String>> ofCommand = ofCommand(way);

        if (!WITHOUT_DATA.contains(way.command())) {
            assertThat(ofSql).isNotEmpty();
        }
        assertThat(ofLibrary).as("the library").containsAll(ofSql).isEqualTo(ofCommand);
        assertThat(ofLibrary.stream().filter(ofSql::contains)).as("the order").containsExactlyElementsOf(ofSql);
        assertThat(ofLibrary.size()).as("rows that SQL does not have").isLessThanOrEqualTo(rowsOf(way, ofSql));
    }

    /// Of records and comparisons some are written in SQL, of everything else all.
    private static int rowsOf(Way<?> way, List<List<String>> ofSql) {
        boolean isOfMeasures = way.columns().contains("feat") || way.columns().contains("measure");
        return isOfMeasures ? Measure.values().length : ofSql.size();
    }

    private List<List<String>> ofCommand(Way<?> way) {
        List<String> arguments = new ArrayList<>(List.of(way.command().split(" ", -1)));
        arguments.addAll(List.of("--tz", "UTC", "--format", "json"));
        Run run = Run.in(directory, arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = JSON.readTree(run.out());
        JsonNode rows = way.field().isEmpty() ? json : json.get(way.field());
        List<List<String>> texts = new ArrayList<>();
        for (JsonNode row : rows.isArray() ? rows : List.of(rows)) {
            texts.add(way.columns().stream()
                    .map(column -> text(plain(row.get(column))))
                    .toList());
        }
        return texts;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? value.decimalValue() : value.asString();
    }

    private static List<List<String>> texts(List<? extends List<? extends @Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(OneFigureTest::text).toList())
                .toList();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case Number number ->
                new BigDecimal(number.toString())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
            case null -> "null";
            default -> value.toString();
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static @Nullable Object value(MeasureValues values, Measure measure) {
        return values.known().get(measure);
    }

    private String lastMatch() {
        return String.valueOf(warehouse
                .query(
                        "SELECT max_by(match_id, (start_time, match_id)) FROM matches WHERE xuid = ? AND NOT is_pve",
                        List.of(player.text()),
                        Language.EN,
                        Limits.standard())
                .rows()
                .getFirst()
                .getFirst());
    }

    private static Way<?> groups(String command, Dimension dimension, String column) {
        return new Way<>(
                command,
                "",
                List.of("label", "matches", "losses", "kills_per_match"),
                new Breakdown(dimension),
                groups -> groups.stream()
                        .map(group -> row(
                                group.label(),
                                group.tally().matches(),
                                group.tally().losses(),
                                value(group.measures(), Measure.KILLS_PER_MATCH)))
                        .toList(),
                """
                SELECT %1$s, count(*), count(*) FILTER (outcome = 3), avg(kills)
                FROM matches WHERE xuid = ? AND NOT is_pve
                GROUP BY %1$s ORDER BY count(*) DESC, %1$s NULLS LAST""".formatted(column));
    }

    Stream<Way<?>> ways() {
        return Stream.of(
                new Way<>(
                        "stats",
                        "",
                        List.of("matches", "wins", "kills", "sessions", "days_played", "win_rate", "kda", "accuracy"),
                        new CareerSummary(),
                        summary -> List.of(row(
                                summary.tally().matches(),
                                summary.tally().wins(),
                                summary.tally().kills(),
                                summary.sessions(),
                                summary.daysPlayed(),
                                value(summary.measures(), Measure.WIN_RATE),
                                value(summary.measures(), Measure.KDA),
                                value(summary.measures(), Measure.ACCURACY))),
                        """
                        SELECT count(*), count(*) FILTER (outcome = 2), sum(kills), count(DISTINCT session_id),
                            count(DISTINCT date_trunc('day', start_time AT TIME ZONE 'UTC')),
                            100.0 * count(*) FILTER (outcome = 2) / count(*) FILTER (outcome IN (1, 2, 3)),
                            avg(kills + assists / 3 - deaths),
                            100 * sum(shots_hit) FILTER (shots_fired IS NOT NULL)
                                / sum(shots_fired) FILTER (shots_hit IS NOT NULL)
                        FROM matches WHERE xuid = ? AND NOT is_pve"""),
                groups("maps", Dimension.MAP, "map_name"),
                groups("playlists", Dimension.PLAYLIST, "playlist_name"),
                groups("modes", Dimension.MODE, "mode_name"),
                groups("modes --categories", Dimension.CATEGORY, "category_name"),
                new Way<>(
                        "hours",
                        "",
                        List.of("label", "matches", "kills_per_match"),
                        new Breakdown(Dimension.HOUR),
                        groups -> groups.stream()
                                .map(group -> row(
                                        group.label(),
                                        group.tally().matches(),
                                        value(group.measures(), Measure.KILLS_PER_MATCH)))
                                .toList(),
                        """
                        SELECT strftime(start_time AT TIME ZONE 'UTC', '%H') AS hour, count(*), avg(kills)
                        FROM matches WHERE xuid = ? AND NOT is_pve GROUP BY hour ORDER BY hour"""),
                new Way<>(
                        "matches --limit 7",
                        "",
                        List.of("match_id", "start_time", "kills", "kda"),
                        new MatchList(7),
                        lines -> lines.stream()
                                .map(line -> row(
                                        line.matchId(),
                                        line.startTime(),
                                        line.kills(),
                                        value(line.measures(), Measure.KDA)))
                                .toList(),
                        """
                        SELECT match_id, start_time, kills, kills + assists / 3 - deaths
                        FROM matches WHERE xuid = ? AND NOT is_pve ORDER BY start_time DESC, match_id DESC LIMIT 7"""),
                new Way<>(
                        "match last",
                        "roster",
                        List.of("player_id", "kills", "deaths", "kda"),
                        new MatchReport(new MatchId(lastMatch())),
                        report -> report.orElseThrow().roster().stream()
                                .map(one -> row(one.playerId(), one.kills(), one.deaths(), one.kda()))
                                .toList(),
                        """
                        SELECT player_id, kills, deaths, kills + assists / 3 - deaths
                        FROM match_participants
                        WHERE match_id = (SELECT max_by(match_id, (start_time, match_id)) FROM matches
                            WHERE xuid = ? AND NOT is_pve)
                        ORDER BY team_id NULLS LAST, rank NULLS LAST, personal_score DESC NULLS LAST, player_id"""),
                new Way<>(
                        "trends --window 20 --points 9",
                        "points",
                        List.of("match_number", "match_id", "kda", "win_rate"),
                        new RollingTrend(20, 9),
                        points -> points.stream()
                                .map(point -> row(
                                        point.matchNumber(),
                                        point.matchId(),
                                        value(point.measures(), Measure.KDA),
                                        value(point.measures(), Measure.WIN_RATE)))
                                .toList(),
                        """
                        WITH w AS (SELECT row_number() OVER ordered AS number, match_id,
                                avg(kills + assists / 3 - deaths) OVER (ordered ROWS 19 PRECEDING) AS kda,
                                100.0 * count(*) FILTER (outcome = 2) OVER (ordered ROWS 19 PRECEDING)
                                    / count(*) FILTER (outcome IN (1, 2, 3)) OVER (ordered ROWS 19 PRECEDING) AS win_rate
                            FROM matches WHERE xuid = ? AND NOT is_pve
                            WINDOW ordered AS (ORDER BY start_time, match_id))
                        SELECT * FROM (FROM w ORDER BY number DESC LIMIT 9) ORDER BY number"""),
                new Way<>(
                        "streaks",
                        "runs",
                        List.of("outcome", "length", "start_time", "end_time"),
                        new Streaks(),
                        report -> report.runs().stream()
                                .map(run -> row(run.outcome(), run.length(), run.startTime(), run.endTime()))
                                .toList(),
                        """
                        WITH decided AS (
                            SELECT outcome, start_time, match_id,
                                outcome IS DISTINCT FROM lag(outcome) OVER (ORDER BY start_time, match_id) AS begins
                            FROM matches WHERE xuid = ? AND NOT is_pve AND outcome IN (2, 3)),
                        numbered AS (
                            SELECT *, count(*) FILTER (begins) OVER (ORDER BY start_time, match_id) AS run FROM decided)
                        SELECT any_value(outcome), count(*), min(start_time), max(start_time)
                        FROM numbered GROUP BY run ORDER BY run"""),
                new Way<>(
                                "compare --from 2023 --before 2022",
                                "differences",
                                List.of("measure", "baseline_matches", "baseline", "matches", "value"),
                                new Comparison(filter.change()
                                        .from(YEAR_2022)
                                        .until(YEAR_2023)
                                        .build()),
                                differences -> differences.stream()
                                        .map(difference -> row(
                                                difference.measure(),
                                                difference.baselineMatches(),
                                                difference.baseline(),
                                                difference.matches(),
                                                difference.value()))
                                        .toList(),
                                """
                        WITH m AS (SELECT *, start_time < '2023-01-01' AS earlier, kills + assists / 3 - deaths AS game
                            FROM matches WHERE xuid = ? AND NOT is_pve AND start_time >= '2022-01-01')
                        SELECT 'win_rate', count(*) FILTER (earlier AND outcome IN (1, 2, 3)),
                            100.0 * count(*) FILTER (earlier AND outcome = 2)
                                / count(*) FILTER (earlier AND outcome IN (1, 2, 3)),
                            count(*) FILTER (NOT earlier AND outcome IN (1, 2, 3)),
                            100.0 * count(*) FILTER (NOT earlier AND outcome = 2)
                                / count(*) FILTER (NOT earlier AND outcome IN (1, 2, 3)) FROM m
                        UNION ALL SELECT 'kda', count(*) FILTER (earlier), avg(game) FILTER (earlier),
                            count(*) FILTER (NOT earlier), avg(game) FILTER (NOT earlier) FROM m""")
                        .about(all -> all.from(YEAR_2023)),
                new Way<>(
                        "records",
                        "",
                        List.of("feat", "value", "match_id"),
                        new PersonalRecords(1),
                        records -> records.stream()
                                .map(best -> row(best.feat(), best.value(), best.matchId()))
                                .toList(),
                        """
                        WITH m AS (SELECT * FROM matches WHERE xuid = ? AND NOT is_pve)
                        (SELECT 'kills_per_match', kills, match_id FROM m ORDER BY kills DESC, start_time, match_id LIMIT 1)
                        UNION ALL (SELECT 'assists_per_match', assists, match_id FROM m
                            ORDER BY assists DESC, start_time, match_id LIMIT 1)
                        UNION ALL (SELECT 'kda', kills + assists / 3 - deaths AS kda, match_id FROM m
                            ORDER BY kda DESC, start_time, match_id LIMIT 1)"""),
                new Way<>(
                        "sessions --limit 6",
                        "",
                        List.of("session_id", "matches", "wins", "kda"),
                        new SessionList(SessionList.Order.LATEST, 6),
                        sessions -> sessions.stream()
                                .map(session -> row(
                                        session.sessionId(),
                                        session.tally().matches(),
                                        session.tally().wins(),
                                        value(session.measures(), Measure.KDA)))
                                .toList(),
                        """
                        SELECT session_id, count(*), count(*) FILTER (outcome = 2), avg(kills + assists / 3 - deaths)
                        FROM matches WHERE xuid = ? AND NOT is_pve
                        GROUP BY session_id ORDER BY min(start_time) DESC LIMIT 6"""),
                new Way<>(
                                "sessions --by-position --limit 4 --opposition any",
                                "",
                                List.of("position", "matches", "kills"),
                                new Fatigue(4),
                                positions -> positions.stream()
                                        .map(position -> row(
                                                position.position(),
                                                position.tally().matches(),
                                                position.tally().kills()))
                                        .toList(),
                                """
                        SELECT position, count(*), sum(kills) FROM (
                            SELECT *, least(4, row_number()
                                OVER (PARTITION BY session_id ORDER BY start_time, match_id)) AS position
                            FROM matches WHERE xuid = ?)
                        GROUP BY position ORDER BY position""")
                        .about(all -> all.opposition(Opposition.ANY)),
                new Way<>(
                        "medals --limit 12",
                        "",
                        List.of("medal_name_id", "name", "count", "matches"),
                        new MedalTotals(MedalTotals.Order.MOST, 12),
                        medals -> medals.stream()
                                .map(medal -> row(medal.medalNameId(), medal.name(), medal.count(), medal.matches()))
                                .toList(),
                        """
                        SELECT medal_name_id, any_value(d.name_en), sum(a.count), count(*)
                        FROM medal_awards a JOIN matches m USING (match_id, xuid)
                        LEFT JOIN meta.medal_definitions d ON d.name_id = a.medal_name_id
                        WHERE m.xuid = ? AND NOT m.is_pve
                        GROUP BY medal_name_id ORDER BY sum(a.count) DESC, medal_name_id LIMIT 12"""),
                new Way<>(
                        "medals --by-difficulty",
                        "",
                        List.of("difficulty", "kinds", "count"),
                        new MedalDifficulties(),
                        difficulties -> difficulties.stream()
                                .map(difficulty -> row(difficulty.difficulty(), difficulty.kinds(), difficulty.count()))
                                .toList(),
                        """
                        SELECT d.difficulty, count(DISTINCT medal_name_id), sum(a.count)
                        FROM medal_awards a JOIN matches m USING (match_id, xuid)
                        LEFT JOIN meta.medal_definitions d ON d.name_id = a.medal_name_id
                        WHERE m.xuid = ? AND NOT m.is_pve GROUP BY d.difficulty
                        ORDER BY CASE d.difficulty WHEN 'normal' THEN 1 WHEN 'heroic' THEN 2 WHEN 'legendary' THEN 3
                            WHEN 'mythic' THEN 4 ELSE 5 END"""),
                new Way<>(
                        "teammates --limit 8",
                        "",
                        List.of("xuid", "together", "win_rate_together", "kda_together"),
                        new Companions(Companions.Order.TOGETHER, 8),
                        mates -> mates.stream()
                                .map(mate ->
                                        row(mate.xuid(), mate.together(), mate.winRateTogether(), mate.kdaTogether()))
                                .toList(),
                        """
                        SELECT p.xuid, count(*),
                            100 * count(*) FILTER (m.outcome = 2) / nullif(count(*) FILTER (m.outcome IN (1, 2, 3)), 0),
                            avg(m.kills + m.assists / 3 - m.deaths)
                        FROM matches m JOIN match_participants p USING (match_id)
                        WHERE m.xuid = ? AND NOT m.is_pve AND m.my_team_score IS NOT NULL
                            AND p.team_id = m.team_id AND p.xuid <> m.xuid
                        GROUP BY p.xuid ORDER BY count(*) DESC, CAST(p.xuid AS BIGINT) LIMIT 8"""),
                new Way<>(
                        "rivals --limit 8",
                        "",
                        List.of("xuid", "against", "win_rate_against", "kda_against"),
                        new Companions(Companions.Order.AGAINST, 8),
                        rivals -> rivals.stream()
                                .map(rival ->
                                        row(rival.xuid(), rival.against(), rival.winRateAgainst(), rival.kdaAgainst()))
                                .toList(),
                        """
                        SELECT p.xuid, count(*),
                            100 * count(*) FILTER (m.outcome = 2) / nullif(count(*) FILTER (m.outcome IN (1, 2, 3)), 0),
                            avg(m.kills + m.assists / 3 - m.deaths)
                        FROM matches m JOIN match_participants p USING (match_id)
                        WHERE m.xuid = ? AND NOT m.is_pve AND p.xuid <> m.xuid
                            AND (m.my_team_score IS NULL OR p.team_id <> m.team_id)
                        GROUP BY p.xuid ORDER BY count(*) DESC, CAST(p.xuid AS BIGINT) LIMIT 8"""),
                new Way<>(
                        "distribution kda",
                        "",
                        List.of("matches", "mean", "least", "median", "greatest"),
                        new Distribution(Measure.KDA, 12),
                        spread -> List.of(row(
                                spread.quantiles().matches(),
                                spread.quantiles().mean(),
                                spread.quantiles().least(),
                                spread.quantiles().median(),
                                spread.quantiles().greatest())),
                        """
                        SELECT count(*), avg(kda), min(kda), median(kda), max(kda)
                        FROM (SELECT kills + assists / 3 - deaths AS kda FROM matches WHERE xuid = ? AND NOT is_pve)"""),
                new Way<>(
                        "matchmaking",
                        "",
                        List.of("advantage_from"),
                        new MmrBalance(50),
                        balances -> balances.stream()
                                .map(balance -> row(balance.advantageFrom()))
                                .toList(),
                        "SELECT team_mmr FROM matches WHERE xuid = ? AND team_mmr IS NOT NULL"),
                new Way<>(
                        "csr",
                        "",
                        List.of("match_id"),
                        new CsrHistory(),
                        rankings -> rankings.stream()
                                .map(ranking -> row(ranking.matchId()))
                                .toList(),
                        "SELECT match_id FROM matches WHERE xuid = ? AND csr_after IS NOT NULL"));
    }
}
