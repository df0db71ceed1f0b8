package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.testsupport.api.HaloServerMain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The game's services in a process of their own, and what a command needs to ask them.
final class GameServices implements AutoCloseable {

    private static final int WORDS = 4;

    private final Child child;
    private final List<String> words;
    private int answers = 1;

    private GameServices(Child child, List<String> words) {
        this.child = child;
        this.words = words;
    }

    /// Starts them.
    ///
    /// @param matches how many have been played
    static GameServices start(int matches, Path scratch) {
        ProcessBuilder process = Distribution.process(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                HaloServerMain.class.getName(),
                "--matches",
                Integer.toString(matches)));
        Child child = Child.start(process, scratch);
        assertThat(child.runsUntil(() -> child.outSoFar().contains("\n")))
                .as("the services run")
                .isTrue();
        List<String> words = List.of(child.outSoFar().strip().split(" ", -1));
        assertThat(words).hasSize(WORDS);
        return new GameServices(child, words);
    }

    /// The Spartan token and the clearance, which nothing may show.
    List<String> secrets() {
        return words.subList(2, WORDS);
    }

    /// A process of the command that asks them.
    ///
    /// @param directory where its settings and kept answers are
    /// @param requestsPerSecond its pace
    ProcessBuilder process(Spartanlake spartanlake, Path directory, int requestsPerSecond, List<String> arguments) {
        ProcessBuilder process = Distribution.process(spartanlake.arguments(List.of(), arguments));
        Map<String, String> environment = process.environment();
        environment.put("XDG_CONFIG_HOME", directory.resolve("settings").toString());
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.put("SPARTANLAKE_HALO_BASE_URL", words.getFirst());
        environment.put("SPARTANLAKE_HALO_REQUESTS_PER_SECOND", Integer.toString(requestsPerSecond));
        environment.put("SPARTANLAKE_SPARTAN_TOKEN", secrets().getFirst());
        environment.put("SPARTANLAKE_CLEARANCE", secrets().getLast());
        return process;
    }

    /// How many requests of each kind there were so far.
    Map<String, Integer> requests() {
        try {
            OutputStream in = child.in();
            in.write("\n".getBytes(StandardCharsets.US_ASCII));
            in.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        answers++;
        child.runsUntil(() -> lines().size() == answers);
        Map<String, Integer> requests = new HashMap<>();
        Stream.of(lines().getLast().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .forEach(count -> requests.put(count[0], Integer.valueOf(count[1])));
        return requests;
    }

    /// The lines that are complete.
    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(child.outSoFar().split("\n", -1)));
        lines.removeLast();
        return lines;
    }

    @Override
    public void close() {
        child.close();
    }
}
