package dev.spartanlake.testsupport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private long nanos;
    private final World world = World.of(Career.of(CareerPlan.mixed(7, 12)));
    private final HaloServer server = HaloServer.start(world, 0, InstantSource.system(), () -> nanos);
    private final Client client = new Client(server);
    private final String match = world.matches().getFirst().matchId();
    private final String stats = "/hi/matches/" + match + "/stats";
    private final byte[] document = world.matches().getFirst().document().json();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void happenToTheRequestsTheyAreMeantFor() throws Exception {
        server.faults().after(Kind.STATS, 1, 2, new Fault.Status(500));

        assertThat(statuses(5)).containsExactly(200, 500, 500, 200, 200);
        assertThat(server.requests().asked(Kind.STATS)).isEqualTo(5);
        assertThat(server.requests().answered(Kind.STATS)).isEqualTo(3);
    }

    @Test
    void happenEveryNthTimeUntilTheyAreCleared() throws Exception {
        server.faults().every(Kind.STATS, 3, new Fault.TooManyRequests(Optional.of("7")));

        assertThat(statuses(6)).containsExactly(200, 200, 429, 200, 200, 429);
        server.faults().clear();
        assertThat(statuses(6)).containsOnly(200);
    }

    @Test
    void aMatchMayNotBeThereYet() throws Exception {
        server.faults().firstOfEach(Kind.STATS, 2, new Fault.Status(404));

        assertThat(statuses(3)).containsExactly(404, 404, 200);
        String other = "/hi/matches/" + world.matches().getLast().matchId() + "/stats";
        assertThat(client.status(Service.HALOSTATS, other)).isEqualTo(404);
    }

    @Test
    void aHistoryMayBeHiddenAndAFilmGone() throws Exception {
        String owner = "xuid(" + world.owner().xuid() + ")";
        server.faults().always(Kind.HISTORY, owner, new Fault.Status(403));
        server.faults().always(Kind.FILM_MANIFEST, match, new Fault.Status(404));

        String encoded = owner.replace("(", "%28").replace(")", "%29");
        assertThat(client.status(Service.HALOSTATS, "/hi/players/" + encoded + "/matches"))
                .isEqualTo(403);
        assertThat(client.status(Service.DISCOVERY, "/hi/films/matches/" + match + "/spectate"))
                .isEqualTo(404);
    }

    @Test
    void aServiceTakesSoManyRequestsASecond() throws Exception {
        server.limit(Service.HALOSTATS, 2);

        assertThat(statuses(3)).containsExactly(200, 200, 429);
        HttpResponse<byte[]> refused = client.get(Service.HALOSTATS, stats);
        nanos += Duration.ofSeconds(1).toNanos() - 1;
        assertThat(statuses(1)).containsExactly(429);
        nanos++;
        assertThat(statuses(3)).containsExactly(200, 200, 429);

        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(server.requests().totalLimitExceeded()).isEqualTo(4);
        assertThat(client.status(Service.PROFILE, "/users/me")).isEqualTo(200);
    }

    @Test
    void aTextMayBeHalf() throws Exception {
        server.faults().next(Kind.STATS, 1, new Fault.HalfTheText());

        assertThat(client.get(Service.HALOSTATS, stats).body()).isEqualTo(Arrays.copyOf(document, document.length / 2));
        assertThat(server.requests().answered(Kind.STATS)).isZero();
    }

    @Test
    void aConnectionMayBeCutOff() {
        server.faults().next(Kind.STATS, 1, new Fault.CutOff());

        assertThatThrownBy(() -> client.get(Service.HALOSTATS, stats)).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerMayBeAnotherThingAltogether() throws Exception {
        server.faults().next(Kind.STATS, 1, new Fault.NotJson());
        assertThat(new String(client.get(Service.HALOSTATS, stats).body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>");

        server.faults().clear();
        server.faults().next(Kind.STATS, 1, new Fault.TooLarge(3_000_000));
        assertThat(client.get(Service.HALOSTATS, stats).body()).hasSize(3_000_000);

        server.faults().clear();
        server.faults().next(Kind.STATS, 1, new Fault.Redirect("http://127.0.0.1:9/elsewhere"));
        assertThat(client.get(Service.HALOSTATS, stats).headers().firstValue("Location"))
                .contains("http://127.0.0.1:9/elsewhere");
    }

    @Test
    void aBodyMayNeverEnd() throws Exception {
        server.faults().next(Kind.STATS, 1, new Fault.Endless());

        try (InputStream body = client.stream(Service.HALOSTATS, stats).body()) {
            assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000).containsOnly(' ');
        }
    }

    @Test
    void aSlowAnswerIsWhole() throws Exception {
        server.faults().next(Kind.STATS, 1, new Fault.Slow(4096, Duration.ofMillis(1)));

        assertThat(client.get(Service.HALOSTATS, stats).body()).isEqualTo(document);
        assertThat(server.requests().answered(Kind.STATS)).isEqualTo(1);
    }

    @Test
    void aStalledAnswerEndsWithTheServer() throws Exception {
        server.faults().next(Kind.STATS, 1, new Fault.Stall());

        try (InputStream body = client.stream(Service.HALOSTATS, stats).body()) {
            assertThat(body.readNBytes(document.length / 2)).hasSize(document.length / 2);
            server.close();
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aChunkMayBeABomb() throws Exception {
        server.faults().next(Kind.FILM_CHUNK, 1, new Fault.ZlibBomb(20 << 20));

        byte[] bomb =
                client.get(Service.BLOBS, "/ugcstorage/film/a/b/filmChunk1").body();

        assertThat(bomb.length).isLessThan(200_000);
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(bomb))) {
            assertThat(inflated.skip(Long.MAX_VALUE)).isEqualTo(20 << 20);
        }
    }

    private List<Integer> statuses(int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(client.status(Service.HALOSTATS, stats));
        }
        return statuses;
    }
}
