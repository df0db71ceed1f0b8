package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command, always on the same warehouse. Every call is a process.
///
/// @param warehouse its directory
/// @param scratch an existing directory for the processes' output
record Spartanlake(Path warehouse, Path scratch) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_DONE = 1;

    /// Runs the command to its end.
    Run run(String... arguments) {
        return run(List.of(arguments));
    }

    /// Runs the command to its end.
    Run run(List<String> arguments) {
        try (Child child = start(List.of(), arguments)) {
            return child.ended();
        }
    }

    /// Starts the command.
    Child start(List<String> arguments) {
        return start(List.of(), arguments);
    }

    /// Starts the command through another program, such as `setpriv` with its options.
    Child start(List<String> through, List<String> arguments) {
        return Child.start(Distribution.process(arguments(through, arguments)), scratch);
    }

    /// The arguments of a process of the command, for those who start it themselves.
    List<String> arguments(List<String> through, List<String> arguments) {
        List<String> whole = new ArrayList<>(arguments);
        whole.addAll(List.of("--warehouse", warehouse.toString()));
        return Stream.concat(through.stream(), Distribution.command(whole).stream())
                .toList();
    }

    /// The rows of an answer to a question.
    JsonNode rows(String sql) {
        Run run = run("sql", "--format", "json", "--max-rows", "1000000", sql).succeeded();
        assertThat(run.err()).isEmpty();
        return JSON.readTree(run.out());
    }

    /// The state that the warehouse is in, looked at by a process that comes to it anew.
    State state() {
        return state(run(State.COMMAND));
    }

    /// The same, after `status` said as much.
    State stateAndStatus() {
        try (Child statusChild = start(List.of("status", "--format", "json"));
                Child sqlChild = start(State.COMMAND)) {
            Run status = statusChild.ended();
            Run sql = sqlChild.ended();
            State state = state(sql);
            if (sql.code() != 0) {
                assertThat(status).isEqualTo(sql);
            } else {
                JsonNode glance = JSON.readTree(status.succeeded().out());
                assertThat(glance.path("matches").asInt())
                        .as("matches that status counts")
                        .isEqualTo(state.matches().size());
            }
            return state;
        }
    }

    private static State state(Run sql) {
        if (sql.code() == NOT_DONE) {
            assertThat(sql.failedWith(NOT_DONE).err()).contains("WH-FORMAT-002");
            return State.NONE;
        }
        assertThat(sql.err()).isEmpty();
        return State.of(JSON.readTree(sql.succeeded().out()));
    }

    /// How many files wait in commits that were put together.
    int stagedFiles() {
        return Disk.list(staging()).stream()
                .filter(entry -> entry.getFileName().toString().startsWith("commit-"))
                .mapToInt(commit -> Disk.list(commit).size())
                .sum();
    }

    /// Where commits in flight are prepared.
    Path staging() {
        return warehouse.resolve(".staging");
    }

    /// Whether this process has the right to write.
    boolean isWriter(long pid) {
        Path owner = warehouse.resolve(".lock.owner");
        return Files.exists(owner) && Disk.text(owner).startsWith("process " + pid + " ");
    }
}
