package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Outcome;
import dev.spartanlake.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @ParameterizedTest
    @CsvSource({
        "CONFIGURATION, 1",
        "SOURCE_UNREADABLE, 1",
        "NOT_A_WAREHOUSE, 1",
        "QUERY_INVALID, 1",
        "QUERY_REFUSED, 1",
        "QUERY_LIMIT, 1",
        "REFERENCE_MALFORMED, 3",
        "WRITER_LOCKED, 4",
        "STORAGE, 4",
        "CATALOG, 4",
        "FORMAT_TOO_NEW, 4",
        "COMMIT_UNKNOWN, 4",
        "DAMAGED, 5",
        "ENGINE, 70",
        "COMMIT_REFUSED, 70"
    })
    void everyErrorHasItsExitCode(ErrorCode error, int code) {
        assertThat(ExitCode.of(error).number()).isEqualTo(code);
    }

    @Test
    void everyOutcomeHasItsExitCode() {
        assertThat(ExitCode.of(Outcome.DONE).number()).isZero();
        assertThat(ExitCode.of(Outcome.NOTHING_FOUND).number()).isEqualTo(1);
        assertThat(ExitCode.of(Outcome.INCOMPLETE).number()).isEqualTo(1);
        assertThat(ExitCode.of(Outcome.UNAVAILABLE).number()).isEqualTo(4);
        assertThat(ExitCode.of(Outcome.DAMAGE_FOUND).number()).isEqualTo(5);
        assertThat(ExitCode.of(Outcome.SOME_REFUSED).number()).isEqualTo(3);
    }
}
