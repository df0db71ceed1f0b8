package dev.spartanlake.halo.cache;

import static dev.spartanlake.halo.server.ScriptedServer.bytes;
import static dev.spartanlake.halo.server.ScriptedServer.json;
import static dev.spartanlake.halo.server.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.asset.AssetKind;
import dev.spartanlake.halo.asset.AssetVersion;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.server.FakeTiming;
import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.halo.wire.Origin;
import dev.spartanlake.halo.wire.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseCacheTest {

    private static final UUID ID = UUID.fromString("9e3b9529-4dd9-47b0-9669-1f589b9daaf0");
    private static final AssetVersion VERSION = new AssetVersion(ID, ID);
    private static final String MAP = "/discovery-infiniteugc/hi/maps/" + ID + "/versions/" + ID;
    private static final String CALENDAR = "/gamecms-hacs/hi/Progression/file/Csr/Calendars/CsrSeasonCalendar.json";
    private static final byte[] NO_SEASONS = "{\"Seasons\": []}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final FakeTiming timing = new FakeTiming();
    private final Traffic traffic = new Traffic();
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        server.on(MAP, json("{\"AssetId\": \"%s\", \"VersionId\": \"%s\", \"PublicName\": \"x\"}".formatted(ID, ID)));
        server.on(
                CALENDAR,
                bytes(200, NO_SEASONS, Map.of("ETag", "\"one\"")),
                bytes(304, new byte[0], Map.of()),
                bytes(200, NO_SEASONS, Map.of("ETag", "\"two\"")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsVersionsForEverInEachLanguage() throws InterruptedException {
        Reply<?> first = map("en-US");
        timing.advance(Duration.ofDays(1000));

        assertThat(map("en-US")).isEqualTo(first);
        assertThat(server.seen()).hasSize(1);
        map("fr-FR");
        map("fr-FR");
        assertThat(server.seen()).hasSize(2);
        assertThat(traffic.of(Origin.DISCOVERY)).isEqualTo(new Traffic.Count(2, 0, 0, 2));
    }

    @Test
    void asksAfterADayWhetherAFileHasChanged() throws InterruptedException {
        seasons();
        timing.advance(Duration.ofHours(23));
        seasons();
        assertThat(server.seen()).hasSize(1);
        assertThat(server.seen().getFirst().headers()).doesNotContainKey("if-none-match");

        timing.advance(Duration.ofHours(1));
        assertThat(seasons()).isInstanceOf(Reply.Found.class);
        assertThat(server.seen()).hasSize(2);
        assertThat(server.seen().getLast().headers()).containsEntry("if-none-match", "\"one\"");

        seasons();
        assertThat(server.seen()).hasSize(2);
        timing.advance(Duration.ofHours(24));
        seasons();
        timing.advance(Duration.ofHours(24));
        seasons();
        assertThat(server.seen().getLast().headers()).containsEntry("if-none-match", "\"two\"");
        assertThat(traffic.of(Origin.GAMECMS).fromCache()).isEqualTo(3);
    }

    @Test
    void fetchesAnewWhatIsDamagedByASingleByte() throws Exception {
        map("en-US");
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);

            assertThat(cache().find(key())).as("byte " + at).isEmpty();
        }
        Files.write(file, List.of());
        assertThat(map("en-US")).isInstanceOf(Reply.Found.class);
        assertThat(server.seen()).hasSize(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void keepsNothingThatCannotBeRead() throws Exception {
        server.on(MAP, json("{\"AssetId\": 7}"), status(404, ""));

        assertThat(map("en-US")).isInstanceOf(Reply.Malformed.class);
        assertThat(map("en-US")).isInstanceOf(Reply.Absent.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void forgetsTheOldestWhenItIsFull() throws IOException {
        ResponseCache small = ResponseCache.open(directory, 10_000);
        Bytes body = Bytes.of("x".repeat(800));
        for (int i = 0; i < 50; i++) {
            small.keep("key " + i, new CachedAnswer(body, "", Instant.EPOCH));
            long total = 0;
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    total += Files.size(file);
                }
            }
            assertThat(total).isLessThanOrEqualTo(10_000);
            assertThat(small.find("key " + i)).contains(new CachedAnswer(body, "", Instant.EPOCH));
        }
        small.keep("huge", new CachedAnswer(Bytes.of("x".repeat(10_000)), "", Instant.EPOCH));
        assertThat(small.find("huge")).isEmpty();
    }

    /// A process that is killed between writing an answer and moving it leaves the file behind.
    @Test
    void deletesWhatAKilledProcessHasLeft() throws IOException {
        Path left = staged("new-1.tmp", Duration.ofHours(25));
        Path ofAnother = staged("new-2.tmp", Duration.ofHours(23));
        Path other = staged("other.tmp", Duration.ofDays(100));

        cache().keep("a", new CachedAnswer(Bytes.of("answer"), "", timing.now()));

        assertThat(left).doesNotExist();
        assertThat(ofAnother).exists();
        assertThat(other).exists();
        assertThat(cache().find("a")).isPresent();
    }

    private Path staged(String name, Duration age) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "half of an answ");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private String key() {
        return server.origins().locate(Origin.DISCOVERY, "/hi/maps/" + ID + "/versions/" + ID) + " en-US";
    }

    private ResponseCache cache() {
        return ResponseCache.open(directory, ResponseCache.STANDARD_BYTES);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private Reply<?> map(String language) throws InterruptedException {
        try (HaloClient client = client()) {
            return client.assets().version(AssetKind.MAP, VERSION, language);
        }
    }

    private Reply<?> seasons() throws InterruptedException {
        try (HaloClient client = client()) {
            return client.content().csrSeasons();
        }
    }

    private HaloClient client() {
        return HaloClient.open(
                HaloSettings.standard()
                        .withOrigins(server.origins())
                        .withTiming(timing)
                        .withLog(traffic)
                        .withCache(directory),
                new Credentials.Pasted(Secret.of("a"), Secret.of("b")));
    }
}
