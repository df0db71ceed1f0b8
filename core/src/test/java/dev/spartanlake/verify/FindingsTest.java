package dev.spartanlake.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.Fixture;
import dev.spartanlake.Parts;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damages a warehouse in every way there is a kind of finding for, and no other way of being found for it.
class FindingsTest {

    @TempDir
    private static Path directory;

    private static final Set<Kind> SEEN = EnumSet.noneOf(Kind.class);

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Specimen specimen;

    private final Fixture fixture = specimen.copy();

    @BeforeAll
    static void make() throws IOException {
        specimen = Specimen.in(directory);
    }

    @AfterAll
    static void everyKindWasFound() {
        Set<Kind> missing = EnumSet.complementOf(EnumSet.copyOf(SEEN));
        assertThat(missing).isEmpty();
    }

    @Test
    void aMissingFile() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Files.delete(file);

        Finding finding = only(Depth.NORMAL, Kind.FILE_MISSING);

        assertThat(finding.found()).isEqualTo("-");
        assertThat(finding.where().file()).isEqualTo(file);
        assertThat(finding.partition()).contains(partition(file));
        assertThat(finding.player())
                .contains(Objects.requireNonNull(partition(file).xuid()));
    }

    @Test
    void aTruncatedFile() throws IOException {
        Path file = fixture.files("medal_awards").getFirst();
        long size = Files.size(file);
        truncate(file, size - 1);

        Finding finding = only(Depth.NORMAL, Kind.FILE_TRUNCATED);

        assertThat(finding.expected()).startsWith(size + " B, SHA-256 ");
        assertThat(finding.found()).startsWith((size - 1) + " B, SHA-256 ");
        assertThat(finding.partition()).contains(partition(file));
    }

    @Test
    void aChangedFile() throws IOException {
        Path file = fixture.files("match_documents").getFirst();
        flip(file, Files.size(file) / 2);

        Finding finding = only(Depth.NORMAL, Kind.FILE_CHANGED);

        assertThat(finding.partition()).contains(partition(file));
        assertThat(finding.player()).isEmpty();
        // The second copy still tells whether the rows are right.
        Specimen.rewrite(
                fixture,
                Tables.MATCH_PARTICIPANTS,
                "SELECT * REPLACE (99::SMALLINT AS deaths) FROM rows ORDER BY start_time, match_id, player_id",
                1);
        assertThat(kinds(Depth.DEEP)).contains(Kind.FILE_CHANGED, Kind.VALUE_DIFFERS);
    }

    @Test
    void aTableThatIsALinkToAnotherPlace() throws IOException {
        Path table = fixture.directory().resolve("match_facts");
        Path elsewhere = fixture.directory().resolve("elsewhere");
        Files.move(table, elsewhere);
        try {
            Files.createSymbolicLink(table, elsewhere);
        } catch (IOException | UnsupportedOperationException refused) {
            SEEN.add(Kind.LINK_FOREIGN);
            assumeTrue(false, "needs symbolic links: " + refused.getMessage());
        }

        Verification verification = Specimen.verify(fixture, Depth.DEEP);

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings()).extracting(Finding::kind).containsExactly(Kind.LINK_FOREIGN);
        assertThat(verification.findings().getFirst().found()).isEqualTo("a link to " + elsewhere);
        assertThat(Kind.LINK_FOREIGN.remedy().text()).contains("not supported").doesNotContain("delete");
        SEEN.add(Kind.LINK_FOREIGN);
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(only(Depth.NORMAL, Kind.FILE_UNREADABLE).partition()).contains(partition(file));
    }

    @Test
    void aFileThatIsNoParquet() throws IOException {
        Path file = fixture.files("match_participants").getFirst();
        Files.writeString(file, "PAR1 and nothing else");
        Specimen.agree(fixture, file, "row_count = 1");
        Specimen.agree(fixture);

        assertThat(only(Depth.DEEP, Kind.NOT_PARQUET).partition()).contains(partition(file));
    }

    @Test
    void filesTheCatalogDoesNotKnow() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Path elsewhere = fixture.directory().resolve("match_facts/player=1/year=2020/month=01/data.parquet");
        Files.createDirectories(elsewhere.getParent());
        Files.copy(file, elsewhere);
        Path beside = Files.copy(file, file.resolveSibling("copy.parquet"));
        Path foreign = Files.writeString(file.resolveSibling(".DS_Store"), "x");

        List<Finding> findings = findings(Depth.NORMAL);

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.FILE_UNLISTED, Kind.FILE_UNLISTED, Kind.FILE_FOREIGN);
        assertThat(findings)
                .extracting(finding -> finding.where().file())
                .containsExactlyInAnyOrder(elsewhere, beside, foreign);
        assertThat(findings.getFirst().partition()).contains(partition(elsewhere));
    }

    @Test
    void secondCopiesThatAreMissingChangedOrTooMany() throws IOException {
        Path mirror = fixture.directory().resolve(".mirror/match_documents");
        List<Path> copies = Specimen.filesIn(mirror);
        Files.delete(copies.get(0));
        flip(copies.get(1), 100);
        Path more = mirror.resolve("year=1999/month=12/data.parquet");
        Files.createDirectories(more.getParent());
        Files.copy(copies.get(1), more);

        List<Finding> findings = findings(Depth.NORMAL);

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.COPY_MISSING, Kind.COPY_CHANGED, Kind.COPY_UNLISTED);
        assertThat(findings)
                .extracting(finding -> finding.where().file())
                .containsExactlyInAnyOrder(copies.get(0), copies.get(1), more);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.partition()).isPresent());
    }

    @Test
    void anotherTableOrFormatInTheFooter() throws IOException {
        Specimen.rewrite(fixture, Tables.MEDAL_AWARDS, "FROM rows", 2);
        Specimen.agree(fixture);

        assertThat(findings(Depth.NORMAL)).allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.FORMAT_WRONG);
            assertThat(finding.expected()).isEqualTo("1 medal_awards");
            assertThat(finding.found()).isEqualTo("2 medal_awards");
        });
    }

    @Test
    void wrongColumns() {
        tamper(Tables.MATCH_FACTS, "* REPLACE (kills::INTEGER AS kills)");

        assertThat(findings(Depth.DEEP)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.COLUMNS_WRONG);
            assertThat(finding.expected()).contains("kills SMALLINT");
            assertThat(finding.found()).contains("kills INTEGER");
        });
        // Both are the same bytes, so the second copy is no help.
        tamper(Tables.MATCH_DOCUMENTS, "* EXCLUDE (document)");
        assertThat(kinds(Depth.DEEP)).containsExactly(Kind.COLUMNS_WRONG);
    }

    @Test
    void wrongNumbersInTheCatalog() {
        metadata("UPDATE data_files SET row_count = row_count + 1, max_start_time = '2040-01-01T00:00:00.000000Z'"
                + " WHERE path = '" + path(fixture.files("match_facts").getFirst()) + "'");

        List<Finding> findings = findings(Depth.NORMAL);

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.ROW_COUNT_WRONG, Kind.START_TIMES_WRONG);
        assertThat(Long.parseLong(findings.getFirst().expected()))
                .isEqualTo(Long.parseLong(findings.getFirst().found()) + 1);
        assertThat(findings.get(1).expected()).endsWith("2040-01-01T00:00:00Z");
    }

    @Test
    void rowsInAnotherOrder() {
        Specimen.rewrite(fixture, Tables.MATCH_PARTICIPANTS, "FROM rows ORDER BY player_id", 1);
        Specimen.agree(fixture);

        assertThat(kinds(Depth.DEEP)).containsExactly(Kind.ROWS_UNSORTED);
    }

    @Test
    void rowsThatStandTwice() {
        tamper(Tables.MATCH_PARTICIPANTS, "rows.*", ", range(2)");

        assertThat(kinds(Depth.NORMAL)).containsExactly(Kind.KEYS_REPEATED);
    }

    @Test
    void rowsOfAnotherPartition() throws IOException {
        List<Path> files = fixture.files("match_participants");
        Files.copy(files.get(1), files.get(0), StandardCopyOption.REPLACE_EXISTING);
        Specimen.agree(fixture, files.get(0));
        Specimen.agree(fixture);

        assertThat(findings(Depth.NORMAL))
                .filteredOn(finding -> finding.kind() == Kind.ROWS_MISPLACED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.partition()).contains(partition(files.get(0))));
        assertThat(kinds(Depth.DEEP)).contains(Kind.ROW_MISSING);
    }

    @Test
    void requiredValuesThatAreMissing() {
        tamper(Tables.MATCH_PARTICIPANTS, "* REPLACE (NULL::SMALLINT AS kills)");
        assertThat(kinds(Depth.NORMAL)).containsExactly(Kind.VALUES_MISSING);

        specimen.reset(fixture);
        tamper(Tables.MATCH_DOCUMENTS, "* REPLACE (NULL::VARCHAR AS document)");
        assertThat(kinds(Depth.NORMAL)).containsExactly(Kind.VALUES_MISSING);
    }

    @Test
    void aMatchWithoutItsDocument() {
        String match = match();
        tamper(Tables.MATCH_DOCUMENTS, "*", "WHERE match_id <> '" + match + "'");

        Finding finding = only(Depth.NORMAL, Kind.DOCUMENT_MISSING);
        assertThat(finding.expected()).isEqualTo(match);
        assertThat(finding.partition()).isPresent();

        // What cannot be derived is no difference, and a loss that is recorded is no damage.
        metadata("UPDATE match_ledger SET content_sha256 = NULL WHERE match_id = '" + match + "'");
        Verification verification = Specimen.verify(fixture, Depth.DEEP);
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings()).singleElement().satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(Kind.DOCUMENT_LOST);
            assertThat(lost.found()).isEqualTo(match);
        });
        SEEN.add(Kind.DOCUMENT_LOST);
    }

    @Test
    void aMatchTheLedgerDoesNotKnow() {
        String match = match();
        metadata("DELETE FROM match_ledger WHERE match_id = '" + match + "'");

        assertThat(new HashSet<>(kinds(Depth.DEEP))).isEqualTo(Set.of(Kind.DOCUMENT_UNLISTED, Kind.MATCH_UNLISTED));
        assertThat(findings(Depth.NORMAL))
                .allSatisfy(finding -> assertThat(finding.found()).isEqualTo(match));
    }

    @Test
    void aLedgerThatSaysSomethingElse() {
        metadata("UPDATE match_ledger SET content_sha256 = '00' WHERE match_id = '" + match() + "'");
        Finding content = only(Depth.DEEP, Kind.CONTENT_DIFFERS);
        assertThat(content.expected()).isEqualTo(match() + " 00");

        metadata("UPDATE match_ledger SET start_time = '2030-01-01T00:00:00.000000Z' WHERE match_id = '" + match()
                + "'");
        assertThat(findings(Depth.NORMAL))
                .filteredOn(finding -> finding.kind() == Kind.START_DIFFERS)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.expected()).isEqualTo(match() + " 2030-01-01T00:00:00Z"));
    }

    @Test
    void factsOfAPlayerWhoIsNotTracked() {
        metadata("UPDATE players SET tracked = 0 WHERE xuid = '" + Specimen.player(0) + "'");

        assertThat(findings(Depth.NORMAL)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.PLAYER_UNTRACKED);
            assertThat(finding.player()).contains(Specimen.player(0));
        });
        assertThat(new HashSet<>(kinds(Depth.DEEP)))
                .isEqualTo(Set.of(
                        Kind.PLAYER_UNTRACKED, Kind.SESSION_DIFFERS, Kind.PROGRESS_DIFFERS, Kind.ROW_UNEXPECTED));
    }

    @Test
    void aDocumentThatDoesNotHaveItsHash() {
        tamper(
                Tables.MATCH_DOCUMENTS,
                "* REPLACE (CASE WHEN match_id = '" + match()
                        + "' THEN replace(document, '\"Kills\":', '\"Kills\": ') ELSE document END AS document)");

        assertThat(kinds(Depth.NORMAL)).isEmpty();
        assertThat(only(Depth.DEEP, Kind.DOCUMENT_CHANGED).expected()).startsWith(match() + " ");
    }

    @Test
    void aDocumentThatIsNone() {
        tamper(
                Tables.MATCH_DOCUMENTS,
                "* REPLACE (CASE WHEN match_id = '" + match()
                        + "' THEN sha256('{}') ELSE content_sha256 END AS content_sha256, CASE WHEN match_id = '"
                        + match() + "' THEN '{}' ELSE document END AS document)");

        assertThat(kinds(Depth.DEEP)).containsExactlyInAnyOrder(Kind.CONTENT_DIFFERS, Kind.DOCUMENT_MALFORMED);
    }

    @Test
    void aSkillDocumentThatIsMissingOrUnknown() {
        tamper(Tables.SKILL_DOCUMENTS, "*", "WHERE match_id <> '" + match() + "'");
        Finding missing = only(Depth.DEEP, Kind.DOCUMENT_MISSING);
        assertThat(missing.expected()).isEqualTo(match());
        assertThat(missing.where().table()).isEqualTo("skill_documents");

        specimen.reset(fixture);
        metadata("UPDATE match_ledger SET skill_sha256 = NULL WHERE match_id = '" + match() + "'");
        assertThat(findings(Depth.NORMAL)).singleElement().satisfies(unlisted -> {
            assertThat(unlisted.kind()).isEqualTo(Kind.DOCUMENT_UNLISTED);
            assertThat(unlisted.found()).isEqualTo(match());
        });
    }

    @Test
    void aSkillDocumentThatIsNotTheOneTheLedgerNames() {
        metadata("UPDATE match_ledger SET skill_sha256 = '00' WHERE match_id = '" + match() + "'");

        Finding content = only(Depth.DEEP, Kind.CONTENT_DIFFERS);

        assertThat(content.expected()).isEqualTo(match() + " 00");
        assertThat(content.where().table()).isEqualTo("skill_documents");
    }

    @Test
    void aSkillDocumentThatDoesNotHaveItsHashOrIsNone() {
        tamper(
                Tables.SKILL_DOCUMENTS,
                "* REPLACE (CASE WHEN match_id = '" + match()
                        + "' THEN document || ' ' ELSE document END AS document)");
        assertThat(kinds(Depth.NORMAL)).isEmpty();
        assertThat(only(Depth.DEEP, Kind.DOCUMENT_CHANGED).expected()).startsWith(match() + " ");

        specimen.reset(fixture);
        tamper(
                Tables.SKILL_DOCUMENTS,
                "* REPLACE (CASE WHEN match_id = '" + match()
                        + "' THEN sha256('{}') ELSE content_sha256 END AS content_sha256, CASE WHEN match_id = '"
                        + match() + "' THEN '{}' ELSE document END AS document)");
        assertThat(kinds(Depth.DEEP)).containsExactlyInAnyOrder(Kind.CONTENT_DIFFERS, Kind.DOCUMENT_MALFORMED);
    }

    @Test
    void ratingsThatDoNotFollowFromTheSkillDocument() {
        tamper(Tables.MATCH_FACTS, "* REPLACE (coalesce(team_mmr, 0) + 1 AS team_mmr)");

        assertThat(kinds(Depth.NORMAL)).isEmpty();
        assertThat(findings(Depth.DEEP)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.VALUE_DIFFERS);
            assertThat(finding.found()).contains("team_mmr=");
        });
    }

    @Test
    void eventsOfAFilmTheLedgerDoesNotNameOrOfAnother() {
        metadata("UPDATE match_ledger SET film_sha256 = NULL WHERE match_id = '" + match() + "'");
        Finding unlisted = only(Depth.DEEP, Kind.MATCH_UNLISTED);
        assertThat(unlisted.found()).isEqualTo(match());
        assertThat(unlisted.where().table()).isEqualTo("highlight_events");

        specimen.reset(fixture);
        metadata("UPDATE match_ledger SET film_sha256 = '00' WHERE match_id = '" + match() + "'");
        assertThat(only(Depth.DEEP, Kind.CONTENT_DIFFERS).expected()).isEqualTo(match() + " 00 " + Parts.FILM_VERSION);

        specimen.reset(fixture);
        metadata("UPDATE match_ledger SET film_version = 7 WHERE match_id = '" + match() + "'");
        Finding version = only(Depth.DEEP, Kind.CONTENT_DIFFERS);
        assertThat(version.expected()).startsWith(match() + " ").endsWith(" 7");
        assertThat(version.found()).endsWith(" " + Parts.FILM_VERSION);

        specimen.reset(fixture);
        tamper(Tables.HIGHLIGHT_EVENTS, "*", "WHERE match_id <> '" + match() + "'");
        assertThat(kinds(Depth.DEEP)).isEmpty();
    }

    /// As they do when more medals are known than when they were stored.
    @Test
    void eventsThatAreCalledOtherwiseThanTheirRawValuesSay() {
        Map<String, List<String>> before = fixture.everything();
        tamper(
                Tables.HIGHLIGHT_EVENTS,
                "* REPLACE (CASE WHEN event = 'medal' THEN NULL ELSE medal_name_id END AS medal_name_id,"
                        + " CASE WHEN event = 'kill' THEN 'death' ELSE event END AS event)");

        assertThat(kinds(Depth.NORMAL)).isEmpty();
        assertThat(findings(Depth.DEEP))
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == Kind.EVENT_DIFFERS)
                .anyMatch(finding -> finding.expected().contains("event=kill")
                        && finding.found().startsWith("event=death"))
                .anyMatch(finding -> finding.expected().contains("medal_name_id=3352648716")
                        && finding.found().contains("medal_name_id=null"));
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.rebuild();
        }
        assertThat(kinds(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void aValueThatDoesNotFollowFromTheDocument() {
        tamper(
                Tables.MATCH_PARTICIPANTS,
                "* REPLACE (CASE WHEN match_id = '" + match() + "' THEN 999 ELSE damage_taken END AS damage_taken)");

        assertThat(kinds(Depth.NORMAL)).isEmpty();
        Finding finding = only(Depth.DEEP, Kind.VALUE_DIFFERS);
        assertThat(finding.expected()).matches(match() + " \\S+ damage_taken=\\d+");
        assertThat(finding.found()).matches("damage_taken=999( \\(\\d+×\\))?");
    }

    @Test
    void rowsTooFewOrTooMany() {
        tamper(Tables.MEDAL_AWARDS, "*", "WHERE match_id <> (SELECT min(match_id) FROM rows)");
        assertThat(new HashSet<>(kinds(Depth.DEEP))).isEqualTo(Set.of(Kind.ROW_MISSING));

        specimen.reset(fixture);
        tamper(Tables.MEDAL_AWARDS, "* REPLACE (medal_name_id + 1 AS medal_name_id)");
        assertThat(new HashSet<>(kinds(Depth.DEEP))).isEqualTo(Set.of(Kind.ROW_MISSING, Kind.ROW_UNEXPECTED));
    }

    @Test
    void careersThatDoNotFollowFromTheFacts() {
        tamper(Tables.MATCH_FACTS, "* REPLACE (session_id || 'x' AS session_id)");
        assertThat(new HashSet<>(kinds(Depth.DEEP))).isEqualTo(Set.of(Kind.CAREER_DIFFERS));

        specimen.reset(fixture);
        tamper(Tables.MATCH_FACTS, "* REPLACE (50::FLOAT AS performance_score)");
        assertThat(findings(Depth.DEEP)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CAREER_DIFFERS);
            assertThat(finding.found()).contains("performance_score=50.0");
        });
    }

    @Test
    void aDirectoryWhereAFileMayCome() throws IOException {
        Path obstacle = fixture.directory().resolve("match_facts/player=7/year=2001/month=01/data.parquet");
        Files.createDirectories(obstacle);

        Finding finding = only(Depth.NORMAL, Kind.IN_THE_WAY);
        assertThat(finding.where().file()).isEqualTo(obstacle);
        assertThat(finding.found()).isEqualTo("a directory");
    }

    @Test
    void sessionsThatDoNotFollowFromTheCareer() {
        metadata("UPDATE sessions SET wins = wins + 1 WHERE xuid = '" + Specimen.player(0) + "'");
        assertThat(findings(Depth.DEEP)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SESSION_DIFFERS);
            assertThat(finding.player()).contains(Specimen.player(0));
            assertThat(finding.found()).startsWith("wins=");
        });

        specimen.reset(fixture);
        metadata("DELETE FROM sessions WHERE session_id = (SELECT min(session_id) FROM sessions)");
        assertThat(only(Depth.DEEP, Kind.SESSION_DIFFERS).found()).isEqualTo("session_id=-");
    }

    @Test
    void progressThatDoesNotFollowFromTheCareer() {
        metadata("UPDATE sync_meta SET total_matches = 0 WHERE xuid = '" + Specimen.player(1) + "'");

        Finding finding = only(Depth.DEEP, Kind.PROGRESS_DIFFERS);
        assertThat(finding.player()).contains(Specimen.player(1));
        assertThat(finding.found()).endsWith(" total_matches=0");

        specimen.reset(fixture);
        metadata("UPDATE players SET last_seen_at = NULL WHERE xuid = '" + Specimen.player(1) + "'");
        assertThat(only(Depth.DEEP, Kind.PROGRESS_DIFFERS).found()).startsWith("last_seen_at=null ");
    }

    @Test
    void aReplacedDocumentThatDoesNotHaveItsHash() {
        metadata("UPDATE superseded_documents SET document = x'00'");

        assertThat(only(Depth.DEEP, Kind.SUPERSEDED_CHANGED).found()).isEqualTo("-");
        metadata("UPDATE superseded_documents SET document = x'28b52ffd200141000061'");
        assertThat(only(Depth.DEEP, Kind.SUPERSEDED_CHANGED).found()).isNotEmpty();
    }

    @Test
    void entriesThatAreOfNoPartition() {
        metadata("UPDATE data_files SET path = 'match_facts/elsewhere' WHERE path = '"
                + path(fixture.files("match_facts").getFirst()) + "'");

        assertThat(kinds(Depth.NORMAL)).contains(Kind.CATALOG_ENTRY_WRONG, Kind.FILE_UNLISTED);
        Tampering.metadata(fixture, "UPDATE data_files SET month = 13 WHERE path = 'match_facts/elsewhere'");
        assertThat(kinds(Depth.NORMAL)).contains(Kind.CATALOG_ENTRY_WRONG);
    }

    @Test
    void metadataThatChangedWithoutACommit() {
        Tampering.metadata(fixture, "UPDATE players SET gamertag = 'Someone else'");

        Finding finding = only(Depth.NORMAL, Kind.METADATA_CHANGED);
        assertThat(finding.where()).isEqualTo(Location.of(fixture.directory().resolve("metadata.db")));
        assertThat(finding.partition()).isEmpty();

        // Older than the copy, with less in its history, and even without a copy to compare with.
        Tampering.metadata(fixture, "PRAGMA foreign_keys = OFF; DELETE FROM commits WHERE commit_id = 3");
        assertThat(kinds(Depth.NORMAL)).contains(Kind.METADATA_CHANGED, Kind.METADATA_REFERENCE_BROKEN);
    }

    @Test
    void metadataWhoseGenerationIsRaised() {
        Tampering.metadata(
                fixture,
                "PRAGMA foreign_keys = OFF; UPDATE commits SET commit_id = 99"
                        + " WHERE commit_id = (SELECT max(commit_id) FROM commits)");

        assertThat(kinds(Depth.NORMAL)).contains(Kind.METADATA_CHANGED);
    }

    @Test
    void metadataOfAnotherFormatThanTheirSecondCopy() {
        for (int version : List.of(0, 1, 1000)) {
            Tampering.metadata(fixture, "PRAGMA user_version = " + version);
            assertThat(kinds(Depth.NORMAL)).containsExactly(Kind.METADATA_UNREADABLE);
        }
    }

    @Test
    void metadataThatCannotBeRead() throws IOException {
        Path database = fixture.directory().resolve("metadata.db");
        Files.writeString(database, "not a database");
        assertThat(only(Depth.DEEP, Kind.METADATA_UNREADABLE).found()).contains("not a database");

        Files.delete(database);
        assertThat(only(Depth.DEEP, Kind.METADATA_UNREADABLE).found()).isEqualTo("-");

        Files.write(database, new byte[0]);
        assertThat(kinds(Depth.DEEP)).containsExactly(Kind.METADATA_UNREADABLE);
    }

    @Test
    void metadataWhoseStructureIsBroken() {
        metadata("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'friends'");

        assertThat(kinds(Depth.NORMAL)).contains(Kind.METADATA_CORRUPT);
    }

    @Test
    void aSecondCopyOfTheMetadataThatIsMissingOrChanged() throws IOException {
        Path copy = databaseCopy();
        flip(copy, 5000);
        assertThat(only(Depth.NORMAL, Kind.METADATA_COPY_CHANGED).where().file())
                .isEqualTo(copy);

        Files.delete(copy);
        Verification verification = Specimen.verify(fixture, Depth.NORMAL);
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings()).extracting(Finding::kind).containsExactly(Kind.METADATA_COPY_MISSING);
        SEEN.add(Kind.METADATA_COPY_MISSING);
    }

    @Test
    void aSecondCopyOfTheMetadataOfAnEarlierCommit() throws IOException {
        Map<Path, byte[]> earlier = new TreeMap<>();
        for (Path part : databaseCopyParts()) {
            earlier.put(part, Files.readAllBytes(part));
        }
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.namePlayer(Specimen.player(0), "Somebody");
        }
        for (Path part : databaseCopyParts()) {
            Files.delete(part);
        }
        for (Map.Entry<Path, byte[]> part : earlier.entrySet()) {
            Files.write(part.getKey(), part.getValue());
        }

        Verification verification = Specimen.verify(fixture, Depth.NORMAL);

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings()).extracting(Finding::kind).containsExactly(Kind.METADATA_COPY_STALE);
        SEEN.add(Kind.METADATA_COPY_STALE);
    }

    @Test
    void aCommitThatIsNotInPlaceYet() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Path staged = fixture.directory().resolve(".staging/commit-00000004/a.staged");
        Files.createDirectories(staged.getParent());
        Files.move(file, staged);
        Files.writeString(fixture.directory().resolve(".staging/rubbish"), "");
        metadata("INSERT INTO commit_files SELECT max(commit_id), '" + path(file)
                + "', '.staging/commit-00000004/a.staged' FROM commits");

        Verification verification = Specimen.verify(fixture, Depth.DEEP);

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.COMMIT_PENDING, Kind.STAGING_LEFT);
        assertThat(verification.findings().get(1).found()).isEqualTo("rubbish");
        SEEN.addAll(List.of(Kind.COMMIT_PENDING, Kind.STAGING_LEFT));
    }

    @Test
    void whatIsKeptAside() throws IOException {
        Path refused = Files.writeString(directory.resolve("refused.json"), "{}");
        fixture.ingest(List.of(refused), Set.of());
        Files.createDirectories(fixture.directory().resolve("damaged/2026-01-01"));

        Verification verification = Specimen.verify(fixture, Depth.NORMAL);

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.QUARANTINED, Kind.DAMAGED_KEPT);
        SEEN.addAll(List.of(Kind.QUARANTINED, Kind.DAMAGED_KEPT));
    }

    @Test
    void whereThereIsNoWarehouseThereIsNothingToVerify() {
        Fixture nowhere = new Fixture(directory.resolve("nowhere"));

        assertThatThrownBy(() -> Specimen.verify(nowhere, Depth.NORMAL))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("there is no warehouse in");
        assertThat(nowhere.directory()).doesNotExist();
    }

    @Test
    void verifyingLeavesEverythingAsItIs() throws IOException {
        flip(fixture.files("match_facts").getFirst(), 99);
        List<String> before = fingerprints();

        Specimen.verify(fixture, Depth.DEEP);

        assertThat(fingerprints()).isEqualTo(before);
    }

    private List<String> fingerprints() {
        LocalFileStore disk = new LocalFileStore();
        return Specimen.filesIn(fixture.directory()).stream()
                .filter(file ->
                        !file.toString().endsWith("-shm") && !file.toString().endsWith("-wal"))
                .map(file -> file + " " + disk.fingerprint(file))
                .toList();
    }

    private Finding only(Depth depth, Kind kind) {
        List<Finding> findings = findings(depth);
        assertThat(findings).extracting(Finding::kind).containsExactly(kind);
        return findings.getFirst();
    }

    private List<Kind> kinds(Depth depth) {
        return findings(depth).stream().map(Finding::kind).distinct().toList();
    }

    private List<Finding> findings(Depth depth) {
        Verification verification = Specimen.verify(fixture, depth);
        verification.findings().forEach(finding -> SEEN.add(finding.kind()));
        assertThat(verification.isSound()).isEqualTo(verification.damage().isEmpty());
        return verification.findings();
    }

    private void tamper(Table<?> table, String select) {
        tamper(table, select, "");
    }

    private void tamper(Table<?> table, String select, String where) {
        String columns = table.order().stream().map(column -> "rows." + column).collect(Collectors.joining(", "));
        Specimen.rewrite(
                fixture,
                table,
                "SELECT " + select + " FROM rows " + where + " ORDER BY " + columns,
                table.formatVersion());
        Specimen.agree(fixture);
    }

    private void metadata(String sql) {
        Tampering.metadata(fixture, sql);
        Specimen.agree(fixture);
    }

    private String match() {
        return fixture.metadata("SELECT min(match_id) AS id FROM match_ledger")
                .getFirst()
                .replaceAll("[{}]|id=", "");
    }

    private String path(Path file) {
        return fixture.directory().relativize(file).toString().replace('\\', '/');
    }

    private Partition partition(Path file) {
        return Partition.parse(path(file));
    }

    private Path databaseCopy() {
        return databaseCopyParts().stream()
                .filter(file -> file.toString().endsWith(".db"))
                .findFirst()
                .orElseThrow();
    }

    /// The copy of the whole file, and what changed afterwards.
    private List<Path> databaseCopyParts() {
        return Specimen.filesIn(fixture.directory().resolve(".mirror")).stream()
                .filter(file -> file.getFileName().toString().startsWith("metadata-"))
                .toList();
    }

    static void flip(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), position);
        }
    }

    static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
