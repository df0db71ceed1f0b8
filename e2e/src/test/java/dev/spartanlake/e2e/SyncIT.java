package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Syncs with services in a process of their own, whatever happens to the process that syncs.
class SyncIT {

    private static final int MATCHES = 420;
    private static final int KILLS = Integer.getInteger("spartanlake.sync.kills", 6);
    private static final long SEED = Long.getLong("spartanlake.seed", 20_261_127);

    /// So slow that most kills hit a sync that is at work.
    private static final int REQUESTS_PER_SECOND = 100;

    private static final int FAST = 1000;

    /// A sync commits whenever so many matches wait for it; of those and of the ones in flight, a kill costs the
    /// requests.
    private static final int LOST_BY_A_KILL = 100 + 2 * 16;

    private static final List<String> SYNC = List.of("sync", "--format", "json");

    @TempDir
    private Path directory;

    @Test
    void aKilledSyncIsGoneOnWithUntilTheWarehouseIsWhatOneSyncMakes() throws IOException {
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Spartanlake atOnce = new Spartanlake(directory.resolve("at-once"), scratch);
        Spartanlake killed = new Spartanlake(directory.resolve("killed"), scratch);
        Random random = new Random(SEED);
        List<String> said = new ArrayList<>();
        try (GameServices services = GameServices.start(MATCHES, scratch)) {
            Run whole = sync(services, atOnce, FAST);
            said.add(whole.succeeded().toString());
            int played = json(whole).path("players").path(0).path("inserted").asInt();
            assertThat(documents(services)).isEqualTo(played);

            int kills = 0;
            int stored = 0;
            for (int i = 0; i < KILLS; i++) {
                try (Child child = start(services, killed, directory.resolve("killed-user"), REQUESTS_PER_SECOND)) {
                    child.endsWithin(Duration.ofMillis(500 + random.nextInt(4_000)));
                    child.kill();
                    Run run = child.ended();
                    said.add(run.toString());
                    assertThat(run.code()).isIn(0, Run.KILLED);
                    kills += run.code() == 0 ? 0 : 1;
                }
                int now = killed.state().matches().size();
                assertThat(now).as("stored matches after a kill").isGreaterThanOrEqualTo(stored);
                stored = now;
            }
            Run last = ended(services, killed, directory.resolve("killed-user"), FAST)
                    .succeeded();
            said.add(last.toString());
            int asked = documents(services) - played;

            assertThat(json(last).path("players").path(0).path("inserted").asInt())
                    .isEqualTo(played - stored);
            assertThat(asked).isBetween(played, played + kills * LOST_BY_A_KILL);
            assertThat(Soundness.rows(killed)).isEqualTo(Soundness.rows(atOnce));
            Soundness.assertVerified(killed);

            int before = documents(services);
            Run nothingNew = ended(services, killed, directory.resolve("killed-user"), FAST)
                    .succeeded();
            assertThat(documents(services)).isEqualTo(before);
            assertThat(json(nothingNew).path("requests").path("sent").asInt()).isLessThan(10);
            assertHidden(services.secrets(), said);
            Measured.tell(
                    "synced",
                    kills + " kills, " + asked + " documents asked for of " + played + " matches, "
                            + json(nothingNew).path("requests").path("sent").asInt() + " requests when nothing is new");
        }
    }

    @Test
    void aSignalEndsASyncWithWhatHasCome() throws IOException {
        assumeFalse(File.separatorChar == '\\', "skipped: Windows has no signals");
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), scratch);
        try (GameServices services = GameServices.start(MATCHES, scratch);
                Child child = start(services, spartanlake, directory.resolve("user"), REQUESTS_PER_SECOND / 5)) {
            assertThat(child.runsUntil(() -> documents(services) > 20)).isTrue();
            child.signal("INT");
            Run stopped = child.ended();

            assertThat(stopped.code()).isEqualTo(130);
            assertThat(stopped.err())
                    .contains("Stopped. What has come is stored; run the same command again to go on.");
            int inserted =
                    json(stopped).path("players").path(0).path("inserted").asInt();
            assertThat(inserted).isPositive().isLessThan(MATCHES);
            assertThat(spartanlake.state().matches()).hasSize(inserted);
            assertThat(documents(services)).isEqualTo(inserted);
            Soundness.assertVerified(spartanlake);
        }
    }

    private Run sync(GameServices services, Spartanlake spartanlake, int requestsPerSecond) {
        return ended(services, spartanlake, directory.resolve("user"), requestsPerSecond);
    }

    private static Run ended(GameServices services, Spartanlake spartanlake, Path user, int requestsPerSecond) {
        try (Child child = start(services, spartanlake, user, requestsPerSecond)) {
            return child.ended();
        }
    }

    private static Child start(GameServices services, Spartanlake spartanlake, Path user, int requestsPerSecond) {
        ProcessBuilder process = services.process(spartanlake, user, requestsPerSecond, SYNC);
        List<String> command = new ArrayList<>(Interrupts.heard());
        command.addAll(process.command());
        process.command(command);
        return Child.start(process, spartanlake.scratch());
    }

    /// How many match documents were asked for so far.
    private static int documents(GameServices services) {
        return services.requests().getOrDefault("STATS", 0);
    }

    private static JsonNode json(Run run) {
        return new JsonMapper().readTree(run.out());
    }

    /// Nothing that was said and no file of the user's has a token in it.
    private void assertHidden(List<String> secrets, List<String> said) {
        assertThat(said).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
        for (String part : List.of("killed", "at-once", "killed-user", "user")) {
            assertThat(Disk.files(directory.resolve(part)))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(secrets));
        }
    }
}
