package dev.spartanlake.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.testsupport.api.HaloServer;
import dev.spartanlake.testsupport.api.Kind;
import dev.spartanlake.testsupport.api.Requests;
import dev.spartanlake.testsupport.api.World;
import dev.spartanlake.verify.Depth;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A first sync of a whole career that is interrupted five times, and what is played afterwards. `tools/long-run sync`
/// runs it with 3,000 matches.
class FirstSyncTest {

    private static final int MATCHES = Integer.getInteger("spartanlake.sync.matches", 150);
    private static final int INTERRUPTIONS = 5;
    private static final int DELTA = 25;

    @TempDir
    private Path directory;

    @Test
    void endsWithTheServersMatchesAndAsksForEachOnce() throws InterruptedException {
        Random random = new Random(11);
        World world = World.of(Career.of(CareerPlan.mixed(11, MATCHES + 2 * DELTA)), MATCHES);
        try (HaloServer server = HaloServer.start(world);
                Syncing syncing = new Syncing(directory.resolve("warehouse"), server)) {
            int all = world.history(world.owner().xuid()).size();
            int left = all;
            for (int i = 0; i < INTERRUPTIONS; i++) {
                int some = 1 + random.nextInt(left / (2 * INTERRUPTIONS));
                left -= some;
                assertThat(syncing.run(syncing.request(), some, Syncing.NOW).interruption())
                        .isNotNull();
            }
            assertThat(syncing.run(syncing.request()).interruption()).isNull();
            Requests first = server.requests();
            for (int i = 0; i < 2; i++) {
                world.play(DELTA);
                assertThat(syncing.run(syncing.request()).interruption()).isNull();
            }

            Requests requests = server.requests();
            int matches = world.history(world.owner().xuid()).size();
            assertThat(syncing.texts("SELECT count(*) FROM match_facts WHERE xuid = '" + syncing.player() + "'"))
                    .containsExactly(String.valueOf(matches));
            assertThat(syncing.texts("SELECT count(DISTINCT match_id) FROM highlight_events"))
                    .containsExactly(String.valueOf(world.history(world.owner().xuid()).stream()
                            .filter(match -> !match.film().events().isEmpty())
                            .count()));
            assertThat(syncing.texts("SELECT count(*) FROM skill_documents"))
                    .containsExactly(String.valueOf(world.history(world.owner().xuid()).stream()
                            .filter(match -> match.skill().isAvailable())
                            .count()));
            for (Kind kind : List.of(Kind.STATS, Kind.SKILL, Kind.FILM_MANIFEST, Kind.FILM_CHUNK)) {
                assertThat(requests.asked(kind)).as(kind.name()).isEqualTo(matches);
            }
            assertThat(syncing.warehouse().coverage().unnamed().assets()).isEmpty();
            assertThat(syncing.warehouse().verify(Depth.DEEP).damage()).isEmpty();
            System.out.printf(
                    "measured: first sync of %d matches, %d times interrupted: %.2f requests a match, %d pages; two deltas: %d"
                            + " requests for %d matches%n",
                    all,
                    INTERRUPTIONS,
                    (double) first.total() / all,
                    first.asked(Kind.HISTORY),
                    requests.total() - first.total(),
                    matches - all);
        }
    }
}
