package dev.spartanlake.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Looks at warehouses through one [ObserverProgram], for tests that look very often.
///
/// **Lifecycle**: the process ends when this is closed.
final class Observer implements AutoCloseable {

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private Observer(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts the process.
    static Observer start() {
        try {
            return new Observer(Distribution.process(Distribution.program(ObserverProgram.class, List.of()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The text of the state that a warehouse is in: equal for equal states.
    String state(Path warehouse) {
        try {
            questions.write(warehouse + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the observer has ended, with its reason on standard error");
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
