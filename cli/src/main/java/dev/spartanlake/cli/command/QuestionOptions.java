package dev.spartanlake.cli.command;

import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.query.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of commands that answer questions in SQL: the form of the answers, and what each may cost.
final class QuestionOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            description = "Show at most so many rows (default: the configured query.max-rows, which is 10000)")
    private @Nullable Integer maxRows;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Give up after this time (default: the configured query.timeout, which is 30s)")
    private @Nullable Duration timeout;

    RowFormat format() {
        return format;
    }

    /// @throws ParameterException when they are none
    Limits limits(Session session) {
        if (maxRows != null && maxRows < 1) {
            throw misuse("--max-rows: expected at least 1, found " + maxRows);
        }
        if (timeout != null && timeout.toMillis() < 1) {
            throw misuse("--timeout: expected at least 1ms, found " + timeout);
        }
        Limits limits = session.limits();
        return limits.withRows(maxRows == null ? limits.rows() : maxRows)
                .withTime(timeout == null ? limits.time() : timeout);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
