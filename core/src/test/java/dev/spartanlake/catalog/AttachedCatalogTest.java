package dev.spartanlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedCatalogTest {

    /// What a merge brings in with the documents, or does not bring in because it is about one directory.
    private static final List<String> OTHERWISE = List.of(
            "commit_files", "commits", "data_files", "match_ledger", "sessions", "superseded_documents", "warehouse");

    @TempDir
    private Path directory;

    @Test
    void everyTableIsMergedInSomeWay() {
        List<String> merged = new ArrayList<>(OTHERWISE);
        merged.addAll(GapFilling.tables());

        try (Catalog catalog = Catalog.openForWriting(directory)) {
            assertThat(catalog.database()
                            .query("SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.getString(1)))
                    .containsExactlyInAnyOrderElementsOf(merged);
        }
    }
}
