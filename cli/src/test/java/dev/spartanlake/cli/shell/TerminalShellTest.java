package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TerminalShellTest {

    private static final String TAB = "\t";
    private static final String ENTER = "\r";
    private static final String CTRL_C = "\003";
    private static final String CTRL_D = "\004";
    private static final String UP = "\033OA";
    private static final Limits PATIENT = Limits.standard().withTime(Duration.ofMinutes(10));

    @TempDir
    private Path directory;

    private Path warehouse = Path.of(".");

    @BeforeEach
    void fill() throws IOException {
        warehouse = SmallWarehouse.in(directory);
    }

    @Test
    void answersSeveralLinesAsOneStatementAndLeavesAtTheEnd() throws Exception {
        String screen = typed("SELECT count(*) AS n" + ENTER + "FROM match_documents" + ENTER + ";" + ENTER + CTRL_D);

        assertThat(screen).contains("Ask in SQL", "spartanlake> ", "        ...> ", "n\n─\n3\n", "1 row in ");
    }

    @Test
    void completesTablesColumnsAndCommands() throws Exception {
        String screen = typed(".mo" + TAB + "js" + TAB + ENTER + "SELECT count(DISTINCT match_i" + TAB
                + ") AS n FROM match_doc" + TAB + ";" + ENTER + CTRL_D);

        assertThat(screen).contains("[\n  {\"n\":3}\n]");
    }

    @Test
    void remembersWhatWasAskedForTheNextTime() throws Exception {
        Path history = directory.resolve("state").resolve("history");
        typed(Optional.of(history), "SELECT 40 + 2\n AS answer;" + ENTER + CTRL_D);

        String screen = typed(Optional.of(history), UP + ENTER + CTRL_D);

        assertThat(screen).contains("answer\n──────\n    42\n");
        assertThat(Files.readString(history)).contains("40 + 2");
    }

    @Test
    void saysWhereNoHistoryCanBeKept() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        String screen = typed(Optional.of(file.resolve("history")), "SELECT 1 AS one;" + ENTER + CTRL_D);

        assertThat(screen)
                .contains("No history is kept, because " + file.resolve("history"))
                .contains("one\n───\n  1");
    }

    @Test
    void ctrlCClearsWhatWasTyped() throws Exception {
        String screen;
        try (Keyboard keyboard = new Keyboard(new CountDownLatch(1))) {
            keyboard.type("SELECT nothing" + ENTER + "FROM nowhere");
            keyboard.await("...> FROM nowhere");
            keyboard.type(CTRL_C);
            keyboard.type("SELECT 7 AS seven;" + ENTER + CTRL_D);
            screen = keyboard.screenAtTheEnd();
        }

        assertThat(screen).contains("seven\n─────\n    7\n").doesNotContain("WH-QUERY");
    }

    @Test
    void ctrlCCancelsTheQuestionAndThePromptStays() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        String endless = "SELECT count(*) FROM range(100000000) a, range(100000) b; SELECT 1 AS never;";
        try (Keyboard keyboard = new Keyboard(asking)) {
            keyboard.type(endless + ENTER);
            assertThat(asking.await(1, TimeUnit.MINUTES)).isTrue();
            keyboard.type(CTRL_C);
            keyboard.type("SELECT 'still' AS here;" + ENTER + CTRL_D);

            assertThat(keyboard.screenAtTheEnd())
                    .contains("The query was cancelled before it was answered [WH-STOP-001]", "here\n─────\nstill\n")
                    .doesNotContain("never\n─");
        }
    }

    /// The names are not known before the first completion, which asks for them.
    @Test
    void completesNamesAfterAQuestionWasCancelled() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        try (Keyboard keyboard = new Keyboard(asking)) {
            keyboard.type("SELECT count(*) FROM range(100000000) a, range(100000) b;" + ENTER);
            assertThat(asking.await(1, TimeUnit.MINUTES)).isTrue();
            keyboard.type(CTRL_C);
            keyboard.await("WH-STOP-001");
            keyboard.type("SELECT count(DISTINCT match_id) AS n FROM match_doc" + TAB + ";" + ENTER + CTRL_D);

            assertThat(keyboard.screenAtTheEnd())
                    .contains("FROM match_documents", "n\n─\n3\n")
                    .doesNotContain("WH-QUERY");
        }
    }

    @Test
    void anErrorIsOneLineAndThePromptStays() throws Exception {
        String screen = typed("SELECT nothing FROM matches;" + ENTER + ".quit" + ENTER);

        assertThat(screen.lines().filter(line -> line.contains("WH-QUERY-001"))).hasSize(1);
        assertThat(screen).doesNotContain("\tat ", "Exception");
    }

    private String typed(String keys) throws Exception {
        return typed(Optional.empty(), keys);
    }

    private String typed(Optional<Path> history, String keys) throws Exception {
        try (Keyboard keyboard = new Keyboard(history, new CountDownLatch(1))) {
            keyboard.type(keys);
            return keyboard.screenAtTheEnd();
        }
    }

    /// A person at a terminal, before whom a shell runs.
    private final class Keyboard implements AutoCloseable {

        private final PipedInputStream keys = new PipedInputStream();
        private final OutputStream fingers = new PipedOutputStream(keys);
        private final Glass screen = new Glass();
        private final ExecutorService desk = Executors.newSingleThreadExecutor();
        private final Future<?> end;

        Keyboard(CountDownLatch asking) throws IOException {
            this(Optional.empty(), asking);
        }

        /// @param asking opens when the engine is at work on a question
        Keyboard(Optional<Path> history, CountDownLatch asking) throws IOException {
            Terminal terminal = new ExternalTerminal("test", "xterm", keys, screen, StandardCharsets.UTF_8);
            terminal.setSize(Size.of(200, 50));
            Cancel cancel = new Cancel();
            end = desk.submit(() -> {
                try (ShellTerminal shellTerminal = new ShellTerminal(terminal, false);
                        Warehouse asked = SmallWarehouse.opened(warehouse, () -> {
                            asking.countDown();
                            return cancel.isRaised();
                        })) {
                    Shell shell = new Shell(asked, PATIENT, shellTerminal.output(), Language.EN, RowFormat.TABLE);
                    shell.showTiming();
                    new TerminalShell(shellTerminal, shell, cancel, history).run();
                }
            });
        }

        void type(String text) throws IOException {
            fingers.write(text.getBytes(StandardCharsets.UTF_8));
            fingers.flush();
        }

        /// Waits until the screen shows a text.
        void await(String text) throws InterruptedException {
            screen.await(text);
        }

        /// What the screen showed.
        String screenAtTheEnd() throws InterruptedException, ExecutionException {
            try {
                end.get(1, TimeUnit.MINUTES);
            } catch (TimeoutException stuck) {
                throw new AssertionError("the shell has not ended, and shows:\n" + screen.text(), stuck);
            }
            return screen.text();
        }

        @Override
        public void close() throws IOException {
            fingers.close();
            desk.shutdownNow();
        }
    }

    /// What a terminal shows, without the movements of its cursor.
    private static final class Glass extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int character) {
            bytes.write(character);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] characters, int offset, int length) {
            bytes.write(characters, offset, length);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            while (!text().contains(text)) {
                wait();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8)
                    .replaceAll("\033\\[[0-9;?]*[A-Za-z]|\033[=>]", "")
                    .replace("\r", "");
        }
    }
}
