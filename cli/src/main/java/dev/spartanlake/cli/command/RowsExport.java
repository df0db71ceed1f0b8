package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.export.ExportFormat;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.Existing;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.RowSink;
import dev.spartanlake.storage.DiskReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command that writes rows to a file.
abstract class RowsExport implements Action {

    private static final String STANDARD_OUTPUT = "-";
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "Where to; its ending says how: .csv, .json, .ndjson, .parquet or .xlsx. " + "- is standard output")
    private String file = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json, ndjson, parquet or xlsx, whatever the ending of the file")
    private @Nullable ExportFormat format;

    @Option(names = "--force", description = "Replace the file if it is there already")
    private boolean force;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "Give up after this time (default: 1h)")
    private Duration timeout = PATIENCE;

    /// Hands the rows over.
    abstract void stream(Session session, Warehouse warehouse, RowSink sink);

    /// Makes ready what the rows are asked with.
    ///
    /// @throws ParameterException when the arguments do not fit together
    void prepare(Session session) {
        // Most have nothing to make ready.
    }

    @Override
    public final Outcome run(Session session) {
        ExportFormat chosen = chosenFormat();
        if (timeout.toMillis() < 1) {
            throw misuse("--timeout: expected at least 1ms, found " + timeout);
        }
        prepare(session);
        try (Warehouse warehouse = session.warehouse("export")) {
            if (file.equals(STANDARD_OUTPUT)) {
                print(session, warehouse, chosen);
            } else {
                Path target = ArgumentText.path(file);
                long[] rows = new long[1];
                warehouse
                        .target(target, force ? Existing.REPLACE : Existing.KEEP)
                        .write(part -> rows[0] = write(session, warehouse, chosen, part));
                session.remark(session.messages().counted("export.rows", rows[0], target));
            }
        }
        return Outcome.DONE;
    }

    /// What the rows may cost. The time that suits a question at the prompt does not suit a file.
    final Limits limits(Session session) {
        return session.limits().withTime(timeout);
    }

    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private ExportFormat chosenFormat() {
        if (file.equals(STANDARD_OUTPUT)) {
            if (format == null || !format.isText()) {
                throw misuse("standard output: expected --format csv, json or ndjson, found "
                        + (format == null ? "none" : format));
            }
            return format;
        }
        Path target = ArgumentText.path(file);
        return format == null
                ? ExportFormat.ofEnding(target)
                        .orElseThrow(() -> misuse("expected --format, or a file that ends with one of "
                                + ExportFormat.endings() + "; found " + target))
                : format;
    }

    private long write(Session session, Warehouse warehouse, ExportFormat chosen, Path part) {
        long[] written = new long[1];
        stream(session, warehouse, (columns, rows) -> {
            CountedRows counted = new CountedRows(rows);
            chosen.write(part, columns, counted);
            written[0] = counted.count();
        });
        return written[0];
    }

    /// Rows may have to be written all over again, when the warehouse changes meanwhile; what was printed could
    /// not be.
    private void print(Session session, Warehouse warehouse, ExportFormat chosen) {
        try {
            Path whole = Files.createTempFile("spartanlake-export-", ".part");
            try {
                write(session, warehouse, chosen, whole);
                session.answer(whole);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.nowhere(),
                    "cannot keep the rows in " + System.getProperty("java.io.tmpdir") + " until they are whole: "
                            + DiskReason.of(failed).sentence(),
                    failed);
        }
    }
}
