package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.catalog.Absences;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.HaloServer;
import dev.spartanlake.testsupport.api.Kind;
import dev.spartanlake.testsupport.api.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Histories with gaps, with matches that end meanwhile, and with pages that are not as they should be.
class HistoryTest extends ServedCareer {

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

    /// The search begins where what is stored would end, which may be far beyond the end.
    @Test
    void findsWhatIsMissingBesideManyTimesAsManyMatches() throws InterruptedException {
        Obtained obtained = new Obtained();
        obtained.track(syncing.player());
        World.of(Career.of(CareerPlan.mixed(99, 1_200)))
                .history(world.owner().xuid())
                .forEach(match -> obtained.add(document(match)));
        syncing.warehouse().take(obtained);
        String failing = history().get(40).matchId();
        server.faults().always(Kind.STATS, failing, new Fault.Status(500));
        syncing.run(syncing.request().withParts(Set.of()));
        server.faults().clear();

        SyncReport report = syncing.run(syncing.request().withParts(Set.of()));

        assertThat(report.players().getFirst().interruption()).isNull();
        assertThat(syncing.texts("SELECT match_id FROM match_documents")).contains(failing);
    }

    @Test
    void endsWhereAHistoryGoesOnFarBeyondWhatIsCounted() throws InterruptedException {
        syncing.close();
        server.close();
        world = World.of(Career.of(CareerPlan.mixed(7, 1_300)));
        server = HaloServer.start(world);
        syncing = new Syncing(directory.resolve("another"), server);
        assertThat(history()).hasSizeGreaterThan(1_050);
        server.faults().always(Kind.MATCH_COUNT, "", new Fault.Instead("{\"MatchesPlayedCount\": 10}"));
        server.faults().always(Kind.STATS, "", new Fault.Status(404));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().interruption())
                .returns(Interruption.Reason.UNEXPECTED, Interruption::reason)
                .returns(true, interruption -> interruption.explanation().contains("expected at most 1020"));
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
    void tellsOfAHiddenHistory() throws InterruptedException {
        server.faults().always(Kind.HISTORY, "", new Fault.Status(403));

        SyncReport report = syncing.run(syncing.request());

        assertThat(report.players().getFirst().interruption())
                .extracting(Interruption::reason)
                .isEqualTo(Interruption.Reason.FORBIDDEN);
    }
}
