package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.catalog.Absences;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.auth.TokenStore;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.api.Browser;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.HaloServer;
import dev.spartanlake.testsupport.api.Kind;
import dev.spartanlake.testsupport.api.Requests;
import dev.spartanlake.testsupport.api.World;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what a sync brings against what is true on the server.
class SyncTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MATCHES = 60;

    @TempDir
    private Path directory;

    private World world;
    private HaloServer server;
    private Syncing syncing;

    @BeforeEach
    void start() {
        begin(MATCHES - 10);
    }

    private void begin(int played) {
        world = World.of(Career.of(CareerPlan.mixed(7, MATCHES)), played);
        server = HaloServer.start(world);
        syncing = new Syncing(directory.resolve("warehouse"), server);
    }

    @AfterEach
    void stop() {
        syncing.close();
        server.close();
    }

    private List<GeneratedMatch> history() {
        return world.history(world.owner().xuid());
    }

    private void assertThatAllIsThere() {
        assertThat(syncing.texts("SELECT match_id FROM match_facts WHERE xuid = '" + syncing.player() + "' ORDER BY 1"))
                .isEqualTo(
                        history().stream().map(GeneratedMatch::matchId).sorted().toList());
        assertThat(documents())
                .isEqualTo(history().stream()
                        .collect(Collectors.toMap(
                                GeneratedMatch::matchId,
                                match -> JSON.readTree(match.document().json()).toString(),
                                (one, _) -> one,
                                TreeMap::new)));
        assertThat(ratings()).isEqualTo(expectedRatings());
        assertThat(events()).isEqualTo(expectedEvents());
        assertThat(syncing.warehouse().verify(Depth.DEEP).damage()).isEmpty();
    }

    private Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        syncing.rows("SELECT match_id, document FROM match_documents")
                .forEach(row -> documents.put(
                        String.valueOf(row.getFirst()),
                        JSON.readTree(String.valueOf(row.get(1))).toString()));
        return documents;
    }

    private Map<String, String> ratings() {
        Map<String, String> ratings = new TreeMap<>();
        syncing.rows("SELECT match_id, team_mmr, expected_kills FROM match_facts WHERE xuid = '" + syncing.player()
                        + "' AND (team_mmr IS NOT NULL OR expected_kills IS NOT NULL)")
                .forEach(row -> ratings.put(String.valueOf(row.getFirst()), row.get(1) + " " + row.get(2)));
        return ratings;
    }

    private Map<String, String> expectedRatings() {
        Map<String, String> ratings = new TreeMap<>();
        for (GeneratedMatch match : history()) {
            if (match.skill().isAvailable()) {
                JsonNode entries =
                        JSON.readTree(match.skill().json(match.xuids())).path("Value");
                for (JsonNode entry : entries) {
                    if (entry.path("Id").asString().equals("xuid(" + syncing.player() + ")")
                            && entry.path("ResultCode").asInt() == 0) {
                        @Nullable Float mmr = real(entry.path("Result").path("TeamMmr"));
                        @Nullable
                        Float kills = real(entry.path("Result")
                                .path("StatPerformances")
                                .path("Kills")
                                .path("Expected"));
                        if (mmr != null || kills != null) {
                            ratings.put(match.matchId(), mmr + " " + kills);
                        }
                    }
                }
            }
        }
        return ratings;
    }

    private static @Nullable Float real(JsonNode value) {
        return value.isNumber() ? (float) value.asDouble() : null;
    }

    private Map<String, Long> events() {
        Map<String, Long> events = new TreeMap<>();
        syncing.rows("SELECT match_id, count(*) FROM highlight_events GROUP BY 1")
                .forEach(row -> events.put(String.valueOf(row.getFirst()), ((Number) row.get(1)).longValue()));
        return events;
    }

    private Map<String, Long> expectedEvents() {
        Map<String, Long> events = new TreeMap<>();
        history()
                .forEach(match ->
                        events.put(match.matchId(), (long) match.film().events().size()));
        events.values().removeIf(count -> count == 0);
        return events;
    }

    private static String why(SyncReport report) {
        Interruption interruption = report.interruption();
        return interruption == null ? "" : interruption.explanation();
    }

    private int pages(int matches) {
        return matches / 25 + 1;
    }

    @Test
    void bringsEverythingWithTheLeastRequests() throws InterruptedException {
        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).isNull();
        assertThat(report.failures()).isEmpty();
        assertThatAllIsThere();
        int matches = history().size();
        Requests requests = server.requests();
        assertThat(requests.asked(Kind.HISTORY)).isLessThanOrEqualTo(pages(matches));
        assertThat(requests.asked(Kind.MATCH_COUNT)).isEqualTo(1);
        assertThat(requests.asked(Kind.STATS)).isEqualTo(matches);
        assertThat(requests.asked(Kind.SKILL)).isEqualTo(matches);
        assertThat(requests.asked(Kind.FILM_MANIFEST)).isEqualTo(matches);
        assertThat(requests.asked(Kind.FILM_CHUNK)).isEqualTo(matches);
        assertThat(requests.repeated("")).isEmpty();
        assertThat(report.players().getFirst())
                .returns((long) matches, SyncReport.PlayerReport::added)
                .returns((long) matches, SyncReport.PlayerReport::films)
                .returns(0L, SyncReport.PlayerReport::unobtainable);
    }

    @Test
    void namesWhoAndWhatWasMet() throws InterruptedException {
        SyncReport report = syncing.run(syncing.request());

        Set<String> expected = history().stream()
                .flatMap(match -> match.xuids().stream())
                .map(xuid -> xuid + " " + world.gamertag(xuid).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(syncing.texts("SELECT xuid || ' ' || gamertag FROM meta.players WHERE gamertag IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(report.assetsNamed()).isPositive();
        assertThat(syncing.warehouse().coverage().unnamed().assets()).isEmpty();
        assertThat(syncing.warehouse().coverage().unnamed().playlists()).isEmpty();
        assertThat(syncing.texts("SELECT count(*) FROM meta.service_records")).containsExactly("1");
        assertThat(syncing.texts("SELECT count(*) FROM meta.career_ranks")).containsExactly("1");
        assertThat(syncing.texts("SELECT count(*) > 0 FROM meta.playlist_csrs")).containsExactly("true");
    }

    @Test
    void asksForNothingThatIsThere() throws InterruptedException {
        syncing.run(syncing.request());
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().added()).isZero();
        assertThat(server.requests().asked()).isEqualTo(Map.of(Kind.MATCH_COUNT, 1, Kind.HISTORY, 1));
    }

    @Test
    void bringsWhatIsNewAlone() throws InterruptedException {
        syncing.run(syncing.request());
        int before = history().size();
        world.play(10);
        int more = history().size() - before;
        server.forgetRequests();

        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().asked(Kind.HISTORY)).isEqualTo(1);
        assertThat(server.requests().asked(Kind.STATS)).isEqualTo(more);
        assertThat(server.requests().asked(Kind.FILM_MANIFEST)).isEqualTo(more);
    }

    @Test
    void goesOnWhereItWasStopped() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            SyncReport stopped = syncing.run(syncing.request(), 4, Syncing.NOW);
            assertThat(why(stopped)).contains("run the same command again");
        }

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).isNull();
        assertThatAllIsThere();
        Requests requests = server.requests();
        assertThat(requests.repeated("/stats")).isEmpty();
        assertThat(requests.repeated("/skill")).isEmpty();
        assertThat(requests.repeated("spectate")).isEmpty();
        assertThat(requests.repeated("filmChunk")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAmidMatchesTheServerDoesNotCount(boolean cameBefore) throws InterruptedException {
        if (cameBefore) {
            syncing.warehouse().take(playedElsewhere());
        }
        assertThat(syncing.run(syncing.request(), 30, Syncing.NOW).interruption())
                .isNotNull();
        if (!cameBefore) {
            syncing.warehouse().take(playedElsewhere());
        }

        assertThat(syncing.run(syncing.request()).interruption()).isNull();

        assertThat(syncing.texts("SELECT match_id FROM match_documents"))
                .containsAll(history().stream().map(GeneratedMatch::matchId).toList());
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    private Obtained playedElsewhere() {
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        World.of(Career.of(CareerPlan.mixed(99, 40)))
                .history(world.owner().xuid())
                .forEach(match -> obtained.add(document(match)));
        return obtained;
    }

    @Test
    void asksAgainForDocumentsThatWereLost() throws InterruptedException, IOException {
        syncing.run(syncing.request());
        Path root = syncing.warehouse().directory();
        Path file;
        try (Stream<Path> files = Files.walk(root.resolve("match_documents"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        for (Path copy : List.of(file, root.resolve(".mirror").resolve(root.relativize(file)))) {
            assertThat(copy).exists();
            Files.write(copy, new byte[] {1, 2, 3});
        }
        int lost = syncing.warehouse().repair().lost().size();
        assertThat(lost).isPositive();
        server.forgetRequests();

        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().asked(Kind.STATS)).isEqualTo(lost);
        assertThat(server.requests().asked(Kind.SKILL)).isZero();
        assertThat(server.requests().asked(Kind.FILM_MANIFEST)).isZero();
    }

    @Test
    void missesNothingWhenMatchesEndMeanwhile() throws InterruptedException {
        server.before(Kind.HISTORY, 2, () -> world.play(4));
        server.before(Kind.HISTORY, 3, () -> world.play(3));

        syncing.run(syncing.request());
        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    @Test
    void fillsAGapInTheMiddle() throws InterruptedException {
        List<GeneratedMatch> matches = history();
        List<GeneratedMatch> stored = new ArrayList<>(matches.subList(0, 12));
        stored.addAll(matches.subList(matches.size() - 12, matches.size()));
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        stored.forEach(match -> obtained.add(document(match)));
        syncing.warehouse().take(obtained);

        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().asked(Kind.STATS)).isEqualTo(matches.size() - 24);
        assertThat(server.requests().asked(Kind.SKILL)).isEqualTo(matches.size());
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    @Test
    void findsWhatIsMissingBesideMatchesTheServerDoesNotHave() throws InterruptedException {
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        long owner = world.owner().xuid();
        World elsewhere = World.of(Career.of(CareerPlan.mixed(99, 40)));
        List<GeneratedMatch> others = elsewhere.history(owner);
        history().stream().limit(25).forEach(match -> obtained.add(document(match)));
        others.forEach(match -> obtained.add(document(match)));
        syncing.warehouse().take(obtained);

        syncing.run(syncing.request().withParts(Set.of()));
        world.play(5);
        syncing.run(syncing.request().withParts(Set.of()));

        assertThat(syncing.texts("SELECT match_id FROM match_documents"))
                .containsAll(history().stream().map(GeneratedMatch::matchId).toList())
                .hasSize(history().size() + others.size());
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    @Test
    void missesNothingWhenMatchesEndWhileAGapIsRead() throws InterruptedException {
        beginWithAGap(List.of());
        List<GeneratedMatch> matches = history();
        int pagesToTheEnd = (matches.size() - 48 + 24) / 25;
        server.before(Kind.HISTORY, 2 + pagesToTheEnd, () -> world.play(2));

        syncing.run(syncing.request().withParts(Set.of()));
        syncing.run(syncing.request().withParts(Set.of()));

        assertThat(syncing.texts("SELECT match_id FROM match_documents ORDER BY 1"))
                .isEqualTo(
                        history().stream().map(GeneratedMatch::matchId).sorted().toList());
    }

    @Test
    void knowsWhereAHistoryEndsAfterAGapInIt() throws InterruptedException {
        beginWithAGap(List.of(30));
        List<GeneratedMatch> matches = history();

        SyncReport report = syncing.run(syncing.request().withParts(Set.of()));

        assertThat(report.failures()).isEmpty();
        assertThat(report.players().getFirst().unobtainable()).isEqualTo(1);
        assertThat(syncing.texts("SELECT count(*) FROM match_documents"))
                .containsExactly(String.valueOf(matches.size() - 1));
    }

    /// A longer history, of which the latest 25 and the oldest 24 matches are stored, as an earlier sync leaves it.
    ///
    /// @param absent those that the API does not have, by their places in the history
    private void beginWithAGap(List<Integer> absent) {
        stop();
        world = World.of(Career.of(CareerPlan.mixed(7, 150)), 140);
        server = HaloServer.start(world);
        syncing = new Syncing(directory.resolve("another"), server);
        List<GeneratedMatch> matches = history();
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        matches.stream().limit(25).forEach(match -> obtained.add(document(match)));
        matches.stream().skip(matches.size() - 24).forEach(match -> obtained.add(document(match)));
        absent.forEach(place ->
                obtained.add(new Absence(Absences.What.MATCH, matches.get(place).matchId(), "gone")));
        obtained.add(new SyncStates.Conclusion(syncing.player(), Syncing.NOW, (long) matches.size(), 0L, null));
        syncing.warehouse().take(obtained);
    }

    private static ObtainedMatch document(GeneratedMatch match) {
        return ObtainedMatch.of(new MatchId(match.matchId()), "test")
                .withDocument(match.document().json());
    }

    @Test
    void remembersWhatDoesNotExist() throws InterruptedException {
        List<GeneratedMatch> matches = history();
        server.faults().always(Kind.FILM_MANIFEST, matches.get(3).matchId(), new Fault.Status(404));
        server.faults().always(Kind.STATS, matches.get(5).matchId(), new Fault.Status(404));
        syncing.run(syncing.request());
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.failures()).isEmpty();
        assertThat(report.players().getFirst().unobtainable()).isEqualTo(1);
        assertThat(server.requests().asked()).isEqualTo(Map.of(Kind.MATCH_COUNT, 1, Kind.HISTORY, 1));
        assertThat(syncing.texts("SELECT count(*) FROM match_documents"))
                .containsExactly(String.valueOf(matches.size() - 1));

        server.faults().clear();
        syncing.run(syncing.request().withExtent(SyncRequest.Extent.FULL));

        assertThatAllIsThere();
    }

    @Test
    void waitsForAMatchThatHasJustEnded() throws InterruptedException {
        GeneratedMatch latest = history().getFirst();
        GeneratedMatch before = history().get(1);
        server.faults().first(Kind.STATS, latest.matchId(), 1, new Fault.Status(404));
        server.faults().first(Kind.SKILL, before.matchId(), 1, new Fault.Status(404));
        server.faults().first(Kind.FILM_MANIFEST, before.matchId(), 1, new Fault.Status(404));
        JsonNode info = JSON.readTree(latest.document().json()).path("MatchInfo");
        Instant end = Instant.parse(info.path("EndTime").asString());

        SyncReport report = syncing.run(syncing.request(), Integer.MAX_VALUE, end.plusSeconds(20));

        assertThat(report.players().getFirst().postponed()).isPositive();
        assertThat(syncing.texts("SELECT count(*) FROM meta.absences WHERE what = 'match'"))
                .containsExactly("0");
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void waitsForTheEndOfAMatchAndNotForItsStart() throws InterruptedException {
        GeneratedMatch latest = history().getFirst();
        server.faults().always(Kind.SKILL, latest.matchId(), new Fault.Status(404));
        server.faults().always(Kind.FILM_MANIFEST, latest.matchId(), new Fault.Status(404));
        JsonNode info = JSON.readTree(latest.document().json()).path("MatchInfo");
        Instant start = Instant.parse(info.path("StartTime").asString());
        Instant end = Instant.parse(info.path("EndTime").asString());
        assertThat(start.plus(Syncing.FRESHNESS)).isBefore(end.plusSeconds(600));
        syncing.run(syncing.request(), Integer.MAX_VALUE, end.plusSeconds(20));

        syncing.run(syncing.request(), Integer.MAX_VALUE, end.plusSeconds(600));

        assertThat(syncing.texts("SELECT count(*) FROM meta.absences WHERE subject = '" + latest.matchId() + "'"))
                .containsExactly("0");
        server.faults().clear();
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void bringsAHistoryThatWasHiddenOnceItIsShown() throws InterruptedException {
        server.faults().always(Kind.HISTORY, "", new Fault.Instead(page(List.of())));

        SyncReport.PlayerReport report =
                syncing.run(syncing.request()).players().getFirst();

        assertThat(report.unobtainable()).isZero();
        assertThat(report.interruption())
                .returns(Interruption.Reason.FORBIDDEN, Interruption::reason)
                .returns(true, interruption -> interruption.explanation().contains("hides"));
        server.faults().clear();
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void readsOnBehindAPageThatIsShort() throws InterruptedException {
        server.faults().next(Kind.HISTORY, 1, new Fault.Instead(page(history().subList(0, 10))));

        syncing.run(syncing.request());

        assertThatAllIsThere();
    }

    @Test
    void endsWhereAHistoryRepeatsItself() throws InterruptedException {
        server.faults()
                .always(Kind.HISTORY, "", new Fault.Instead(page(history().subList(0, 25))));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().interruption())
                .returns(Interruption.Reason.UNEXPECTED, Interruption::reason);
        assertThat(report.players().getFirst().added()).isEqualTo(25);
        server.faults().clear();
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void takesNoPageThatIsLongerThanWasAskedFor() throws InterruptedException {
        server.faults().next(Kind.HISTORY, 1, new Fault.Instead(page(history().subList(0, 26))));

        assertThat(syncing.run(syncing.request()).players().getFirst().interruption())
                .returns(Interruption.Reason.UNEXPECTED, Interruption::reason);

        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void searchesAgainForTheRestOfAHistoryThatIsCutOff() throws InterruptedException {
        stop();
        begin(MATCHES);
        server.faults().after(Kind.HISTORY, 1, 1, new Fault.Instead(page(List.of())));
        assertThat(syncing.run(syncing.request()).failures())
                .anyMatch(failure ->
                        failure.contains("ended after 25 of " + history().size()));

        assertThat(syncing.run(syncing.request()).failures()).isEmpty();

        assertThatAllIsThere();
    }

    private String page(List<GeneratedMatch> matches) {
        return new JsonObject()
                .with("Start", 0)
                .with("Count", 25)
                .with("ResultCount", matches.size())
                .with(
                        "Results",
                        matches.stream()
                                .map(match -> new JsonObject.Raw(
                                        match.historyItem(world.owner().xuid())))
                                .toList())
                .with("Links", new JsonObject())
                .toString();
    }

    @Test
    void knowsWhatItKnewAfterOneThatCouldNotCount() throws InterruptedException {
        server.faults().always(Kind.STATS, history().get(5).matchId(), new Fault.Status(404));
        syncing.run(syncing.request());
        server.faults().always(Kind.MATCH_COUNT, "", new Fault.Status(401));
        assertThat(syncing.run(syncing.request()).interruption())
                .returns(Interruption.Reason.UNAUTHORIZED, Interruption::reason);
        server.faults().clear();
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().unobtainable()).isEqualTo(1);
        assertThat(server.requests().asked(Kind.HISTORY)).isEqualTo(1);
        assertThat(server.requests().asked(Kind.STATS)).isZero();
    }

    @Test
    void asksAgainForWhatFailedThoughOthersCameMeanwhile() throws InterruptedException {
        server.faults().always(Kind.STATS, history().get(5).matchId(), new Fault.Status(500));
        assertThat(syncing.run(syncing.request()).failures()).isNotEmpty();
        syncing.warehouse().take(playedElsewhere());
        server.faults().clear();

        syncing.run(syncing.request());

        assertThat(syncing.texts("SELECT match_id FROM match_documents"))
                .containsAll(history().stream().map(GeneratedMatch::matchId).toList());
    }

    @Test
    void asksOnceMoreForADocumentThatWasRefused() throws InterruptedException {
        String match = history().get(40).matchId();
        server.faults().always(Kind.STATS, match, new Fault.Instead("{}"));
        syncing.run(syncing.request());
        server.faults().clear();

        syncing.run(syncing.request());

        assertThatAllIsThere();
    }

    @Test
    void takesADocumentThatIsRefusedTwiceForWhatItIs() throws InterruptedException {
        String match = history().get(40).matchId();
        server.faults().always(Kind.STATS, match, new Fault.Instead("{}"));
        syncing.run(syncing.request());
        assertThat(syncing.warehouse().coverage().progress().getFirst().missing())
                .isEqualTo(1);
        syncing.run(syncing.request());
        assertThat(syncing.warehouse().coverage().progress().getFirst().missing())
                .isZero();
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.failures()).isEmpty();
        assertThat(server.requests().asked(Kind.STATS)).isZero();
        assertThat(server.requests().asked(Kind.HISTORY)).isEqualTo(1);
    }

    @Test
    void readsNoMoreThanItMustForAMatchThatFailsAgainAndAgain() throws InterruptedException {
        Obtained stored = new Obtained();
        stored.track(syncing.player());
        stored.add(document(history().getLast()));
        syncing.warehouse().take(stored);
        server.faults().always(Kind.STATS, history().get(5).matchId(), new Fault.Status(500));
        syncing.run(syncing.request());
        assertThat(server.requests().asked(Kind.HISTORY))
                .isGreaterThanOrEqualTo(pages(history().size()));
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.failures()).isNotEmpty();
        assertThat(server.requests().asked(Kind.HISTORY)).isEqualTo(1);
    }

    @Test
    void asksAgainForAllWhereTheCountFails() throws InterruptedException {
        server.faults().always(Kind.FILM_MANIFEST, history().get(3).matchId(), new Fault.Status(404));
        syncing.run(syncing.request());
        server.faults().clear();
        server.faults().always(Kind.MATCH_COUNT, "", new Fault.Status(503));

        syncing.run(syncing.request().withExtent(SyncRequest.Extent.FULL));

        assertThatAllIsThere();
        assertThat(syncing.warehouse().coverage().progress().getFirst().error()).isNotNull();
    }

    @Test
    void asksNoServiceAnyMoreOnceOneRefusesTheTokens() throws InterruptedException {
        server.faults().always(Kind.PLAYLIST_CSR, "", new Fault.Status(401));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).returns(Interruption.Reason.UNAUTHORIZED, Interruption::reason);
        assertThat(syncing.warehouse().coverage().rankedPlaylists()).hasSizeGreaterThan(1);
        assertThat(server.requests().asked(Kind.PLAYLIST_CSR)).isEqualTo(1);
        assertThat(syncing.warehouse().coverage().progress().getFirst().error()).isNotNull();
        assertThatAllIsThere();
    }

    @Test
    void asksAServiceForNoOtherRankWhileItIsDown() throws InterruptedException {
        server.faults().always(Kind.PLAYLIST_CSR, "", new Fault.Status(403));
        syncing.run(syncing.request());
        int playlists = server.requests().asked(Kind.PLAYLIST_CSR);
        assertThat(playlists)
                .isEqualTo(syncing.warehouse().coverage().rankedPlaylists().size());
        world.play(1);
        server.faults().clear();
        server.faults().always(Kind.PLAYLIST_CSR, "", new Fault.Status(503));
        server.forgetRequests();

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).isNull();
        assertThat(report.failures()).hasSize(1);
    }

    @Test
    void goesOnWithOthersWhereOneHasNoHistory() throws InterruptedException {
        Xuid nobody = new Xuid(2_533_270_000_099_999L);
        server.faults().always(Kind.HISTORY, nobody.text(), new Fault.Status(404));

        SyncReport report = syncing.run(SyncRequest.of(List.of(nobody, syncing.player())));

        assertThat(report.players().getFirst().interruption())
                .returns(Interruption.Reason.UNEXPECTED, Interruption::reason);
        assertThat(report.interruption()).isNull();
        assertThatAllIsThere();
    }

    @Test
    void forgetsNothingWhereNobodyAnswers() throws InterruptedException {
        server.faults().always(Kind.FILM_MANIFEST, history().get(3).matchId(), new Fault.Status(404));
        syncing.run(syncing.request());
        List<String> absences = syncing.texts("SELECT subject FROM meta.absences ORDER BY 1");
        assertThat(absences).isNotEmpty();
        server.faults().always(Kind.MATCH_COUNT, "", new Fault.Status(401));

        syncing.run(syncing.request().withExtent(SyncRequest.Extent.FULL));

        assertThat(syncing.texts("SELECT subject FROM meta.absences ORDER BY 1"))
                .isEqualTo(absences);
    }

    @Test
    void asksForRecordsThatAnEarlierSyncDidNotGetTo() throws InterruptedException {
        syncing.run(syncing.request());
        world.play(3);
        server.faults().always(Kind.SERVICE_RECORD, "", new Fault.Status(503));
        syncing.run(syncing.request());
        server.faults().clear();
        server.forgetRequests();

        syncing.run(syncing.request());

        assertThat(server.requests().asked(Kind.SERVICE_RECORD)).isEqualTo(1);
        server.forgetRequests();
        syncing.run(syncing.request());
        assertThat(server.requests().asked(Kind.SERVICE_RECORD)).isZero();
    }

    @Test
    void namesTheOthersWhereOneOfABatchIsUnknown() throws InterruptedException {
        String unknown = syncing.player().text();
        server.faults().always(Kind.USERS, unknown, new Fault.Status(404));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.playersNamed()).isPositive();
        assertThat(syncing.texts("SELECT DISTINCT xuid FROM match_participants WHERE xuid NOT IN"
                        + " (SELECT xuid FROM meta.players WHERE gamertag IS NOT NULL) AND xuid IS NOT NULL"))
                .containsExactly(unknown);
    }

    @Test
    void makesFewCommitsOfNames() throws InterruptedException {
        long named = syncing.run(syncing.request()).assetsNamed();

        assertThat(Long.parseLong(
                        syncing.texts("SELECT count(*) FROM meta.commits").getFirst()))
                .isLessThan(named);
    }

    @Test
    void bringsThePartsLaterThatWereNotWanted() throws InterruptedException {
        syncing.run(syncing.request().withParts(Set.of()));
        assertThat(server.requests().asked(Kind.SKILL)).isZero();
        assertThat(server.requests().asked(Kind.FILM_MANIFEST)).isZero();

        syncing.run(syncing.request().withParts(Set.of(MatchPart.SKILL)));
        assertThat(server.requests().asked(Kind.FILM_MANIFEST)).isZero();
        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().asked(Kind.STATS)).isEqualTo(history().size());
    }

    @Test
    void bringsNoMoreThanAskedFor() throws InterruptedException {
        SyncReport report = syncing.run(syncing.request().withMostMatches(7));

        assertThat(report.players().getFirst().added()).isEqualTo(7);
        assertThat(syncing.texts("SELECT match_id FROM match_documents ORDER BY start_time DESC"))
                .isEqualTo(
                        history().stream().limit(7).map(GeneratedMatch::matchId).toList());
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void losesNothingInAStormOfRefusalsAndFailures() throws InterruptedException {
        server.faults().every(Kind.STATS, 5, new Fault.TooManyRequests(Optional.of("2")));
        server.faults().every(Kind.SKILL, 7, new Fault.Status(503));
        server.faults().every(Kind.HISTORY, 2, new Fault.HalfTheText());
        server.faults().every(Kind.FILM_CHUNK, 6, new Fault.CutOff());

        boolean isDone = false;
        for (int i = 0; i < 10 && !isDone; i++) {
            isDone = syncing.run(syncing.request()).interruption() == null;
        }
        server.faults().clear();
        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    @Test
    void staysSignedInWhenTokensExpire() throws InterruptedException {
        syncing.close();
        TokenStore store = TokenStore.at(directory.resolve("tokens.json"));
        Credentials.SignedIn credentials = new Credentials.SignedIn(new OAuthApp("sync-test"), store);
        HaloClient.signIn(Syncing.settings(server), credentials, 0, Browser::open, Duration.ofSeconds(30));
        server.signIn().spartanTokensLast(40);
        syncing = new Syncing(directory.resolve("warehouse"), server, credentials);

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).isNull();
        assertThatAllIsThere();
        assertThat(server.requests().repeated("/stats")).isEmpty();
    }

    @Test
    void saysWhyItEndsWhenTheTokensAreOld() throws InterruptedException {
        syncing.run(syncing.request(), 9, Syncing.NOW);
        server.signIn().expireSpartanTokens();

        SyncReport report = syncing.run(syncing.request());

        assertThat(why(report)).contains("paste a new one");
        assertThat(syncing.warehouse().coverage().progress().getFirst().error()).contains("paste a new one");
    }

    @Test
    void endsWhenAServiceFailsAgainAndAgain() throws InterruptedException {
        server.faults().always(Kind.STATS, "", new Fault.Status(500));

        SyncReport report = syncing.run(syncing.request());

        assertThat(why(report)).contains("in a row");
        server.faults().clear();
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void tellsOfAHiddenHistory() throws InterruptedException {
        server.faults().always(Kind.HISTORY, "", new Fault.Status(403));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().interruption())
                .extracting(Interruption::reason)
                .isEqualTo(Interruption.Reason.FORBIDDEN);
    }

    @Test
    void keepsDocumentsThatBreakARuleAndGoesOn() throws InterruptedException {
        server.faults().always(Kind.STATS, history().get(2).matchId(), new Fault.NotJson());

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.interruption()).isNull();
        assertThat(report.failures())
                .singleElement()
                .asString()
                .contains(history().get(2).matchId());
        server.faults().clear();
        syncing.run(syncing.request());
        assertThatAllIsThere();
    }

    @Test
    void plansWithoutChangingAnything() throws InterruptedException {
        SyncPlan plan = syncing.plan(syncing.request());

        assertThat(plan.expected()).isEqualTo(history().size());
        assertThat(plan.least())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(history().size() / 5));
        assertThat(syncing.warehouse().exists()).isFalse();
    }

    @Test
    void writesTokensNowhere() throws Exception {
        String token = server.signIn().issueSpartanToken();
        SyncReport report;
        try (Syncing own = new Syncing(directory.resolve("own"), server, token)) {
            report = own.run(own.request());
        }

        assertThat(report.players().getFirst().added()).isPositive();
        assertThat(report.toString()).doesNotContain(token);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(token)
                        .doesNotContain(server.signIn().clearance());
            }
        }
    }
}
