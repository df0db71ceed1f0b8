package dev.spartanlake.cli.export;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.Existing;
import dev.spartanlake.export.TargetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands whose answer can go to a file.
public final class AnswerFile {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the answer to a file, in the form its name ends with: csv, json, ndjson, parquet or xlsx")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file of --out if it is there already")
    private boolean force;

    /// Whether the answer is to go to a file.
    public boolean isWanted() {
        return file != null;
    }

    /// What is wrong with the options; null when nothing is.
    ///
    /// @param isFormatGiven whether the user named a format besides
    public @Nullable String fault(boolean isFormatGiven) {
        if (file == null) {
            return force ? "--force: expected --out FILE as well" : null;
        }
        if (isFormatGiven) {
            return "--format: the ending of the file of --out says the format; leave it out";
        }
        return ExportFormat.ofEnding(file).isEmpty()
                ? "--out: expected a file that ends with one of " + ExportFormat.endings() + ", found " + file
                : null;
    }

    /// Writes an answer.
    ///
    /// @return the file
    public Path write(Warehouse warehouse, Answer answer) {
        Path target = Objects.requireNonNull(file, "no file is wanted");
        ExportFormat format = ExportFormat.ofEnding(target).orElseThrow();
        TargetFile whole = warehouse.target(target, force ? Existing.REPLACE : Existing.KEEP);
        whole.write(part -> {
            if (format == ExportFormat.JSON) {
                Files.writeString(part, answer.json());
            } else {
                writeRows(format, part, new GridCursor(answer.grid()));
            }
        });
        return target;
    }

    private static void writeRows(ExportFormat format, Path part, GridCursor rows) {
        try {
            format.write(part, rows.columns(), rows);
        } catch (SQLException impossible) {
            throw new WarehouseException(
                    ErrorCode.ENGINE, Location.of(part), "rows in memory cannot be read", impossible);
        }
    }
}
