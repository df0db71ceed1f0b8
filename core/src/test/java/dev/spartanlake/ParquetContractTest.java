package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What is on disk is what the specification says, seen by a reader that is not DuckDB.
class ParquetContractTest {

    @TempDir
    private Path directory;

    @Test
    void hasTheColumnsAndTypesOfTheSpecification() throws IOException {
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, Documents.mixed(30).stream().map(ObjectNode::toString).toList());
        Fixture fixture = new Fixture(directory.resolve("warehouse"));
        fixture.ingest(List.of(file), Set.of(Documents.player()));

        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.files(table.name())).isNotEmpty();
            for (Path parquet : fixture.files(table.name())) {
                assertThat(columns(parquet)).as(parquet.toString()).isEqualTo(specified(table.name()));
            }
        }
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
