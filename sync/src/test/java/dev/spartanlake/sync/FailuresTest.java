package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.OAuthApp;
import dev.spartanlake.halo.auth.TokenStore;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.api.Browser;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Services that refuse, fail, or answer what is of no use.
class FailuresTest extends ServedCareer {

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
        assertThat(syncing.texts("SELECT subject FROM meta.absences WHERE what = 'match'"))
                .singleElement()
                .asString()
                .startsWith(match + "/");
        server.faults().clear();

        syncing.run(syncing.request());

        assertThatAllIsThere();
        assertThat(syncing.texts("SELECT subject FROM meta.absences WHERE what = 'match'"))
                .isEmpty();
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

    /// The page on which it is is read by every sync.
    @Test
    void asksTwiceForARefusedDocumentOfTheLatestMatches() throws InterruptedException {
        String match = history().getFirst().matchId();
        server.faults().always(Kind.STATS, match, new Fault.Instead("{}"));
        for (int i = 0; i < 5; i++) {
            server.forgetRequests();

            SyncReport report = syncing.run(syncing.request());

            assertThat(report.failures().isEmpty()).as("sync " + i).isEqualTo(i >= 2);
            assertThat(report.players().getFirst().unobtainable()).isEqualTo(i < 1 ? 0 : 1);
            assertThat(server.requests().asked(Kind.STATS))
                    .isEqualTo(i == 0 ? history().size() : i == 1 ? 1 : 0);
        }
        server.faults().clear();

        syncing.run(syncing.request().withExtent(SyncRequest.Extent.FULL));

        assertThatAllIsThere();
    }

    @Test
    void holdsNoRefusalAgainstTheDocumentOfAnotherMatch() throws InterruptedException {
        server.faults().always(Kind.STATS, history().get(0).matchId(), new Fault.Instead("{}"));
        syncing.run(syncing.request());
        server.faults().clear();
        world.play(1);
        server.faults().always(Kind.STATS, history().getFirst().matchId(), new Fault.Instead("{}"));
        syncing.run(syncing.request());
        server.faults().clear();

        syncing.run(syncing.request());

        assertThatAllIsThere();
    }

    @Test
    void asksAgainForADocumentThatWasRefusedInAnotherForm() throws InterruptedException {
        String match = history().get(40).matchId();
        for (String text : List.of("{}", "{\"MatchId\":0}", "[]")) {
            server.faults().always(Kind.STATS, match, new Fault.Instead(text));
            assertThat(syncing.run(syncing.request()).failures()).isNotEmpty();
            server.faults().clear();
        }

        syncing.run(syncing.request());

        assertThatAllIsThere();
    }

    @Test
    void asksForNoSixthFormOfADocument() throws InterruptedException {
        String match = history().getFirst().matchId();
        for (int i = 0; i < 5; i++) {
            server.faults().clear();
            server.faults().always(Kind.STATS, match, new Fault.Instead("{\"MatchId\":" + i + "}"));
            assertThat(syncing.run(syncing.request()).failures()).isNotEmpty();
        }
        server.forgetRequests();

        assertThat(syncing.run(syncing.request()).failures()).isEmpty();

        assertThat(server.requests().asked(Kind.STATS)).isZero();
    }

    /// Several players of one sync ask for a match they were all in.
    @Test
    void takesNoTwoRefusalsOfOneSyncForFinal() throws InterruptedException {
        GeneratedMatch match = history().get(40);
        List<Xuid> players = List.of(syncing.player(), other(match));
        server.faults().always(Kind.STATS, match.matchId(), new Fault.Instead("{}"));
        assertThat(syncing.run(SyncRequest.of(players)).failures())
                .filteredOn(failure -> failure.contains(match.matchId() + " at /MatchId"))
                .hasSize(2);
        server.faults().clear();

        syncing.run(SyncRequest.of(players));

        assertThat(syncing.texts("SELECT match_id FROM match_documents")).contains(match.matchId());
    }

    private Xuid other(GeneratedMatch match) {
        return match.xuids().stream()
                .map(Xuid::new)
                .filter(xuid -> !xuid.equals(syncing.player()))
                .findFirst()
                .orElseThrow();
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
}
