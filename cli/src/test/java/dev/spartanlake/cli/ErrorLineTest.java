package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Spartanlake;
import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorLineTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anErrorOfTheUserIsOneLineWithoutTrace() {
        ExitCode code = errors(Map.of("SPARTANLAKE_DEBUG", "1"))
                .of(failure(ErrorCode.QUERY_INVALID, "no such column:\n  LINE 1: SELECT x\n         ^"));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(lines()).isEqualTo("spartanlake: no such column: LINE 1: SELECT x ^ [WH-QUERY-001]\n");
    }

    @Test
    void whatAMessageQuotesCannotReachTheTerminal() {
        errors(Map.of()).of(failure(ErrorCode.STORAGE, "cannot read \u001B[2J\u202Egnp.txt"));

        assertThat(lines()).isEqualTo("spartanlake: cannot read \\u001B[2J\\u202Egnp.txt [WH-STORAGE-001]\n");
    }

    @Test
    void aDefectAsksToBeReported() {
        ExitCode code = errors(Map.of()).of(new IllegalStateException("nobody foresaw this"));

        assertThat(code).isEqualTo(ExitCode.BUG);
        assertThat(lines())
                .isEqualTo("spartanlake: java.lang.IllegalStateException: nobody foresaw this; this is a defect of"
                        + " SpartanLake, please report it with this line and the trace that SPARTANLAKE_DEBUG=1"
                        + " shows\n");
    }

    @Test
    void aDefectShowsItsTraceToThoseWhoAsk() {
        ExitCode code = errors(Map.of("SPARTANLAKE_DEBUG", "1")).of(failure(ErrorCode.ENGINE, "the engine failed"));

        assertThat(code).isEqualTo(ExitCode.BUG);
        assertThat(lines())
                .startsWith("spartanlake: the engine failed [WH-ENGINE-001]; this is a defect of SpartanLake,"
                        + " please report it with this line and the trace below\n")
                .contains("\tat dev.spartanlake.cli.ErrorLineTest");
    }

    @Test
    void suggestsCommandsAboutTheWarehouseThatWasNamed() {
        Spartanlake options = new Spartanlake();
        Spartanlake.parser(options).parseArgs("status", "--warehouse", "my career");
        ErrorLine errors = new ErrorLine(surroundings(Map.of()), options);

        errors.of(failure(ErrorCode.DAMAGED, "it is damaged; mend it with: spartanlake repair"));
        errors.of(failure(ErrorCode.DAMAGED, "also with: spartanlake repair --warehouse there; nothing was changed"));

        assertThat(lines()).isEqualTo("""
                        spartanlake: it is damaged; mend it with: spartanlake repair --warehouse 'my career' [WH-FORMAT-003]
                        spartanlake: also with: spartanlake repair --warehouse there; nothing was changed [WH-FORMAT-003]
                        """);
    }

    @Test
    void exhaustedMemoryIsAnErrorOfTheEnvironment() {
        ExitCode code = errors(Map.of()).of(new OutOfMemoryError("Java heap space"));

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(lines()).startsWith("spartanlake: out of memory (Java heap space); allow Java more");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoSuccess() {
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int next) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                false,
                StandardCharsets.UTF_8);

        int code = Main.run(new String[] {"--help"}, InputStream.nullInputStream(), full, printer(), Map.of());

        assertThat(code).isEqualTo(4);
        assertThat(lines()).startsWith("spartanlake: the answer is incomplete");
    }

    private static WarehouseException failure(ErrorCode code, String message) {
        return new WarehouseException(code, Location.nowhere(), message);
    }

    private ErrorLine errors(Map<String, String> environment) {
        return new ErrorLine(surroundings(environment), new Spartanlake());
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(
                InputStream.nullInputStream(), printer(), printer(), environment, Display.PIPE, StopSignal.NEVER);
    }

    private PrintStream printer() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String lines() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
