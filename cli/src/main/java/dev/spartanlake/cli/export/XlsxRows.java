package dev.spartanlake.cli.export;

import dev.spartanlake.cli.render.PlainText;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Rows as a workbook of one sheet: numbers are numbers, moments are dates in UTC, and text is text, also
/// where it looks like a formula.
final class XlsxRows {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_CHARACTERS = 32_767;

    /// Excel computes with so many; a longer identifier would lose its end.
    private static final int MOST_DIGITS = 15;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int ROWS_AT_ONCE = 1000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /// What Excel takes for the code of a character.
    private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxRows() {}

    /// @throws WarehouseException with [ErrorCode#QUERY_LIMIT] when a sheet cannot hold the rows
    static void write(OutputStream out, List<ResultColumn> columns, RowCursor rows) throws IOException, SQLException {
        requireAtMost(MOST_COLUMNS, columns.size(), "columns");
        try (Workbook workbook = new Workbook(out, "SpartanLake", null)) {
            Worksheet sheet = workbook.newWorksheet("spartanlake");
            sheet.freezePane(0, 1);
            for (int i = 0; i < columns.size(); i++) {
                text(sheet, 0, i, columns.get(i).name());
                sheet.style(0, i).bold().set();
            }
            write(sheet, columns.size(), rows);
        }
    }

    private static void write(Worksheet sheet, int columns, RowCursor rows) throws IOException, SQLException {
        int row = 1;
        while (rows.next()) {
            requireAtMost(MOST_ROWS, row + 1, "rows, with the heading");
            for (int i = 0; i < columns; i++) {
                @Nullable Object value = rows.value(i);
                if (value != null) {
                    cell(sheet, row, i, value);
                }
            }
            row++;
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Boolean truth -> sheet.value(row, column, truth);
            case Number number -> number(sheet, row, column, number);
            case Instant moment -> moment(sheet, row, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            case LocalDateTime moment -> moment(sheet, row, column, moment);
            case LocalDate day
            when isDate(day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> text(sheet, row, column, PlainText.of(value));
        }
    }

    private static void number(Worksheet sheet, int row, int column, Number number) {
        boolean isFinite = Double.isFinite(number.doubleValue());
        boolean isFraction = number instanceof Float || number instanceof Double;
        BigDecimal exact = isFinite ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        if (!isFinite || (!isFraction && exact.stripTrailingZeros().precision() > MOST_DIGITS)) {
            text(sheet, row, column, PlainText.of(number));
        } else if (number instanceof BigInteger || number instanceof Float) {
            sheet.value(row, column, exact);
        } else {
            sheet.value(row, column, number);
        }
    }

    private static void moment(Worksheet sheet, int row, int column, LocalDateTime moment) {
        if (isDate(moment.toLocalDate())) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            text(sheet, row, column, PlainText.of(moment));
        }
    }

    private static boolean isDate(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        requireAtMost(MOST_CHARACTERS, text.length(), "characters in a cell");
        String printable = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        sheet.inlineString(row, column, CODE.matcher(printable).replaceAll("_x005F_"));
    }

    private static void requireAtMost(int most, int found, String what) {
        if (found > most) {
            throw new WarehouseException(
                    ErrorCode.QUERY_LIMIT,
                    Location.nowhere(),
                    String.format(
                            Locale.ROOT,
                            "an Excel sheet has at most %,d %s; select less, or export to .csv or .parquet",
                            most,
                            what));
        }
    }
}
