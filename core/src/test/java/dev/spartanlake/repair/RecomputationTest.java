package dev.spartanlake.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerOracle;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.catalog.SyncStates.Conclusion;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.repair.Recomputation.PlayerChange;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class RecomputationTest {

    private static final int MATCHES = 120;
    private static final Duration GAP = Duration.ofMinutes(7);
    private static final List<Integer> WEIGHTS = List.of(1, 0, 40, 0, 3);
    private static final CareerRules OTHERS = new CareerRules(GAP, new ScoreWeights(1, 0, 40, 0, 3));

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final List<ObjectNode> documents = Documents.mixed(MATCHES);
    private final Set<Xuid> players = Set.of(player(0), player(1));

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(fixture, Fixture.config(), documents);
    }

    @Test
    void makesSessionsAndScoresByTheOtherRules() {
        Map<String, Derived> before = stored();

        Recomputation.Report report = recompute(OTHERS);

        Map<String, Derived> expected = expected();
        Map<String, Derived> after = stored();
        assertThat(after).isEqualTo(expected).isNotEqualTo(before);
        assertThat(fixture.metadata("SELECT session_id FROM sessions ORDER BY 1"))
                .isEqualTo(expected.values().stream()
                        .map(derived -> "{session_id=" + derived.sessionId() + "}")
                        .sorted()
                        .distinct()
                        .toList());
        assertThat(report.before()).contains(CareerRules.STANDARD);
        assertThat(report.after()).isEqualTo(OTHERS);
        assertThat(report.partitionsWritten()).isPositive();
        for (PlayerChange change : report.players()) {
            String xuid = change.player().text();
            assertThat(change.matches()).as(xuid).isEqualTo(count(after, xuid));
            assertThat(change.sessionsBefore()).isEqualTo(sessions(before, xuid));
            assertThat(change.sessionsAfter()).isEqualTo(sessions(after, xuid)).isGreaterThan(change.sessionsBefore());
            assertThat(change.matchesMoved())
                    .isPositive()
                    .isEqualTo(differing(before, after, xuid, Derived::sessionId));
            assertThat(change.scoresChanged()).isPositive().isEqualTo(differing(before, after, xuid, Derived::score));
        }
        assertThat(report.players())
                .extracting(PlayerChange::player)
                .containsExactlyElementsOf(players.stream().sorted().toList());
    }

    @Test
    void endsWhereAnIngestByTheseRulesEnds() throws IOException {
        Fixture other = new Fixture(directory.resolve("other"));
        ingest(other, Fixture.config().withCareerRules(OTHERS), documents);

        recompute(OTHERS);

        assertThat(fixture.everything()).isEqualTo(other.everything());
        assertThat(verify()).isTrue();
    }

    @Test
    void comesBackToTheVeryRowsThatWereThere() {
        Map<String, List<String>> before = fixture.everything();
        recompute(OTHERS);

        recompute(CareerRules.STANDARD);

        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void touchesNothingWhereTheRulesAreTheSame() {
        List<String> commits = commits();

        Recomputation.Report report = recompute(CareerRules.STANDARD);

        assertThat(report.isChange()).isFalse();
        assertThat(report.partitionsWritten()).isZero();
        assertThat(report.players())
                .hasSize(2)
                .allSatisfy(change ->
                        assertThat(change.sessionsAfter()).isPositive().isEqualTo(change.sessionsBefore()));
        assertThat(commits()).isEqualTo(commits);
    }

    @Test
    void isOneCommit() {
        List<String> commits = commits();

        recompute(OTHERS);

        assertThat(commits()).hasSize(commits.size() + 1).startsWith(commits.toArray(String[]::new));
    }

    @Test
    void aPreviewSaysTheSameAndChangesNothing() {
        Map<String, List<String>> before = fixture.everything();
        List<String> commits = commits();

        Recomputation.Report preview;
        try (Warehouse warehouse = fixture.warehouse(Fixture.config().withCareerRules(OTHERS))) {
            preview = warehouse.previewRecompute();
        }

        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(commits()).isEqualTo(commits);
        assertThat(preview.isChange()).isTrue();
        assertThat(preview.partitionsWritten()).isZero();
        assertThat(recompute(OTHERS).players()).isEqualTo(preview.players());
    }

    @Test
    void mendsASessionThatIsNotWhatTheRulesSay() {
        Map<String, List<String>> before = fixture.everything();
        Tampering.metadata(fixture, "UPDATE sessions SET total_kills = total_kills + 1");
        Tampering.acceptMetadata(fixture);

        assertThat(recompute(CareerRules.STANDARD).isChange()).isTrue();

        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void changesNothingWhileThereAreNoMatches() {
        Fixture empty = new Fixture(directory.resolve("empty"));
        try (Warehouse warehouse = empty.warehouse()) {
            warehouse.track(List.of(player(0)));
        }
        try (Warehouse warehouse = empty.warehouse(Fixture.config().withCareerRules(OTHERS))) {
            Recomputation.Report report = warehouse.recompute();

            assertThat(report.isChange()).isFalse();
            assertThat(report.before()).isEmpty();
            assertThat(warehouse.careerRules()).isEmpty();
        }
    }

    /// Of a player without matches there is nothing else to know.
    @Test
    void keepsHowTheLatestSyncEndedOfAPlayerWithoutMatches() {
        Xuid newcomer = Fixture.xuid(99);
        Obtained obtained = new Obtained();
        obtained.track(newcomer);
        obtained.add(new Conclusion(newcomer, Instant.parse("2026-01-03T00:00:00Z"), 0L, 0L, null));
        fixture.take(obtained);
        String sync = "SELECT * FROM sync_meta WHERE xuid = '99'";
        List<String> before = fixture.metadata(sync);

        recompute(OTHERS);

        assertThat(fixture.metadata(sync)).isEqualTo(before).hasSize(1);
        assertThat(verify()).isTrue();
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.untrack(List.of(newcomer));
        }
        assertThat(fixture.metadata(sync)).isEmpty();
    }

    @Test
    void theFirstMatchesDecideTheRules() throws IOException {
        Fixture empty = new Fixture(directory.resolve("empty"));
        try (Warehouse warehouse = empty.warehouse()) {
            warehouse.track(players);
        }

        ingest(empty, Fixture.config().withCareerRules(OTHERS), documents);

        recompute(OTHERS);
        assertThat(empty.everything()).isEqualTo(fixture.everything());
        try (Warehouse warehouse = empty.warehouse()) {
            assertThat(warehouse.careerRules()).contains(OTHERS);
        }
    }

    /// Otherwise two users of one warehouse would make all sessions anew in turns.
    @Test
    void noOtherCommandChangesTheRulesOfAWarehouse() throws IOException {
        WarehouseConfig others = Fixture.config().withCareerRules(OTHERS);
        Fixture whole = new Fixture(directory.resolve("whole"));
        ingest(whole, Fixture.config(), documents.subList(0, 60));
        ingest(whole, others, documents);
        try (Warehouse warehouse = whole.warehouse(others)) {
            warehouse.untrack(List.of(player(0)));
            warehouse.track(List.of(player(0)));
            warehouse.rebuild();
            assertThat(warehouse.careerRules()).contains(CareerRules.STANDARD);
        }

        assertThat(whole.everything()).isEqualTo(fixture.everything());
    }

    private Recomputation.Report recompute(CareerRules rules) {
        try (Warehouse warehouse = fixture.warehouse(Fixture.config().withCareerRules(rules))) {
            return warehouse.recompute();
        }
    }

    private boolean verify() {
        try (Warehouse warehouse = fixture.warehouse()) {
            return warehouse.verify(Depth.DEEP).isSound();
        }
    }

    private void ingest(Fixture into, WarehouseConfig config, List<ObjectNode> batch) throws IOException {
        Path file = Files.write(
                directory.resolve("batch.ndjson"),
                batch.stream().map(ObjectNode::toString).toList());
        into.ingest(config, List.of(file), players);
    }

    private static Xuid player(int index) {
        return new Xuid(CareerPlan.mixed(7, MATCHES).players().get(index).xuid());
    }

    private List<String> commits() {
        return fixture.metadata("SELECT * FROM commits ORDER BY commit_id");
    }

    private static long count(Map<String, Derived> facts, String xuid) {
        return facts.keySet().stream().filter(key -> key.startsWith(xuid)).count();
    }

    private static long sessions(Map<String, Derived> facts, String xuid) {
        return facts.values().stream()
                .map(Derived::sessionId)
                .filter(id -> id.startsWith(xuid))
                .distinct()
                .count();
    }

    private static long differing(
            Map<String, Derived> before,
            Map<String, Derived> after,
            String xuid,
            Function<Derived, @Nullable Object> column) {
        return before.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(xuid))
                .filter(entry -> !Objects.equals(
                        column.apply(entry.getValue()),
                        column.apply(Objects.requireNonNull(after.get(entry.getKey())))))
                .count();
    }

    /// Session and score of every stored fact, by player and match.
    private Map<String, Derived> stored() {
        Map<String, Derived> stored = new TreeMap<>();
        for (Map<String, @Nullable Object> row : fixture.rows(Tables.MATCH_FACTS)) {
            stored.put(
                    row.get("xuid") + " " + row.get("match_id"),
                    new Derived(String.valueOf(row.get("session_id")), (Float) row.get("performance_score")));
        }
        return stored;
    }

    /// What the definitions say of the stored facts.
    private Map<String, Derived> expected() {
        Map<String, Derived> expected = new TreeMap<>();
        for (Xuid player : players) {
            List<CareerMatch> career = fixture.rows(Tables.MATCH_FACTS).stream()
                    .filter(row -> player.text().equals(row.get("xuid")))
                    .map(RecomputationTest::match)
                    .sorted(CareerMatch.ORDER)
                    .toList();
            Map<String, Float> scores = CareerOracle.scores(career, WEIGHTS);
            for (List<CareerMatch> session : CareerOracle.sessions(career, GAP)) {
                String start = session.getFirst()
                        .startTime()
                        .truncatedTo(ChronoUnit.MICROS)
                        .toString();
                String id = player.text() + "-" + digits(start);
                session.forEach(match -> expected.put(
                        player.text() + " " + match.matchId(), new Derived(id, scores.get(match.matchId()))));
            }
        }
        return expected;
    }

    /// `2025-01-31T20:15:00.5Z` as `20250131T201500.500000Z`.
    private static String digits(String instant) {
        String[] parts = instant.substring(0, instant.length() - 1)
                .replaceAll("[-:]", "")
                .split("\\.", -1);
        String fraction = parts.length > 1 ? parts[1] : "";
        return parts[0] + "." + fraction + "0".repeat(6 - fraction.length()) + "Z";
    }

    private static CareerMatch match(Map<String, @Nullable Object> row) {
        OffsetDateTime start = (OffsetDateTime) Objects.requireNonNull(row.get("start_time"));
        OffsetDateTime end = (OffsetDateTime) row.get("end_time");
        return new CareerMatch(
                String.valueOf(row.get("match_id")),
                start.toInstant(),
                end == null ? null : end.toInstant(),
                CareerMatch.Kind.of(integer(row, "game_variant_category"), integer(row, "gameplay_interaction")),
                integer(row, "outcome"),
                new CareerMatch.Performance(
                        Optional.ofNullable(integer(row, "kills")).orElseThrow(),
                        Optional.ofNullable(integer(row, "deaths")).orElseThrow(),
                        Optional.ofNullable(integer(row, "assists")).orElseThrow(),
                        (Float) row.get("kda"),
                        (Float) row.get("accuracy"),
                        integer(row, "shots_fired"),
                        integer(row, "shots_hit"),
                        (Float) row.get("time_played_seconds")));
    }

    private static @Nullable Integer integer(Map<String, @Nullable Object> row, String column) {
        Number number = (Number) row.get(column);
        return number == null ? null : number.intValue();
    }

    /// What follows for a match from the career around it.
    private record Derived(String sessionId, @Nullable Float score) {}
}
