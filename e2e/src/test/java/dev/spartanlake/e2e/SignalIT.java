package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.storage.WriterLock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ends long work as a terminal or a service manager does.
class SignalIT {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private static final int BEFORE = 10;
    private static final int MORE = 2_000;
    private static final int SOME = 100;

    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    @TempDir
    private static Path inputs;

    private static List<GeneratedDocument> documents = List.of();
    private static Path more = Path.of("");
    private static Path warehouse = Path.of("");

    @TempDir
    private Path directory;

    @BeforeAll
    static void writeDocuments() {
        assumeFalse(File.separatorChar == '\\', "skipped: Windows has no signals");
        documents = Documents.shuffled(15, BEFORE + MORE);
        Path before = Documents.writeLines(documents.subList(0, BEFORE), inputs.resolve("before.ndjson"));
        more = Documents.writeLines(documents.subList(BEFORE, BEFORE + MORE), inputs.resolve("more.ndjson"));
        warehouse = inputs.resolve("warehouse");
        new Spartanlake(warehouse, inputs)
                .run(
                        "ingest",
                        before.toString(),
                        "--player",
                        Documents.players().getFirst())
                .succeeded();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalWhileDocumentsAreReadEndsTheProcessWithoutACommit(String signal, int code) throws IOException {
        Spartanlake spartanlake = new Spartanlake(Disk.copy(warehouse, directory.resolve("warehouse")), directory);
        List<GeneratedDocument> some = documents.subList(BEFORE, BEFORE + SOME);

        try (Child child = spartanlake.start(Interrupts.heard(), List.of("ingest", "-"))) {
            assertThat(child.runsUntil(() -> spartanlake.isWriter(child.pid()))).isTrue();
            for (GeneratedDocument document : some) {
                document.writeTo(child.in());
                child.in().write('\n');
            }
            child.signal(signal);
            assertThat(child.endsWithin(LONGEST_END)).isTrue();
            assertThat(child.ended().failedWith(code).err())
                    .isEqualToIgnoringNewLines("spartanlake: stopped while waiting for input; what was not committed"
                            + " is not stored [WH-STOP-001]");
        }

        assertThat(matches(spartanlake)).isEqualTo(counted(BEFORE));
        Path file = Documents.writeLines(some, directory.resolve("some.ndjson"));
        Run again =
                spartanlake.run("ingest", file.toString(), "--format", "json").succeeded();
        assertThat(again.out()).contains("\"inserted\":" + SOME + ",");
        Soundness.assertVerified(spartanlake);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalDuringACommitEndsTheProcessBeforeOrAfterIt(String signal, int code) {
        Spartanlake spartanlake = new Spartanlake(Disk.copy(warehouse, directory.resolve("warehouse")), directory);

        Run stopped;
        try (Child child = spartanlake.start(Interrupts.heard(), List.of("ingest", more.toString()))) {
            assertThat(child.runsUntil(() -> spartanlake.stagedFiles() > 0)).isTrue();
            child.signal(signal);
            assertThat(child.endsWithin(LONGEST_END)).isTrue();
            stopped = child.ended().failedWith(code);
        }

        String found = matches(spartanlake);
        if (found.equals(counted(BEFORE))) {
            assertThat(stopped.err()).contains("abandoned", "what was stored before stays", "WH-STOP-001");
        } else {
            assertThat(found).isEqualTo(counted(BEFORE + MORE));
            assertThat(stopped.err() + stopped.out()).contains(MORE + " documents read: " + MORE + " new");
        }
        Run again =
                spartanlake.run("ingest", more.toString(), "--format", "json").succeeded();
        assertThat(again.out())
                .contains("\"inserted\":" + (found.equals(counted(BEFORE)) ? MORE : 0) + ",", "\"rejected\":0,");
        Soundness.assertVerified(spartanlake);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsTheWaitForAnotherWriter(String signal, int code) throws IOException {
        assumeThat(JCMD).as("a look at the threads of a process").exists();
        Path place = Disk.copy(warehouse, directory.resolve("warehouse"));
        Spartanlake spartanlake = new Spartanlake(place, directory);
        List<String> waiting = List.of("player", "set", "2533270000000009", "--gamertag", "Nine", "--wait", "1h");

        try (WriterLock lock = WriterLock.acquire(place, "a test", Duration.ZERO, () -> {});
                Child child = spartanlake.start(Interrupts.heard(), waiting)) {
            assertThat(lock).isNotNull();
            assertThat(child.runsUntil(() -> isIn("WriterLock.acquire", child.pid())))
                    .isTrue();
            child.signal(signal);
            assertThat(child.endsWithin(LONGEST_END)).isTrue();
            assertThat(child.ended().failedWith(code).err())
                    .startsWith("spartanlake: stopped")
                    .contains("[WH-STOP-001]")
                    .hasLineCount(1);
        }
        Soundness.assertVerified(spartanlake);
    }

    /// Whether a thread of a process is in a method. The lock's file tells nothing: it is open for moments only.
    private static boolean isIn(String method, long pid) {
        try {
            Process look = new ProcessBuilder(JCMD.toString(), Long.toString(pid), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String threads = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            look.waitFor();
            return threads.contains(method);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at a process", stopped);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalCancelsAQuestion(String signal, int code) {
        assumeThat(Path.of("/proc/self/task"))
                .as("a look at the threads of a process")
                .exists();
        Spartanlake spartanlake = new Spartanlake(warehouse, directory);
        String endless = "SELECT count(*) FROM match_documents, range(100000000) a, range(100000) b";

        try (Child child = spartanlake.start(Interrupts.heard(), List.of("sql", "--timeout", "1h", endless))) {
            assertThat(child.runsUntil(() -> hasThread(child.pid(), "spartanlake-que")))
                    .isTrue();
            child.signal(signal);
            assertThat(child.endsWithin(LONGEST_END)).isTrue();
            assertThat(child.ended().failedWith(code).err())
                    .isEqualToIgnoringNewLines(
                            "spartanlake: The query was cancelled before it was answered [WH-STOP-001]");
        }
    }

    /// Whether a process has a thread of this name, of which Linux keeps fifteen characters.
    private static boolean hasThread(long pid, String name) {
        return Disk.list(Path.of("/proc", Long.toString(pid), "task")).stream()
                .anyMatch(thread -> name(thread).equals(name));
    }

    /// The name of a thread; none when it has ended meanwhile.
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    private static String matches(Spartanlake spartanlake) {
        return spartanlake
                .rows("SELECT count(*) AS n, count(DISTINCT match_id) AS different,"
                        + " (SELECT count(*) FROM meta.match_ledger) AS listed FROM match_documents")
                .toString();
    }

    private static String counted(int matches) {
        return "[{\"n\":%1$d,\"different\":%1$d,\"listed\":%1$d}]".formatted(matches);
    }
}
