package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.e2e.Script.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the command at random moments, from the first of its JVM to the last, and gives it again until it succeeds.
class KillIT {

    private static final int KILLS = Integer.getInteger("spartanlake.kills", 25);
    private static final long SEED = Long.getLong("spartanlake.seed", 20_261_125);

    /// After so many kills the history is complete, and the next one begins with an empty directory.
    private static final int KILLS_OF_A_HISTORY = 50;

    /// For a command that was not timed yet.
    private static final Duration SOME_DURATION = Duration.ofSeconds(1);

    private final Random random = new Random(SEED);
    private final Tally tally = new Tally();

    /// How long a command took last, by its name.
    private final Map<String, Duration> usual = new HashMap<>();

    @TempDir
    private Path directory;

    @Test
    void aKilledCommandLeavesTheStateBeforeOrAfterItsCommitAndCanBeGivenAgain() throws IOException {
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Script script = Script.write(Files.createDirectory(directory.resolve("inputs")), SEED);
        Spartanlake atOnce = new Spartanlake(directory.resolve("at-once"), scratch);
        script.atOnce().forEach(command -> complete(atOnce, command));
        List<String> expected = Soundness.rows(atOnce);

        while (tally.kills < KILLS) {
            Spartanlake killed = new Spartanlake(directory.resolve("killed"), scratch);
            live(killed, script.steps(), Math.min(KILLS, tally.kills + KILLS_OF_A_HISTORY));
            assertThat(Soundness.rows(killed)).isEqualTo(expected);
            Soundness.assertVerified(killed);
            Disk.delete(killed.warehouse());
        }

        Measured.tell("killed", tally.toString());
    }

    /// Runs through a history.
    ///
    /// @param kills how many kills there are to have been in all, as far as the processes do not end first
    private void live(Spartanlake spartanlake, List<Step> steps, int kills) {
        State before = State.NONE;
        Set<String> acknowledged = new TreeSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int stepsLeft = steps.size() - i;
            int killsLeft = kills - tally.kills;
            List<State> found = killAgainAndAgain(spartanlake, step, (killsLeft + stepsLeft - 1) / stepsLeft);
            complete(spartanlake, step.arguments());
            acknowledged.addAll(step.matches());

            State after = spartanlake.state();
            assertThat(after).isNotEqualTo(before);
            assertThat(after.matches()).containsExactlyElementsOf(acknowledged);
            assertThat(found)
                    .as("states after kills up to the %dth of seed %d, of: %s", tally.kills, SEED, step.arguments())
                    .isSubsetOf(before, after);
            for (State state : found) {
                tally.add(state.equals(before));
            }
            before = after;
        }
    }

    /// Returns the states after the kills.
    private List<State> killAgainAndAgain(Spartanlake spartanlake, Step step, int kills) {
        List<State> found = new ArrayList<>();
        for (int i = 0; i < kills && runAndKill(spartanlake, step); i++) {
            tally.staged += spartanlake.stagedFiles() > 0 ? 1 : 0;
            found.add(spartanlake.stateAndStatus());
        }
        return found;
    }

    /// Gives a command that was killed, or ended just in time not to be.
    private void complete(Spartanlake spartanlake, List<String> arguments) {
        long start = System.nanoTime();
        spartanlake.run(arguments).succeeded();
        usual.put(arguments.getFirst(), Duration.ofNanos(System.nanoTime() - start));
    }

    /// Returns whether the command was killed before it was done.
    private boolean runAndKill(Spartanlake spartanlake, Step step) {
        try (Child child = spartanlake.start(step.arguments())) {
            waitForTheMoment(child, spartanlake, step);
            child.kill();
            int code = child.ended().code();
            assertThat(code).isIn(0, Run.KILLED);
            tally.kills += code == 0 ? 0 : 1;
            return code != 0;
        }
    }

    /// Any moment will do. As those around the commit are few, some of the waits begin when its files are put together,
    /// and some when they are put in place.
    private void waitForTheMoment(Child child, Spartanlake spartanlake, Step step) {
        Duration duration = usual.getOrDefault(step.command(), SOME_DURATION);
        switch (step.hasFiles() ? random.nextInt(4) : 0) {
            case 1 -> {
                child.runsUntil(() -> spartanlake.stagedFiles() > 0);
                child.endsWithin(upTo(duration.dividedBy(4)));
            }
            case 2 -> {
                AtomicInteger most = new AtomicInteger();
                child.runsUntil(() -> {
                    int files = spartanlake.stagedFiles();
                    return files < most.getAndAccumulate(files, Math::max);
                });
                child.endsWithin(upTo(duration.dividedBy(40)));
            }
            default -> child.endsWithin(upTo(duration.multipliedBy(11).dividedBy(10)));
        }
    }

    private Duration upTo(Duration longest) {
        return Duration.ofNanos(random.nextLong(longest.toNanos()));
    }

    /// What the kills hit.
    private static final class Tally {

        private int kills;
        private int before;
        private int after;
        private int staged;

        private void add(boolean isBefore) {
            before += isBefore ? 1 : 0;
            after += isBefore ? 0 : 1;
        }

        @Override
        public String toString() {
            return kills + " kills: " + before + " before the commit, " + after + " after it; " + staged
                    + " left a staged commit behind";
        }
    }
}
