package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Warehouse;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.schema.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

    private static final Limits ONE_ROW = Limits.standard().withRows(1);

    @TempDir
    private Path directory;

    @Test
    void knowsEveryTableColumnAndFunctionThatMayBeAskedFor() throws IOException {
        try (Warehouse warehouse = SmallWarehouse.opened(SmallWarehouse.in(directory), StopSignal.NEVER)) {
            Vocabulary vocabulary = Vocabulary.of(sql -> warehouse.query(sql, List.of(), Language.EN, ONE_ROW));

            List<String> asked =
                    warehouse.query("SHOW TABLES", List.of(), Language.EN, Limits.standard()).rows().stream()
                            .map(row -> String.valueOf(row.getFirst()))
                            .toList();
            assertThat(vocabulary.tables().keySet()).containsExactlyInAnyOrderElementsOf(asked);
            Tables.ALL.forEach(table -> assertThat(vocabulary.columns(table.name()))
                    .extracting(Vocabulary.Column::name)
                    .containsExactlyElementsOf(
                            table.columns().stream().map(Column::name).toList()));
            assertThat(vocabulary.columns("matches"))
                    .contains(new Vocabulary.Column("map_name", "VARCHAR"), new Vocabulary.Column("kda", "FLOAT"));
            assertThat(vocabulary.columns("meta.players")).contains(new Vocabulary.Column("gamertag", "VARCHAR"));
            assertThat(vocabulary.functions())
                    .contains("count", "avg", "date_trunc", "list_sort", "regexp_matches")
                    .doesNotContain("getenv", "current_setting", "nextval", "read_csv", "+")
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
