package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.Kind;
import dev.spartanlake.testsupport.api.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what a sync brings against what is true on the server.
class SyncTest extends ServedCareer {

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
