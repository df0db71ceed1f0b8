package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What is on disk is what the specification says, seen by a reader that is not DuckDB.
class ParquetContractTest {

    @TempDir
    private Path directory;

    private Fixture fixture;

    @BeforeEach
    void ingest() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, Documents.mixed(30).stream().map(ObjectNode::toString).toList());
        fixture = new Fixture(directory.resolve("warehouse"));
        fixture.ingest(List.of(file), Set.of(Documents.player()));
        fixture.take(Parts.obtained(Documents.mixed(30)));
    }

    @Test
    void hasTheColumnsAndTypesOfTheSpecification() throws IOException {
        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.files(table.name())).isNotEmpty();
            for (Path parquet : fixture.files(table.name())) {
                assertThat(columns(parquet)).as(parquet.toString()).isEqualTo(specified(table.name()));
            }
        }
    }

    @Test
    void hasTheValuesThatDuckDbReads() throws IOException {
        Set<Object> seen = new HashSet<>();
        for (Table<?> table : Tables.ALL) {
            for (Path parquet : fixture.files(table.name())) {
                List<List<@Nullable Object>> rows = rows(parquet);
                assertThat(rows).as(parquet.toString()).isNotEmpty().isEqualTo(duckDbRows(parquet, table));
                rows.forEach(row -> row.forEach(value -> seen.add(kind(value))));
            }
        }
        assertThat(seen).contains("null", "beyond 31 bits", "Long", "Float", "Boolean", "String", "Instant");
    }

    private static Object kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Long number when number > Integer.MAX_VALUE -> "beyond 31 bits";
            default -> value.getClass().getSimpleName();
        };
    }

    private static List<List<@Nullable Object>> rows(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = reader.rowReader()) {
            List<ColumnSchema> columns = reader.getFileSchema().getColumns();
            List<List<@Nullable Object>> values = new ArrayList<>();
            while (rows.hasNext()) {
                rows.next();
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(rows.isNull(i) ? null : value(rows, i, columns.get(i)));
                }
                values.add(row);
            }
            return values;
        }
    }

    private static Object value(RowReader row, int index, ColumnSchema column) {
        return switch (column.type()) {
            case BOOLEAN -> row.getBoolean(index);
            case FLOAT -> row.getFloat(index);
            case BYTE_ARRAY -> row.getString(index);
            case INT64 ->
                column.logicalType() instanceof LogicalType.TimestampType
                        ? row.getTimestamp(index)
                        : (Object) row.getLong(index);
            case INT32 ->
                column.logicalType() instanceof LogicalType.IntType number && !number.isSigned()
                        ? Integer.toUnsignedLong(row.getInt(index))
                        : (long) row.getInt(index);
            default -> throw new IllegalStateException("no column is of type " + column.type());
        };
    }

    private List<List<@Nullable Object>> duckDbRows(Path file, Table<?> table) {
        try (Engine engine = Engine.open(new EngineSettings(1L << 29, 1, directory))) {
            return engine.query(
                    "SELECT " + table.columnList() + " FROM " + Engine.parquet(List.of(file), "file_row_number = true")
                            + " ORDER BY file_row_number",
                    row -> {
                        List<@Nullable Object> values = new ArrayList<>();
                        for (int i = 1; i <= table.columns().size(); i++) {
                            values.add(comparable(row.getObject(i)));
                        }
                        return values;
                    });
        }
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case null, default -> value;
        };
    }

    private static List<String> columns(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
            List<String> columns = new ArrayList<>();
            reader.getFileSchema()
                    .getColumns()
                    .forEach(column ->
                            columns.add(column.name() + " " + column.type() + " " + logical(column.logicalType())));
            return columns;
        }
    }

    private static String logical(@Nullable LogicalType type) {
        return switch (type) {
            case null -> "-";
            case LogicalType.StringType text -> "STRING";
            case LogicalType.IntType number ->
                "INT(" + number.bitWidth() + ", " + (number.isSigned() ? "signed" : "unsigned") + ")";
            case LogicalType.TimestampType time ->
                "TIMESTAMP(" + time.unit() + ", " + (time.isAdjustedToUTC() ? "UTC" : "local") + ")";
            default -> type.toString();
        };
    }

    private static List<String> specified(String table) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "spec", "format.md"));
        int from = text.indexOf("<!-- columns: " + table + " -->");
        String section = text.substring(from, text.indexOf("<!-- /columns -->", from));
        Matcher row = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|")
                .matcher(section);
        List<String> columns = new ArrayList<>();
        while (row.find()) {
            columns.add(row.group(1) + " " + row.group(2) + " " + row.group(3));
        }
        return columns;
    }
}
