package dev.spartanlake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The columns in the specification of the format are those of the code. `-Dgolden.update=true` writes them anew.
class FormatSpecTest {

    private static final Path SPECIFICATION = Path.of("..", "docs", "spec", "format.md");
    private static final String HEADER =
            "| column | type | Parquet physical | Parquet logical | null | meaning |\n|---|---|---|---|---|---|\n";

    @Test
    void saysTheColumnsOfEveryTable() throws IOException {
        String written = Files.readString(SPECIFICATION);
        String expected = written;
        for (Table<?> table : Tables.ALL) {
            expected = withColumns(expected, table);
        }

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SPECIFICATION, expected);
        } else {
            assertThat(written).isEqualTo(expected);
        }
    }

    @Test
    void saysTheVersion() throws IOException {
        assertThat(Files.readString(SPECIFICATION))
                .startsWith("# The on-disk format, version " + Catalog.FORMAT_VERSION + "\n")
                .contains("is the format version, `" + Catalog.FORMAT_VERSION + "`.");
    }

    private static String withColumns(String text, Table<?> table) {
        Matcher section = Pattern.compile("(?s)<!-- columns: " + table.name() + " -->.*?<!-- /columns -->")
                .matcher(text);
        assertThat(section.find())
                .as("a place for the columns of " + table.name())
                .isTrue();
        String rows = table.columns().stream().map(FormatSpecTest::row).collect(Collectors.joining());
        String columns = "<!-- columns: " + table.name() + " -->\n" + HEADER + rows + "<!-- /columns -->";
        return section.replaceFirst(Matcher.quoteReplacement(columns));
    }

    private static String row(Column<?> column) {
        return "| `%s` | %s | %s | %s | %s | %s |%n"
                .formatted(
                        column.name(),
                        column.type().duckDb(),
                        column.type().parquetPhysical(),
                        column.type().parquetLogical(),
                        column.nullability() == Column.Nullability.OPTIONAL ? "yes" : "no",
                        column.description())
                .replace("\r\n", "\n");
    }
}
