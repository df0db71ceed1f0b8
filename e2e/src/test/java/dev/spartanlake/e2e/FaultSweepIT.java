package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.generator.GeneratedDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lets one system call of an ingest fail, or be its last: the first, the second and so on, until a run makes no more
/// of them. The faults are put below Java, DuckDB and SQLite by `strace`, which counts the calls of each thread by
/// their names.
@Tag("long")
class FaultSweepIT {

    private static final int CAREER = 100;
    private static final int BEFORE = 8;
    private static final int MORE = 5;
    private static final int OUT_OF_ORDER = 4;

    /// More than one for those who are in a hurry.
    private static final int STEP = Integer.getInteger("spartanlake.faults.step", 1);

    /// A line that begins a call: the number of its thread and its name.
    private static final Pattern CALL = Pattern.compile("[0-9]+ +[a-z0-9]+\\(");

    @TempDir
    private static Path inputs;

    private static Path base = Path.of("");
    private static List<String> ingest = List.of();
    private static String before = "";
    private static String after = "";
    private static Observer observer = Observer.start();

    @TempDir
    private Path directory;

    @BeforeAll
    static void ingestUndisturbed() {
        Tool strace = Tool.run(
                "strace", "-f", "--seccomp-bpf", "-o", inputs.resolve("log").toString(), "true");
        assumeTrue(strace.isDone(), () -> "skipped: strace does not work here: " + strace.output());
        // Of one month, so that there are few files and few calls.
        List<GeneratedDocument> documents = Documents.shuffled(1, CAREER).stream()
                .filter(document -> document.startTime().toString().startsWith("2023-01"))
                .limit(BEFORE + MORE)
                .toList();
        Path first = Documents.writeLines(documents.subList(0, BEFORE), inputs.resolve("first.ndjson"));
        Path more = Documents.writeLines(documents.subList(BEFORE, BEFORE + MORE), inputs.resolve("more.ndjson"));
        ingest = List.of("ingest", more.toString());
        base = inputs.resolve("warehouse");
        Spartanlake spartanlake = new Spartanlake(base, inputs);
        spartanlake
                .run("ingest", first.toString(), "--player", Documents.players().getFirst())
                .succeeded();
        before = observer.state(base);
        Spartanlake undisturbed = new Spartanlake(Disk.copy(base, inputs.resolve("undisturbed")), inputs);
        undisturbed.run(ingest).succeeded();
        after = observer.state(undisturbed.warehouse());
    }

    @AfterAll
    static void stopObserving() {
        observer.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fsync,fdatasync             | error=EIO",
                "fsync,fdatasync             | signal=SIGKILL",
                "rename,renameat,renameat2   | error=EIO",
                "rename,renameat,renameat2   | error=ENOSPC",
                "rename,renameat,renameat2   | signal=SIGKILL",
                "ftruncate                   | error=EIO",
                "ftruncate                   | error=ENOSPC",
                "ftruncate                   | signal=SIGKILL",
                "unlink,unlinkat,mkdir,rmdir | error=EIO",
                "unlink,unlinkat,mkdir,rmdir | signal=SIGKILL",
                "pwrite64                    | error=ENOSPC",
                "pwrite64                    | error=EIO",
                "pwrite64                    | signal=SIGKILL",
            })
    void everyFailedCallLeavesTheStateBeforeOrAfterTheCommit(String calls, String fault) {
        SoftAssertions failures = new SoftAssertions();
        Map<Integer, Integer> codes = new TreeMap<>();
        int found = 0;
        int n = 1;
        for (boolean disturbed = true; disturbed; n += STEP) {
            Spartanlake spartanlake = new Spartanlake(Disk.copy(base, directory.resolve("warehouse")), directory);
            Path log = directory.resolve("log");
            Run run = runWith(spartanlake, calls, fault + ":when=" + n, log);
            disturbed = isDisturbed(log);
            assertThat(disturbed || mostCallsOfAThread(log) < n)
                    .as("%s:%s:when=%d hits one of the calls in:\n%s", calls, fault, n, Disk.text(log))
                    .isTrue();
            codes.merge(run.code(), 1, Integer::sum);
            failures.assertThat(run.code())
                    .as("exit code after %s:%s:when=%d, with the error: %s", calls, fault, n, run.err())
                    .isIn(0, OUT_OF_ORDER, Run.KILLED);

            String state = observer.state(spartanlake.warehouse());
            assertThat(state)
                    .as("state after %s:%s:when=%d, with the error: %s", calls, fault, n, run.err())
                    .isIn(before, after);
            if (run.code() == 0) {
                assertThat(state).isEqualTo(after);
            }
            found += state.equals(after) ? 1 : 0;
            spartanlake.run(ingest).succeeded();
            assertThat(observer.state(spartanlake.warehouse())).isEqualTo(after);
            assertThat(spartanlake.staging()).doesNotExist();
            Disk.delete(spartanlake.warehouse());
        }

        Measured.tell(
                calls + ":" + fault,
                "N up to " + (n - STEP) + " in steps of " + STEP + ", " + found + " after the commit, exit codes "
                        + codes);
        failures.assertAll();
    }

    private static Run runWith(Spartanlake spartanlake, String calls, String fault, Path log) {
        List<String> strace = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", log.toString()));
        if (fault.startsWith("error")) {
            // Much faster, but strace 6.1 then gives signals to first calls only.
            strace.add("--seccomp-bpf");
        }
        strace.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":" + fault));
        try (Child child = spartanlake.start(strace, ingest)) {
            return child.ended();
        }
    }

    private static boolean isDisturbed(Path log) {
        String text = Disk.text(log);
        return text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
    }

    /// How often the thread that did so most often called the same.
    private static long mostCallsOfAThread(Path log) {
        return Disk.text(log)
                .lines()
                .map(CALL::matcher)
                .filter(Matcher::lookingAt)
                .collect(Collectors.groupingBy(call -> call.group(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
