package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Warehouses of earlier format versions, as the SpartanLake of that time wrote them, with the answers it gave
/// then.
class FrozenFormatTest {

    @TempDir
    private Path directory;

    private Fixture fixture;

    @BeforeEach
    void thaw() throws IOException {
        unpack("format-1.zip", directory.resolve("warehouse"));
        unpack("format-1-rows.zip", directory.resolve("rows"));
        fixture = new Fixture(directory.resolve("warehouse"));
    }

    @ParameterizedTest
    @CsvSource({
        "match_facts, 'match_id, xuid'",
        "medal_awards, 'match_id, xuid, medal_name_id'",
        "match_participants, 'match_id, player_id'",
        "match_documents, match_id",
        "meta.sessions, session_id",
        "meta.players, xuid",
        "meta.friends, owner_xuid",
        "meta.sync_meta, xuid"
    })
    void answersAsItDidThen(String table, String order) throws IOException {
        Path then = directory.resolve("rows").resolve(table.replace("meta.", "") + ".json");

        try (Warehouse warehouse = fixture.warehouse()) {
            QueryResult now = warehouse.query(
                    "SELECT * FROM " + table + " ORDER BY " + order, List.of(), Language.EN, Limits.standard());

            List<Map<String, @Nullable Object>> expected = rows(Documents.JSON.readTree(Files.readAllBytes(then)));
            assertThat(rows(now, expected.getFirst().keySet().stream().toList()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void isUpgradedInOneCommitAfterItWasKeptAsItWas() throws IOException {
        List<String> before = fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path");

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.status().matches()).isEqualTo(48);
        }

        assertThat(fixture.metadata("PRAGMA user_version"))
                .containsExactly("{user_version=" + Catalog.FORMAT_VERSION + "}");
        assertThat(fixture.metadata("SELECT command FROM commits ORDER BY commit_id DESC LIMIT 1"))
                .containsExactly("{command=upgrade from format 1 to " + Catalog.FORMAT_VERSION + "}");
        assertThat(fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path"))
                .isEqualTo(before);
        Fixture kept = new Fixture(fixture.directory().resolve("backups").resolve("format-1"));
        assertThat(kept.metadata("PRAGMA user_version")).containsExactly("{user_version=1}");
        assertThat(kept.metadata("SELECT path, sha256 FROM data_files ORDER BY path"))
                .isEqualTo(before);
        assertThat(kept.files("match_facts")).hasSameSizeAs(fixture.files("match_facts"));
        for (Path documents : fixture.files("match_documents")) {
            assertThat(fixture.directory()
                            .resolve(".mirror")
                            .resolve(fixture.directory().relativize(documents)))
                    .hasSameBinaryContentAs(documents);
        }
    }

    @Test
    void canBeRestoredAndMergedWithoutBeingChanged() {
        Map<String, String> before = WholeWarehouse.fingerprints(fixture.directory());
        Fixture restored = new Fixture(directory.resolve("restored"));
        Fixture merged = new Fixture(directory.resolve("merged"));

        restored.warehouse().restoreFrom(fixture.directory(), RestoreMode.INTO_EMPTY);
        merged.warehouse().mergeFrom(fixture.directory());

        assertThat(WholeWarehouse.fingerprints(fixture.directory())).isEqualTo(before);
        fixture.warehouse().upgrade();
        assertThat(restored.everything()).isEqualTo(fixture.everything());
        assertThat(merged.everything()).isEqualTo(fixture.everything());
    }

    @Test
    void canBeRestoredFromWhatTheUpgradeKept() {
        fixture.warehouse().upgrade();
        Map<String, List<String>> before = fixture.everything();
        WholeWarehouse.ingest(fixture.directory(), Fixture.config(), WholeWarehouse.documentsOfOneMonth(2), Set.of());
        assertThat(fixture.everything().equals(before)).isFalse();

        fixture.warehouse()
                .restoreFrom(fixture.directory().resolve("backups").resolve("format-1"), RestoreMode.REPLACE);

        assertThat(fixture.everything().equals(before)).isTrue();
    }

    private static List<Map<String, @Nullable Object>> rows(QueryResult result, List<String> columns) {
        List<String> names = result.columns().stream().map(ResultColumn::name).toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : result.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            columns.forEach(column -> row.put(column, comparable(values.get(names.indexOf(column)))));
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, @Nullable Object>> rows(JsonNode json) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode object : json) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            object.forEachEntry((name, value) -> row.put(name, comparable(value)));
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Float number -> Double.parseDouble(number.toString());
            case Number number -> number.doubleValue();
            case Instant moment -> moment.toString();
            case JsonNode node ->
                node.isNull()
                        ? null
                        : node.isNumber()
                                ? (Object) node.doubleValue()
                                : node.isBoolean() ? node.asBoolean() : node.asString();
            default -> value;
        };
    }

    private static void unpack(String name, Path target) throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(FrozenFormatTest.class.getResourceAsStream("/frozen/" + name));
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
