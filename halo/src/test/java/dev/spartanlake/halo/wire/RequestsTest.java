package dev.spartanlake.halo.wire;

import static dev.spartanlake.halo.server.ScriptedServer.bytes;
import static dev.spartanlake.halo.server.ScriptedServer.gzip;
import static dev.spartanlake.halo.server.ScriptedServer.json;
import static dev.spartanlake.halo.server.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.server.FakeTiming;
import dev.spartanlake.halo.server.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final Pace PACE = new Pace(
            1000, 3, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 6, Duration.ofMinutes(1));
    private static final TimeLimits SHORT =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(700));
    private static final String PATH = "/halostats/hi/x";

    private final FakeTiming timing = new FakeTiming();
    private final Traffic traffic = new Traffic();
    private ScriptedServer server;
    private Requests requests;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        requests = requests(TimeLimits.STANDARD, PACE);
    }

    @AfterEach
    void stop() {
        requests.close();
        server.close();
    }

    @Test
    void findsAnAnswer() throws InterruptedException {
        server.on(PATH, json("{\"a\": 1}"));

        assertThat(body(ask())).isEqualTo("{\"a\": 1}");

        ScriptedServer.Seen seen = server.seen().getFirst();
        assertThat(seen.target()).isEqualTo(PATH);
        assertThat(seen.headers())
                .containsEntry("accept", "application/json")
                .containsEntry("accept-encoding", "gzip")
                .containsEntry("user-agent", "SpartanLake/test")
                .containsEntry("x-token", "abc");
        assertThat(traffic.of(Origin.HALOSTATS)).isEqualTo(new Traffic.Count(1, 0, 0, 0));
    }

    @Test
    void unpacksGzip() throws Exception {
        byte[] packed = gzip("{\"a\": 2}".getBytes(StandardCharsets.UTF_8));
        server.on(PATH, bytes(200, packed, Map.of("Content-Encoding", "gzip")));

        assertThat(body(ask())).isEqualTo("{\"a\": 2}");
    }

    @Test
    void stopsUnpackingWhereTheAnswerGetsTooLong() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb).hasSizeLessThan(100_000);
        server.on(PATH, bytes(200, bomb, Map.of("Content-Encoding", "gzip")));

        assertThat(ask(Call.get(Origin.HALOSTATS, "/hi/x", 1_000_000)))
                .isEqualTo(
                        new Reply.Malformed<>("GET halostats /hi/x", "", "expected at most 1000000 bytes, found more"));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void stopsReadingWhereTheAnswerGetsTooLong() throws InterruptedException {
        server.on(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody());
        });

        assertThat(ask(Call.get(Origin.HALOSTATS, "/hi/x", 100_000)))
                .isEqualTo(
                        new Reply.Malformed<>("GET halostats /hi/x", "", "expected at most 100000 bytes, found more"));
    }

    @Test
    void takesAnAnswerThatIsJustAsLongAsItMayBe() throws Exception {
        byte[] plain = "x".repeat(1000).getBytes(StandardCharsets.UTF_8);
        server.on(PATH, bytes(200, plain, Map.of()), bytes(200, gzip(plain), Map.of("Content-Encoding", "gzip")));

        assertThat(body(ask(Call.get(Origin.HALOSTATS, "/hi/x", 1000)))).hasSize(1000);
        assertThat(body(ask(Call.get(Origin.HALOSTATS, "/hi/x", 1000)))).hasSize(1000);
    }

    @Test
    void seesBrokenGzip() throws Exception {
        byte[] packed = gzip("{\"a\": 2, \"b\": [1, 2, 3]}".getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 9);
        server.on(PATH, bytes(200, cut, Map.of("Content-Encoding", "gzip")));

        assertThat(ask())
                .isEqualTo(new Reply.Malformed<>(
                        "GET halostats /hi/x", "", "expected gzip as its header says, found data that is broken"));
    }

    @Test
    void endsAStreamThatNeverEnds() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        server.on(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        try (Requests impatient = requests(SHORT, PACE)) {
            assertThat(impatient.send(get(), Map.of()))
                    .isEqualTo(new Reply.Unavailable<>("GET halostats /hi/x", "the answer had not ended after 700 ms"));
        } finally {
            end.countDown();
        }
        assertThat(server.seen()).hasSize(4);
    }

    @Test
    void triesAgainWhereTheConnectionBreaksOff() throws InterruptedException {
        server.on(
                PATH,
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    exchange.close();
                },
                json("{}"));

        assertThat(body(ask())).isEqualTo("{}");
        assertThat(traffic.of(Origin.HALOSTATS)).isEqualTo(new Traffic.Count(2, 1, 0, 0));
    }

    @Test
    void sendsWhatIsGoodForOneTimeOnlyNotAgainWhereItMayHaveArrived() throws InterruptedException {
        server.on(
                PATH,
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.close();
                },
                status(503, ""),
                json("{}"));
        Call spending = Call.post(Origin.HALOSTATS, "/hi/x", "text/plain", Bytes.of("code"), 1_000)
                .spending()
                .with("X-Other", "1")
                .accepting(400);

        assertThat(ask(spending))
                .isEqualTo(new Reply.Unavailable<>("POST halostats /hi/x", "the connection broke off"));
        assertThat(server.seen()).hasSize(1);
        assertThat(body(ask(spending))).isEqualTo("{}");
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void sendsWhatIsGoodForOneTimeOnlyAgainWhereItCannotHaveArrived() throws InterruptedException {
        server.close();

        assertThat(ask(get().spending())).isInstanceOf(Reply.Unavailable.class);
        assertThat(traffic.total().requests()).isEqualTo(4);
    }

    @Test
    void saysThatNobodyAnswers() throws InterruptedException {
        server.close();

        assertThat(ask()).isEqualTo(new Reply.Unavailable<>("GET halostats /hi/x", "the connection was refused"));
        assertThat(traffic.total().requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 526, 408})
    void triesAgainWhereTheServiceFails(int status) throws InterruptedException {
        server.on(PATH, status(status, "no"), status(status, "no"), json("{}"));

        assertThat(body(ask())).isEqualTo("{}");
        assertThat(timing.pauses()).hasSize(2);
        assertThat(timing.pauses().getFirst()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(timing.pauses().getLast()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    }

    @Test
    void givesUpWhereTheServiceKeepsFailing() throws InterruptedException {
        server.on(PATH, status(503, "no"));

        assertThat(ask()).isEqualTo(new Reply.Unavailable<>("GET halostats /hi/x", "the service answered 503"));
        assertThat(server.seen()).hasSize(4);
        assertThat(traffic.of(Origin.HALOSTATS)).isEqualTo(new Traffic.Count(4, 3, 0, 0));
    }

    @Test
    void tellsWhatStatusesMean() throws InterruptedException {
        server.on(
                PATH,
                status(400, ""),
                status(401, ""),
                status(403, ""),
                status(404, ""),
                status(410, ""),
                status(418, ""));

        assertThat(ask()).isInstanceOf(Reply.Refused.class);
        assertThat(ask()).isInstanceOf(Reply.Unauthorized.class);
        assertThat(ask()).isInstanceOf(Reply.Forbidden.class);
        assertThat(ask()).isInstanceOf(Reply.Absent.class);
        assertThat(ask()).isInstanceOf(Reply.Absent.class);
        assertThat(ask()).isInstanceOf(Reply.Refused.class);
        assertThat(server.seen()).hasSize(6);
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (ScriptedServer other = new ScriptedServer()) {
            server.on(PATH, bytes(302, new byte[0], Map.of("Location", "http://127.0.0.1:" + other.port() + "/halo")));

            assertThat(ask())
                    .isEqualTo(new Reply.Unavailable<>(
                            "GET halostats /hi/x", "the service answered 302, a redirect, which is not followed"));
            assertThat(other.seen()).isEmpty();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void waitsAsLongAsTheServiceWants() throws InterruptedException {
        server.on(PATH, bytes(429, new byte[0], Map.of("Retry-After", "42")), json("{}"));

        assertThat(body(ask())).isEqualTo("{}");
        assertWaited(Duration.ofSeconds(42));
        assertThat(traffic.of(Origin.HALOSTATS)).isEqualTo(new Traffic.Count(2, 1, 1, 0));
    }

    @Test
    void waitsUntilTheDateThatTheServiceNames() throws InterruptedException {
        String date = "Fri, 27 Nov 2026 12:01:30 GMT";
        server.on(PATH, bytes(429, new byte[0], Map.of("Retry-After", date)), json("{}"));

        assertThat(body(ask())).isEqualTo("{}");
        assertWaited(Duration.ofSeconds(90));
    }

    @Test
    void leavesTheWholeServiceAloneButNoOther() throws InterruptedException {
        server.on(PATH, bytes(429, new byte[0], Map.of("Retry-After", "100")));
        server.on("/halostats/hi/y", json("{}"));
        server.on("/skill/hi/y", json("{}"));
        try (Requests hasty = requests(TimeLimits.STANDARD, withoutRetries())) {
            assertThat(hasty.send(get(), Map.of()))
                    .isEqualTo(new Reply.Throttled<>(
                            "GET halostats /hi/x",
                            "the service answered 429 again and again, so it wants fewer requests",
                            Duration.ofSeconds(100)));

            assertThat(hasty.send(Call.get(Origin.SKILL, "/hi/y", 1000), Map.of()))
                    .isInstanceOf(Reply.Found.class);
            assertThat(timing.pauses()).isEmpty();
            assertThat(hasty.send(Call.get(Origin.HALOSTATS, "/hi/y", 1000), Map.of()))
                    .isInstanceOf(Reply.Found.class);
            assertThat(sum(timing.pauses())).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(100));
        }
    }

    /// The pace counts in real time, and adds up to a millisecond for each of a few requests.
    private void assertWaited(Duration duration) {
        assertThat(sum(timing.allPauses())).isBetween(duration, duration.plusMillis(10));
    }

    @Test
    void doesNotWaitForAServiceThatWantsTooMuch() throws InterruptedException {
        server.on(PATH, bytes(429, new byte[0], Map.of("Retry-After", "301")));

        Reply<Answer> reply = ask();

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(301)));
        assertThat(ask()).isInstanceOf(Reply.Throttled.class);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void survivesAStormOf429() throws InterruptedException {
        ScriptedServer.Script storm = bytes(429, new byte[0], Map.of("Retry-After", "7"));
        server.on(PATH, storm, storm, storm, json("{}"));

        assertThat(body(ask())).isEqualTo("{}");
        assertWaited(Duration.ofSeconds(21));
        assertThat(traffic.of(Origin.HALOSTATS).throttled()).isEqualTo(3);
    }

    @Test
    void asksNoServiceForAWhileThatKeepsFailing() throws InterruptedException {
        server.on(PATH, status(500, ""));
        ask();
        ask();
        int asked = server.seen().size();

        assertThat(asked).isEqualTo(6);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Reply.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason())
                                .startsWith("the service failed too often; it is not asked for another "));
        assertThat(server.seen()).hasSize(6);

        server.on(PATH, json("{}"));
        timing.advance(Duration.ofMinutes(1));

        assertThat(body(ask())).isEqualTo("{}");
    }

    @Test
    void keepsThePaceOfAService() throws InterruptedException {
        server.on(PATH, json("{}"));
        try (Requests slow = requests(
                TimeLimits.STANDARD,
                new Pace(1, 0, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1), 5, Duration.ZERO))) {
            for (int i = 0; i < 50; i++) {
                slow.send(get(), Map.of());
            }
        }

        // The limiter goes by the machine's clock, in which the fifty requests take next to no time.
        assertThat(timing.allPauses()).hasSize(49);
        assertThat(timing.allPauses().getLast()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(49));
    }

    @Test
    void stopsWhereTheCallerIsInterrupted() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.on(PATH, exchange -> {
            reached.countDown();
            await(end);
        });
        List<Throwable> ended = new ArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                ask();
            } catch (InterruptedException stopped) {
                ended.add(stopped);
            }
        });

        reached.await();
        caller.interrupt();
        caller.join();
        end.countDown();

        assertThat(ended).hasSize(1);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aCallerWhoStopsWaitingIsNoFailureOfTheService() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.on(
                PATH,
                exchange -> {
                    reached.countDown();
                    await(end);
                },
                json("{}"));
        Pace nervous = new Pace(
                1000,
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                1,
                Duration.ofMinutes(1));
        try (Requests one = requests(TimeLimits.STANDARD, nervous)) {
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    one.send(get(), Map.of());
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            reached.await();
            caller.interrupt();
            caller.join();
            end.countDown();

            assertThat(body(one.send(get(), Map.of()))).isEqualTo("{}");
        }
    }

    @Test
    void stopsWaitingWhereTheCallerIsInterrupted() {
        server.on(PATH, status(503, ""));
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::ask).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Requests requests(TimeLimits limits, Pace pace) {
        return new Requests(server.origins(), limits, pace, timing, traffic, "SpartanLake/test");
    }

    private static Pace withoutRetries() {
        return new Pace(
                1000,
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                6,
                Duration.ofMinutes(1));
    }

    private static Call get() {
        return Call.get(Origin.HALOSTATS, "/hi/x", 1_000_000);
    }

    private Reply<Answer> ask() throws InterruptedException {
        return ask(get());
    }

    private Reply<Answer> ask(Call call) throws InterruptedException {
        return requests.send(call, Map.of("x-token", Secret.of("abc")));
    }

    private static String body(Reply<Answer> reply) {
        assertThat(reply).isInstanceOf(Reply.Found.class);
        Bytes body = ((Reply.Found<Answer>) reply).value().body();
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    private static Duration sum(List<Duration> pauses) {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static void flood(OutputStream out) throws IOException {
        byte[] piece = new byte[64 * 1024];
        for (int i = 0; i < 100_000; i++) {
            out.write(piece);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
