package dev.spartanlake.cli.export;

import dev.spartanlake.cli.render.PlainText;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.ParquetExport;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.storage.DiskReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The forms in which rows are written to files. All are written as the rows come.
public enum ExportFormat {
    /// Comma-separated values of RFC 4180 with a header.
    CSV,
    /// One array of objects.
    JSON,
    /// One object on each line.
    NDJSON,
    /// Columns with their types, for programs.
    PARQUET,
    /// An Excel workbook of one sheet.
    XLSX;

    /// The format that a file's ending names; empty where it names none of these.
    public static Optional<ExportFormat> ofEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format))
                .findFirst();
    }

    /// The endings, as a message lists them.
    public static String endings() {
        return Arrays.stream(values()).map(format -> "." + format).collect(Collectors.joining(", "));
    }

    /// Whether a terminal or a pipe can take it.
    public boolean isText() {
        return this == CSV || this == JSON || this == NDJSON;
    }

    /// Writes rows to a file.
    ///
    /// @param file does not exist, or is written anew
    /// @throws WarehouseException with [ErrorCode#STORAGE] when the disk refuses, with [ErrorCode#QUERY_LIMIT]
    ///     when the format cannot hold the rows
    public void write(Path file, List<ResultColumn> columns, RowCursor rows) throws SQLException {
        switch (this) {
            case CSV -> write(file, out -> TextRows.csv(out, columns, rows));
            case JSON -> write(file, out -> TextRows.json(out, columns, rows));
            case NDJSON -> write(file, out -> TextRows.ndjson(out, columns, rows));
            case XLSX -> write(file, out -> XlsxRows.write(out, columns, rows));
            case PARQUET -> ParquetExport.write(file, columns, rows, PlainText::of);
        }
    }

    private static void write(Path file, Bytes bytes) throws SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes.write(out);
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(file),
                    "cannot write the rows: " + DiskReason.of(failed).sentence(),
                    failed);
        }
    }

    /// Writes bytes that follow each other.
    @FunctionalInterface
    private interface Bytes {
        void write(OutputStream out) throws IOException, SQLException;
    }

    /// The name as users write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
