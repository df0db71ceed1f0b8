package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.backup.RestoreMode;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.reference.Language;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Warehouses of earlier format versions, as the SpartanLake of that time wrote them, with the answers it gave
/// then.
class FrozenFormatTest {

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    private void thaw(int version) throws IOException {
        unpack("format-" + version + ".zip", directory.resolve("warehouse"));
        unpack("format-" + version + "-rows.zip", directory.resolve("rows"));
        fixture = new Fixture(directory.resolve("warehouse"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void answersAsItDidThen(int version) throws IOException {
        thaw(version);
        try (Warehouse warehouse = fixture.warehouse()) {
            for (Path then : answers()) {
                JsonNode expected = Documents.JSON.readTree(Files.readAllBytes(then));
                QueryResult now = warehouse.query(
                        "SELECT * FROM " + table(then) + " ORDER BY ALL", List.of(), Language.EN, Limits.standard());

                assertThat(rows(now, List.copyOf(expected.get(0).propertyNames())))
                        .as(then.getFileName().toString())
                        .containsExactlyInAnyOrderElementsOf(rows(expected));
            }
        }
    }

    @Test
    void isABackupAsBeforeAfterItWasUpgraded() throws IOException {
        thaw(2);
        Fixture backup = new Fixture(directory.resolve("backup"));
        unpack("format-2.zip", backup.directory());
        Tampering.metadata(
                backup,
                "INSERT INTO warehouse (key, value) SELECT 'backup_of', value FROM warehouse WHERE key = 'warehouse_id'");
        Tampering.metadata(
                backup, "INSERT INTO warehouse (key, value) SELECT 'backup_commit', max(commit_id) FROM commits");
        Tampering.acceptMetadata(backup);
        backup.warehouse().upgrade();

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.backupTo(backup.directory()).matches()).isEqualTo(48);
        }
    }

    private List<Path> answers() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("rows"))) {
            return files.sorted().toList();
        }
    }

    private static String table(Path answer) {
        String name = answer.getFileName().toString().replace(".json", "");
        return Tables.ALL.stream().anyMatch(table -> table.name().equals(name)) ? name : "meta." + name;
    }

    /// Every version but the present one.
    static IntStream versions() {
        return IntStream.range(1, Catalog.FORMAT_VERSION);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isUpgradedInOneCommitAfterItWasKeptAsItWas(int version) throws IOException {
        thaw(version);
        List<String> before = fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path");

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.status().matches()).isEqualTo(48);
        }

        assertThat(fixture.metadata("PRAGMA user_version"))
                .containsExactly("{user_version=" + Catalog.FORMAT_VERSION + "}");
        assertThat(fixture.metadata("SELECT command FROM commits ORDER BY commit_id DESC LIMIT 1"))
                .containsExactly("{command=upgrade from format " + version + " to " + Catalog.FORMAT_VERSION + "}");
        assertThat(fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY path"))
                .isEqualTo(before);
        Fixture kept = new Fixture(fixture.directory().resolve("backups").resolve("format-" + version));
        assertThat(kept.metadata("PRAGMA user_version")).containsExactly("{user_version=" + version + "}");
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

    @ParameterizedTest
    @MethodSource("versions")
    void takesInPartsLikeAFreshOneAfterItWasUpgraded(int version) throws IOException {
        thaw(version);
        fixture.warehouse().upgrade();
        List<String> texts = fixture.rows(Tables.MATCH_DOCUMENTS).stream()
                .map(row -> String.valueOf(row.get("document")))
                .toList();
        Set<Xuid> tracked = fixture.metadataRows("SELECT xuid FROM players WHERE tracked = 1").stream()
                .map(row -> Xuid.parse(String.valueOf(row.get("xuid"))))
                .collect(Collectors.toSet());
        List<ObjectNode> documents = texts.stream()
                .map(text -> (ObjectNode) Documents.JSON.readTree(text))
                .toList();

        fixture.take(Parts.supplements(documents, 1));

        Fixture fresh = new Fixture(directory.resolve("fresh"));
        fresh.ingest(List.of(Files.write(directory.resolve("documents.ndjson"), texts)), tracked);
        fresh.take(Parts.supplements(documents, 1));
        Map<String, List<String>> expected = fresh.everything();
        Map<String, List<String>> actual = fixture.everything();
        // Names may be there of people and assets that are in no document.
        List.of("players", "playlists", "maps", "game_variants", "map_mode_pairs")
                .forEach(table -> {
                    expected.remove(table);
                    actual.remove(table);
                });
        assertThat(expected.get("highlight_events")).isNotEmpty();
        assertThat(actual).isEqualTo(expected);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    /// From version 2 on everything that there is then is there twice.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void copiesNothingOnceMoreThatIsThereTwice(int version) throws IOException {
        thaw(version);
        FileTime then = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path copies = fixture.directory().resolve(".mirror");
        List<Path> files = fixture.files("match_documents").stream()
                .map(file -> copies.resolve(fixture.directory().relativize(file)))
                .toList();
        for (Path file : files) {
            Files.setLastModifiedTime(file, then);
        }

        fixture.warehouse().upgrade();

        for (Path file : files) {
            assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(then);
        }
        assertThat(fixture.damage(Depth.NORMAL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void canBeRestoredAndMergedWithoutBeingChanged(int version) throws IOException {
        thaw(version);
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

    @ParameterizedTest
    @MethodSource("versions")
    void canBeRestoredFromWhatTheUpgradeKept(int version) throws IOException {
        thaw(version);
        fixture.warehouse().upgrade();
        Map<String, List<String>> before = fixture.everything();
        WholeWarehouse.ingest(fixture.directory(), Fixture.config(), WholeWarehouse.documentsOfOneMonth(2), Set.of());
        assertThat(fixture.everything().equals(before)).isFalse();

        fixture.warehouse()
                .restoreFrom(fixture.directory().resolve("backups").resolve("format-" + version), RestoreMode.REPLACE);

        assertThat(fixture.everything().equals(before)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isUpgradedForAllWhoReadItAtOnce(int version) throws IOException {
        thaw(version);
        List<Warehouse> readers = Stream.generate(fixture::warehouse).limit(4).toList();

        List<Long> matches = readers.parallelStream()
                .map(reader -> reader.status().matches())
                .toList();

        assertThat(matches).hasSize(4).containsOnly(48L);
    }

    /// From version 2 on there is a second copy that tells.
    @ParameterizedTest
    @ValueSource(ints = 2)
    void isNotUpgradedWhenItsMetadataAreNotWhatTheLastWriterLeft(int version) throws IOException {
        thaw(version);
        Path database = fixture.directory().resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("DemoLarkspur");
        bytes[name] ^= 1;
        Files.write(database, bytes);
        Map<String, String> before = WholeWarehouse.fingerprints(fixture.directory());

        assertThatThrownBy(() -> fixture.warehouse().status())
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("is not what the last writer left");

        assertThat(WholeWarehouse.fingerprints(fixture.directory())).containsAllEntriesOf(before);
    }

    /// What tells the damage: SQLite, for pages without sense; the second copy, for a value.
    @ParameterizedTest
    @ValueSource(strings = {"pages", "value"})
    void isRepairedFromItsSecondCopyAndUpgradedWhenItsMetadataAreDamaged(String damaged) throws IOException {
        thaw(2);
        Fixture sound = new Fixture(directory.resolve("sound"));
        unpack("format-2.zip", sound.directory());
        sound.warehouse().upgrade();
        Path database = fixture.directory().resolve("metadata.db");
        byte[] bytes = Files.readAllBytes(database);
        if (damaged.equals("pages")) {
            Arrays.fill(bytes, 4096, bytes.length - 4096, (byte) 0x5a);
        } else {
            bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("DemoLarkspur")] ^= 1;
        }
        Files.write(database, bytes);

        assertThatThrownBy(() -> fixture.warehouse().status())
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("mend it with: spartanlake repair");
        assertThat(fixture.warehouse().verify(Depth.NORMAL).damage())
                .extracting(Finding::kind)
                .containsExactly(Kind.METADATA_UNREADABLE);
        RepairReport report = fixture.warehouse().repair();

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(fixture.everything()).isEqualTo(sound.everything());
        assertThat(fixture.metadata("PRAGMA user_version"))
                .containsExactly("{user_version=" + Catalog.FORMAT_VERSION + "}");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isNeitherVerifiedNorRepairedBeforeItIsUpgraded(int version) throws IOException {
        thaw(version);
        Map<String, String> before = WholeWarehouse.fingerprints(fixture.directory());
        String wayOut = "has format version " + version + ", and this SpartanLake reads version "
                + Catalog.FORMAT_VERSION + "; upgrade it with: spartanlake upgrade";

        assertThatThrownBy(() -> fixture.warehouse().verify(Depth.NORMAL))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining(wayOut);
        assertThatThrownBy(() -> fixture.warehouse().repair())
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining(wayOut);

        assertThat(WholeWarehouse.fingerprints(fixture.directory())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isLookedAtByADryRunWithoutBeingChanged(int version) throws IOException {
        thaw(version);
        Map<String, String> before = WholeWarehouse.fingerprints(fixture.directory());
        Path documents = Files.write(
                directory.resolve("new.ndjson"),
                WholeWarehouse.documentsOfOneMonth(2).stream()
                        .map(Object::toString)
                        .toList());

        IngestReport report = fixture.warehouse()
                .ingest(
                        new IngestRequest(
                                List.of(documents.toString()),
                                InputStream.nullInputStream(),
                                Set.of(),
                                IngestRequest.Mode.DRY_RUN),
                        IngestProgress.NONE);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(WholeWarehouse.fingerprints(fixture.directory())).isEqualTo(before);
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
