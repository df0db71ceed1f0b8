package dev.spartanlake.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Parts;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.catalog.Players.Friend;
import dev.spartanlake.catalog.Snapshots;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ErasureTest {

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final Xuid one = xuid(0);
    private final Xuid other = xuid(1);
    private final List<ObjectNode> documents = Documents.mixed(24);

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(documents, Set.of(one, other));
    }

    @Test
    void leavesNoTraceOfATrackedPlayerAnywhere() throws IOException {
        ObjectNode changed = Documents.with(withPlayer(one), "/MatchInfo/SeasonId", "\"another\"");
        ingest(List.of(changed), Set.of());
        Path refused = directory.resolve("refused.json");
        Files.writeString(refused, "{\"MatchId\":\"x\",\"Players\":[{\"PlayerId\":\"xuid(" + one.text() + ")\"}]}");
        fixture.ingest(List.of(refused), Set.of());
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.namePlayer(one, "Rememberme");
            warehouse.befriend(other, new Friend(one, "Rememberme", "Mem"));

            ErasureReport report = warehouse.forget(one);

            assertThat(report.placesLeft()).isEmpty();
            assertThat(report.quarantineRemoved()).isPositive();
        }
        assertThat(filesWith(one.text())).isEmpty();
        assertThat(filesWith("Rememberme")).isEmpty();
        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table)).noneMatch(row -> row.toString().contains(one.text()));
        }
    }

    @Test
    void takesAPlayerOutOfPartsAndSnapshots() throws IOException {
        fixture.take(Parts.supplements(documents, 1));
        fixture.take(Parts.supplements(documents.subList(0, 3), 2));
        Obtained obtained = new Obtained();
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");
        obtained.add(new Snapshots.CareerRank(one, moment, 3, 4, "{}"));
        obtained.add(new Snapshots.PlaylistCsr(one, "edfef3ac", moment, 1200, "Gold", 1, 1300, 1400, "{}"));
        obtained.add(new Snapshots.ServiceRecord(one, moment, 1L, 2L, 3L, 4L, 5.0, "{}"));
        fixture.take(obtained);
        List<Map<String, @Nullable Object>> events = fixture.rows(Tables.HIGHLIGHT_EVENTS);

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(one).placesLeft()).isEmpty();
        }

        assertThat(filesWith(one.text())).isEmpty();
        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table)).noneMatch(row -> row.toString().contains(one.text()));
        }
        for (String table : List.of("career_ranks", "playlist_csrs", "service_records")) {
            assertThat(fixture.metadata("SELECT * FROM " + table)).isEmpty();
        }
        List<String> kept = matches(document -> has(document, other));
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .isNotEmpty()
                .hasSizeLessThan(events.size())
                .isEqualTo(events.stream()
                        .filter(row -> kept.contains(String.valueOf(row.get("match_id"))))
                        .filter(row -> !one.text().equals(row.get("xuid")))
                        .toList());
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(partsOf(fixture)).isEqualTo(partsOf(neverKnew(kept)));
    }

    private static List<List<Map<String, @Nullable Object>>> partsOf(Fixture fixture) {
        return Stream.of(
                        Tables.MATCH_FACTS,
                        Tables.MATCH_PARTICIPANTS,
                        Tables.MATCH_DOCUMENTS,
                        Tables.SKILL_DOCUMENTS,
                        Tables.HIGHLIGHT_EVENTS)
                .map(fixture::rows)
                .toList();
    }

    /// A warehouse that got the same parts without the player.
    private Fixture neverKnew(List<String> matches) throws IOException {
        Fixture expected = new Fixture(directory.resolve("expected"));
        Obtained obtained = new Obtained();
        obtained.track(other);
        for (int i = 0; i < documents.size(); i++) {
            ObjectNode document = documents.get(i);
            if (matches.contains(document.path("MatchId").asString())) {
                int edition = i < 3 ? 2 : 1;
                ObjectNode skill = Parts.skill(document, edition);
                skill.withArray("Value")
                        .removeIf(entry -> entry.path("Id").asString().equals("xuid(" + one.text() + ")"));
                obtained.add(Parts.match(document)
                        .withDocument(Parts.bytes(without(document, one)))
                        .withSkill(Parts.bytes(skill))
                        .withFilm(Parts.film(document, edition), Parts.FILM_VERSION));
            }
        }
        expected.take(obtained);
        return expected;
    }

    /// Of a match whose document is lost the rows cannot be told from each other, so all of them go.
    @Test
    void takesMatchesOutWhoseDocumentsAreLost() {
        fixture.take(Parts.supplements(documents, 1));
        String lost =
                matches(document -> has(document, one) && has(document, other)).getFirst();
        String unconcerned = matches(document -> !has(document, one)).getFirst();
        String both = "('" + lost + "', '" + unconcerned + "')";
        Tampering.rewrite(fixture, Tables.MATCH_DOCUMENTS, "*", "WHERE match_id NOT IN " + both);
        Tampering.metadata(fixture, "UPDATE match_ledger SET content_sha256 = NULL WHERE match_id IN " + both);
        Tampering.acceptMetadata(fixture);
        Map<Table<?>, List<Map<String, @Nullable Object>>> kept = rowsOf(unconcerned);

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(one);

            assertThat(report.wasKnown()).isTrue();
            assertThat(report.placesLeft()).isEmpty();
        }
        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table))
                    .noneMatch(row -> row.toString().contains(one.text()))
                    .noneMatch(row -> lost.equals(row.get("match_id")));
        }
        assertThat(rowsOf(unconcerned)).isEqualTo(kept);
        assertThat(kept.get(Tables.MATCH_PARTICIPANTS)).isNotEmpty();
        assertThat(fixture.metadata("SELECT * FROM match_ledger WHERE match_id = '" + lost + "'"))
                .isEmpty();
    }

    private Map<Table<?>, List<Map<String, @Nullable Object>>> rowsOf(String match) {
        Map<Table<?>, List<Map<String, @Nullable Object>>> rows = new HashMap<>();
        for (Table<?> table : Tables.ALL) {
            rows.put(
                    table,
                    fixture.rows(table).stream()
                            .filter(row -> match.equals(row.get("match_id")))
                            .toList());
        }
        return rows;
    }

    @Test
    void leavesNothingInTheMetadataOfMatchesThatGo() {
        ObjectNode alone = documents.stream()
                .filter(document -> has(document, one) && !has(document, other))
                .findFirst()
                .orElseThrow();
        String match = alone.path("MatchId").asString();
        // What names nobody stays among what was replaced, unless its match goes.
        try (Catalog catalog = Catalog.openForWriting(fixture.directory())) {
            catalog.ledger().keepSuperseded(List.of(new Ledger.Content(match, "00", "{}")), 1);
        }
        Tampering.acceptMetadata(fixture);
        Obtained obtained = new Obtained();
        obtained.add(new Absence(What.SKILL, match, "404"));
        obtained.add(new Absence(What.FILM, match, "404"));
        fixture.take(obtained);

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.forget(one);
        }

        assertThat(fixture.metadata("SELECT match_id FROM superseded_documents"))
                .isEmpty();
        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
    }

    /// A film names everybody who played, whatever became of the document.
    @Test
    void takesNothingOfAForgottenPlayerFromAFilm() throws IOException {
        fixture.take(Parts.supplements(documents.subList(0, 12), 1));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.forget(one);
        }
        Obtained films = new Obtained();
        for (int i = 0; i < documents.size(); i++) {
            ObjectNode document = documents.get(i);
            // The same film, the same as another version, another film, and one where there was none.
            int edition = i % 3 == 2 ? 2 : 1;
            films.add(Parts.match(document)
                    .withFilm(Parts.film(document, edition), Parts.FILM_VERSION + (i % 3 == 1 ? 1 : 0)));
        }

        IntakeReport report = fixture.take(films);

        assertThat(report.count(Disposition.SUPPLEMENTED)).isPositive();
        assertThat(report.eventsLeftOut()).isPositive();
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .isNotEmpty()
                .noneMatch(row -> row.toString().contains(one.text()));
        assertThat(filesWith(one.text())).isEmpty();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport again = warehouse.forget(one);
            assertThat(again.wasKnown()).isFalse();
            assertThat(again.placesLeft()).isEmpty();
        }
    }

    @Test
    void takesOutThatAPlayerHasNoNameAndWasSynced() throws IOException {
        Xuid nameless = new Xuid(2533279999999999L);
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");
        Obtained obtained = new Obtained();
        obtained.add(new Absence(What.PLAYER, nameless.text(), "404"));
        obtained.add(new SyncStates.Conclusion(nameless, moment, 3L, 0L, null));
        fixture.take(obtained);

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(nameless);

            assertThat(report.wasKnown()).isTrue();
            assertThat(report.placesLeft()).isEmpty();
        }
        assertThat(filesWith(nameless.text())).isEmpty();
        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
    }

    /// No map has such an identifier, so nothing deletes it; in the bytes of the row the moment follows at once.
    @Test
    void reportsTextsThatNameThePlayerWhereverTheyStand() {
        Xuid named = new Xuid(2533279999999999L);
        Obtained obtained = new Obtained();
        obtained.add(new Absence(What.MAP, named.text(), "404"));
        fixture.take(obtained);
        Obtained failed = new Obtained();
        failed.add(new SyncStates.Conclusion(other, Instant.parse("2026-01-01T00:00:00Z"), 3L, 0L, named.text()));

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(named).placesLeft()).contains("metadata.db");
            warehouse.forgetAbsences(EnumSet.allOf(What.class));
            assertThat(warehouse.forget(named).placesLeft()).isEmpty();
            warehouse.take(failed);
            assertThat(warehouse.forget(named).placesLeft()).contains("metadata.db");
        }
    }

    /// JSON may write any character as an escape, and a refused document may be of any encoding.
    @ParameterizedTest
    @ValueSource(strings = {"xuid(\\u0032", "\\u0078uid(2", "xuid\\u00282"})
    void findsIdentifiersThatAreWrittenWithEscapes(String beginning) throws IOException {
        String plain = "xuid(" + one.text() + ")";
        assertThat(plain).startsWith("xuid(2");
        String escaped = beginning + plain.substring("xuid(2".length());
        List<String> lines = documents.stream()
                .map(document -> document.toString().replace(plain, escaped))
                .toList();
        fixture = new Fixture(directory.resolve("escaped"));
        Path file = Files.write(directory.resolve("escaped.ndjson"), lines);
        fixture.ingest(List.of(file), Set.of(other));
        Path changed = Files.writeString(
                directory.resolve("changed.json"),
                Documents.with(withPlayer(one), "/MatchInfo/SeasonId", "\"another\"")
                        .toString());
        fixture.ingest(List.of(changed), Set.of());
        keepRefused("{\"MatchId\":\"x\",\"Players\":[{\"PlayerId\":\"" + escaped + "\"}]}", StandardCharsets.UTF_8);
        keepRefused("{\"Player\":\"" + plain + "\"}", StandardCharsets.UTF_16LE);
        keepRefused("{\"Player\":\"" + escaped + "\"}", StandardCharsets.UTF_16BE);
        Path unconcerned = keepRefused("{\"Player\":\"xuid(1)\"}", StandardCharsets.UTF_16);

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(one);

            assertThat(report.placesLeft()).isEmpty();
            assertThat(report.quarantineRemoved()).isEqualTo(3);
            assertThat(report.matchesRewritten()).isPositive();
        }
        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table))
                    .noneMatch(row -> row.toString().contains(one.text()))
                    .noneMatch(row -> row.toString().contains(escaped));
        }
        assertThat(unconcerned).exists();
        assertThat(fixture.metadata("SELECT count(*) AS n FROM superseded_documents"))
                .containsExactly("{n=0}");
    }

    private Path keepRefused(String text, Charset encoding) throws IOException {
        Path quarantine = Files.createDirectories(fixture.directory().resolve("quarantine"));
        return Files.write(quarantine.resolve(text.hashCode() + encoding.name() + ".json"), text.getBytes(encoding));
    }

    @Test
    void takesARefusedDocumentAndItsReasonTogether() throws IOException {
        Path quarantine = Files.createDirectories(fixture.directory().resolve("quarantine"));
        Files.writeString(quarantine.resolve("a.json"), "{\"Player\":\"xuid(" + one.text() + ")\"");
        Files.writeString(quarantine.resolve("a.json.reason.txt"), "cut off");
        Files.writeString(quarantine.resolve("b.json"), "{\"x\":1}");
        Files.writeString(quarantine.resolve("b.json.reason.txt"), one.text() + ".json: no match");
        Files.writeString(quarantine.resolve("c.json"), "{\"x\":2}");
        Files.writeString(quarantine.resolve("c.json.reason.txt"), "no match");

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(one).quarantineRemoved()).isEqualTo(2);
        }

        assertThat(quarantine)
                .isDirectoryNotContaining(file -> !file.getFileName().toString().startsWith("c.json"));
        assertThat(quarantine.resolve("c.json")).exists();
        assertThat(quarantine.resolve("c.json.reason.txt")).exists();
    }

    @Test
    void keepsWhatOthersPlayedExceptForThePlayersEntry() {
        List<String> shared = matches(document -> has(document, one) && has(document, other));
        List<String> alone = matches(document -> has(document, one) && !has(document, other));
        List<String> factsBefore = factsOf(other);

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(one);

            assertThat(report.matchesRewritten()).isEqualTo(shared.size());
            assertThat(report.matchesRemoved()).isEqualTo(alone.size());
        }
        assertThat(shared).isNotEmpty();
        assertThat(alone).isNotEmpty();
        assertThat(fixture.rows(Tables.MATCH_DOCUMENTS).stream().map(row -> row.get("match_id")))
                .containsAll(shared.stream().map(id -> (Object) id).toList())
                .doesNotContainAnyElementsOf(alone);
        assertThat(factsOf(other)).isEqualTo(factsBefore);
        assertThat(fixture.rows(Tables.MATCH_PARTICIPANTS).stream()
                        .filter(row -> shared.contains(row.get("match_id")))
                        .count())
                .isEqualTo(documents.stream()
                        .filter(document -> has(document, one) && has(document, other))
                        .mapToLong(document -> document.path("Players").size() - 1)
                        .sum());
    }

    @Test
    void equalsAWarehouseThatNeverKnewThePlayer() throws IOException {
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.forget(one);
        }
        List<ObjectNode> without = documents.stream()
                .filter(document -> has(document, other))
                .map(document -> without(document, one))
                .toList();
        Fixture expected = new Fixture(directory.resolve("expected"));
        Path file = write(without);
        expected.ingest(List.of(file), Set.of(other));

        for (Table<?> table : Tables.ALL) {
            assertThat(fixture.rows(table)).as(table.name()).isEqualTo(expected.rows(table));
        }
        String sessions = "SELECT * FROM sessions ORDER BY 1";
        assertThat(fixture.metadata(sessions)).isEqualTo(expected.metadata(sessions));
    }

    @Test
    void changesNothingForAPlayerNobodyKnows() throws IOException {
        List<String> before = fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY 1");

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(new Xuid(2533279999999999L));

            assertThat(report)
                    .isEqualTo(new ErasureReport(new Xuid(2533279999999999L), false, 0, 0, 0, List.of(), List.of()));
        }
        assertThat(fixture.metadata("SELECT path, sha256 FROM data_files ORDER BY 1"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10, 42, 100})
    void takesNoFigureForAPlayer(long number) {
        List<String> before = fixture.metadata("SELECT match_id, content_sha256 FROM match_ledger ORDER BY 1");

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(new Xuid(number)))
                    .isEqualTo(new ErasureReport(new Xuid(number), false, 0, 0, 0, List.of(), List.of()));
        }
        assertThat(fixture.metadata("SELECT match_id, content_sha256 FROM match_ledger ORDER BY 1"))
                .isEqualTo(before);
    }

    @Test
    void deletesWhatWasKeptOnlyIfThePlayerMayBeInIt() throws IOException {
        Path kept = Files.createDirectories(fixture.directory().resolve("backups/format-2"));
        Path aside = Files.createDirectories(fixture.directory().resolve("damaged/20260102T030405Z"));
        for (String file :
                List.of("metadata.db", path(fixture.files("match_facts").getFirst()))) {
            Files.createDirectories(kept.resolve(file).getParent());
            Files.copy(fixture.directory().resolve(file), kept.resolve(file));
        }
        Path damaged = aside.resolve(path(fixture.files("match_documents").getFirst()));
        Files.createDirectories(damaged.getParent());
        Files.copy(fixture.files("match_documents").getFirst(), damaged);
        Xuid stranger = new Xuid(2533279999999999L);

        try (Warehouse warehouse = fixture.warehouse()) {
            assertThat(warehouse.forget(stranger).keptDeleted()).isEmpty();
            assertThat(kept.resolve("metadata.db")).exists();
            assertThat(damaged).exists();

            // What cannot be read may be anything.
            Files.writeString(damaged, "PAR1");
            assertThat(warehouse.forget(stranger).keptDeleted()).containsExactly("damaged");
            assertThat(kept.resolve("metadata.db")).exists();

            assertThat(warehouse.forget(one).keptDeleted()).containsExactly("backups");
        }
        assertThat(fixture.directory().resolve("backups")).doesNotExist();
        assertThat(fixture.directory().resolve("damaged")).doesNotExist();
    }

    @Test
    void deletesWhatWasKeptOfAPlayerWhoIsOnlyThere() throws IOException {
        Path kept = Files.createDirectories(fixture.directory().resolve("backups/format-2"));
        Xuid stranger = new Xuid(2533279999999999L);
        Files.writeString(kept.resolve("note.txt"), "xuid(" + stranger.text() + ")");

        try (Warehouse warehouse = fixture.warehouse()) {
            ErasureReport report = warehouse.forget(stranger);

            assertThat(report.keptDeleted()).containsExactly("backups");
            assertThat(report.isComplete()).isTrue();
        }
    }

    private String path(Path file) {
        return fixture.directory().relativize(file).toString();
    }

    private List<String> factsOf(Xuid player) {
        return fixture.rows(Tables.MATCH_FACTS).stream()
                .filter(row -> player.text().equals(row.get("xuid")))
                .map(Object::toString)
                .toList();
    }

    private ObjectNode withPlayer(Xuid player) {
        return documents.stream()
                .filter(document -> has(document, player))
                .findFirst()
                .orElseThrow();
    }

    private List<String> matches(Predicate<ObjectNode> wanted) {
        return documents.stream()
                .filter(wanted)
                .map(document -> document.path("MatchId").asString())
                .toList();
    }

    private static boolean has(ObjectNode document, Xuid player) {
        return document.toString().contains("xuid(" + player.text() + ")");
    }

    private static ObjectNode without(ObjectNode document, Xuid player) {
        ObjectNode copy = document.deepCopy();
        copy.withArray("Players")
                .removeIf(entry -> entry.path("PlayerId").asString().equals("xuid(" + player.text() + ")"));
        return copy;
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(fixture.directory())) {
            for (Path file : files.toList()) {
                boolean isNamed = file.toString().contains(text);
                if (isNamed
                        || (Files.isRegularFile(file)
                                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void ingest(List<ObjectNode> batch, Set<Xuid> players) throws IOException {
        fixture.ingest(List.of(write(batch)), players);
    }

    private Path write(List<ObjectNode> batch) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        return Files.write(file, batch.stream().map(ObjectNode::toString).toList());
    }

    private static Xuid xuid(int index) {
        return new Xuid(CareerPlan.mixed(7, 64).players().get(index).xuid());
    }
}
