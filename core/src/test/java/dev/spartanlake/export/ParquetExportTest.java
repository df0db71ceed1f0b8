package dev.spartanlake.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryEngine;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {

    @TempDir
    private Path directory;

    private Path export(String sql) {
        Path file = directory.resolve("export.parquet");
        try (QueryEngine engine = QueryEngine.open(List.of(), Limits.standard())) {
            engine.deliver(
                    sql,
                    List.of(),
                    Limits.standard(),
                    (columns, rows) -> ParquetExport.write(file, columns, rows, Object::toString));
        }
        return file;
    }

    @Test
    void aReaderThatIsNotDuckDbFindsTheTypesAndTheValues() throws IOException {
        Path file = export("""
                SELECT 1.5::FLOAT AS kda, 'NaN'::FLOAT AS odd, 300::SMALLINT AS kills, NULL::SMALLINT AS unknown,
                    9223372036854775807 AS id, TIMESTAMPTZ '2024-02-29 23:59:59.999999+00' AS start_time,
                    'a "quoted",' || chr(10) || 'line 🎮' AS text, true AS is_ranked, 9007199254740993::HUGEINT AS sum
                """);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = reader.rowReader()) {
            List<String> columns = reader.getFileSchema().getColumns().stream()
                    .map(column -> column.name() + " " + column.type()
                            + (column.logicalType() == null ? "" : " " + column.logicalType()))
                    .toList();
            assertThat(columns)
                    .containsSubsequence(
                            "kda FLOAT",
                            "kills INT32 INT_16",
                            "start_time INT64 TIMESTAMP(MICROS, UTC)",
                            "text BYTE_ARRAY STRING");
            rows.next();
            assertThat(rows.getFloat(0)).isEqualTo(1.5f);
            assertThat(rows.getFloat(1)).isNaN();
            assertThat(rows.getInt(2)).isEqualTo(300);
            assertThat(rows.isNull(3)).isTrue();
            assertThat(rows.getLong(4)).isEqualTo(Long.MAX_VALUE);
            assertThat(rows.getTimestamp(5)).isEqualTo(Instant.parse("2024-02-29T23:59:59.999999Z"));
            assertThat(rows.getString(6)).isEqualTo("a \"quoted\",\nline 🎮");
            assertThat(rows.getBoolean(7)).isTrue();
            assertThat(rows.getDecimal(8)).isEqualByComparingTo("9007199254740993");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void keepsTheOrderOfManyRows() throws SQLException {
        Path file = export("SELECT i, repeat('x', 500) AS t FROM range(250_000) r(i) ORDER BY i DESC");

        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*), bool_and(i = 249999 - file_row_number) FROM '" + file + "'")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(250_000);
            assertThat(rows.getBoolean(2)).isTrue();
        }
    }

    @Test
    void columnsOfOneNameAreToldApartAndNestedValuesAreText() throws IOException {
        Path file = export("SELECT 1 AS a, 2 AS \"A\", [1, 2] AS list, 1.25::DECIMAL(5, 2) AS d, uuid() AS u");

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = reader.rowReader()) {
            assertThat(reader.getFileSchema().getColumns().stream().map(column -> column.name()))
                    .containsExactly("a", "A_2", "list", "d", "u");
            rows.next();
            assertThat(rows.getString(2)).isEqualTo("[1, 2]");
            assertThat(rows.getDecimal(3)).isEqualByComparingTo("1.25");
        }
    }

    @Test
    void tellsWhyTheRowsEnded() {
        RowCursor failing = new RowCursor() {
            private int left = 5000;

            @Override
            public boolean next() {
                if (left-- == 0) {
                    throw new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), "too slow");
                }
                return true;
            }

            @Override
            public Object value(int column) {
                return left;
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };

        assertThatThrownBy(() -> ParquetExport.write(
                        directory.resolve("x.parquet"),
                        new ArrayList<>(List.of(new ResultColumn("a", "INTEGER"))),
                        failing,
                        Object::toString))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("too slow");
        assertThatThrownBy(() -> export("SELECT 170141183460469231731687303715884105727::HUGEINT AS a"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith("a row cannot be written as Parquet: ");
    }
}
