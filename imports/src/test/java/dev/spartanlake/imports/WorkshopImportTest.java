package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.imports.ImportRemark.Kind;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkshopImportTest {

    private static final List<GeneratedDocument> DOCUMENTS = Target.documents();
    private static final String FIRST = DOCUMENTS.getFirst().matchId();

    @TempDir
    private Path directory;

    private Target target;
    private Path file;

    @BeforeEach
    void name() {
        target = new Target(directory.resolve("warehouse"));
        file = directory.resolve(Target.OWNER + ".db");
    }

    @Test
    void importsTheRecordedDatabase() throws IOException {
        Path recorded = recorded();
        String name = recorded.getFileName().toString();
        Path copy = Files.copy(recorded, directory.resolve(name));

        ImportReport report = target.workshop(copy);

        assertThat(report.owner()).isEqualTo(Xuid.parse(name.replace(".db", "")));
        assertThat(List.of(report.documents(), report.imported(), report.present(), report.refused()))
                .containsExactly(9L, 9L, 0L, 0L);
        assertThat(report.snapshots()).isEqualTo(2);
        assertThat(target.value("SELECT match_id FROM skill_documents"))
                .isEqualTo("8d641322-8553-44f0-b991-89d028377c62");
        assertThat(target.value("SELECT obtained_at FROM meta.service_records")).isEqualTo("2024-10-01T13:00:00Z");
        assertThat(target.value("SELECT csr, tier, all_time_max, obtained_at FROM meta.playlist_csrs"))
                .isEqualTo("null|null|1549|2024-10-01T13:00:01Z");
        long commits = target.commits();
        ImportReport again = target.workshop(copy);
        assertThat(List.of(again.documents(), again.imported(), again.present(), again.names(), again.snapshots()))
                .containsExactly(9L, 0L, 9L, 0L, 0L);
        assertThat(target.commits()).isEqualTo(commits);
    }

    /// The one recorded database, which is named for its owner.
    private static Path recorded() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require("workshop"))) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void bringsMatchesWithTheirSkillAndKeepsTheOwnersCareer() throws SQLException {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            for (GeneratedDocument document : DOCUMENTS) {
                workshop.match(document);
            }
            workshop.skill(FIRST, WorkshopFile.skillOf(Target.OWNER, 1000))
                    .skill(FIRST, WorkshopFile.skillOf(Target.OWNER, 1100))
                    .skill(FIRST, "{\"Value\":[]}");
        }

        ImportReport report = target.workshop(file);

        assertThat(List.of(report.documents(), report.imported(), report.refused()))
                .containsExactly(6L, 6L, 0L);
        assertThat(report.remarks()).isEmpty();
        long played = DOCUMENTS.stream()
                .filter(document ->
                        new String(document.json(), StandardCharsets.UTF_8).contains("xuid(" + Target.OWNER + ")"))
                .count();
        assertThat(played).isPositive();
        assertThat(target.value("SELECT count(*) FROM match_facts WHERE xuid = '" + Target.OWNER + "'"))
                .isEqualTo(Long.toString(played));
        assertThat(target.value(
                        "SELECT team_mmr FROM match_facts WHERE match_id = '" + FIRST + "' AND team_mmr IS NOT NULL"))
                .isEqualTo("1100.5");
    }

    @Test
    void completesWhatIsStoredWithSkillThatCameLater() throws SQLException {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            workshop.match(DOCUMENTS.get(0)).match(DOCUMENTS.get(1));
            assertThat(target.workshop(file).remarks()).contains(ImportRemark.of(Kind.NO_SKILL));
            workshop.skill(FIRST, WorkshopFile.skillOf(Target.OWNER, 1000));

            ImportReport report = target.workshop(file);

            assertThat(List.of(report.imported(), report.completed(), report.present()))
                    .containsExactly(0L, 1L, 1L);
            // The document need not be there any more.
            workshop.execute("DELETE FROM MatchStats")
                    .skill(DOCUMENTS.get(1).matchId(), WorkshopFile.skillOf(Target.OWNER, 900))
                    .skill(DOCUMENTS.get(2).matchId(), WorkshopFile.skillOf(Target.OWNER, 900));
            ImportReport skillAlone = target.workshop(file);
            assertThat(List.of(skillAlone.completed(), skillAlone.present())).containsExactly(1L, 0L);
            assertThat(skillAlone.remarks()).contains(ImportRemark.of(Kind.SKILL_WITHOUT_MATCH, 1));
            assertThat(target.value("SELECT count(*) FROM skill_documents")).isEqualTo("2");
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws SQLException {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            for (GeneratedDocument document : DOCUMENTS.subList(0, 3)) {
                workshop.match(document);
            }
            for (int i = 0; i < 300; i++) {
                workshop.match("{\"Error\":" + i + "}");
            }
            for (GeneratedDocument document : DOCUMENTS.subList(3, 6)) {
                workshop.match(document);
            }
        }
        AtomicBoolean isAsked = new AtomicBoolean();
        ImportOptions options = ImportOptions.standard().withCommitBytes(1).withStop(isAsked::get);
        // Asked for when the last row was looked at: what waits then is not committed any more.
        ImportProgress asking = (_, done, total) -> isAsked.set(done == total);

        assertThatThrownBy(() -> target.workshop(file, options, asking))
                .hasMessageStartingWith("stopped: 306 documents were looked at")
                .hasMessageContaining("run the same command again");
        assertThat(target.value("SELECT count(*) FROM match_documents")).isEqualTo("3");
        ImportReport report = target.workshop(file);

        assertThat(List.of(report.documents(), report.imported(), report.present(), report.refused()))
                .containsExactly(306L, 3L, 3L, 300L);
        assertThat(target.value("SELECT count(*) FROM match_documents")).isEqualTo("6");
    }

    @Test
    void aDryRunChangesNothing() throws SQLException {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            workshop.match(DOCUMENTS.get(0))
                    .match(DOCUMENTS.get(1))
                    .execute("DROP INDEX IDX_MATCH_STATS")
                    .match(DOCUMENTS.get(0));
        }

        ImportReport report = target.workshop(file, ImportOptions.standard().with(ImportOptions.Mode.DRY_RUN));

        assertThat(List.of(report.documents(), report.imported(), report.repeated()))
                .containsExactly(3L, 2L, 1L);
        assertThat(target.directory()).doesNotExist();
    }

    @Test
    void ofSeveralDocumentsOfAMatchTheFirstGoodOneStands() throws SQLException {
        try (WorkshopFile lookalike = WorkshopFile.empty(file)) {
            lookalike.execute("CREATE TABLE MatchStats (ResponseBody TEXT)");
            lookalike
                    .match("{\"MatchId\":\"" + FIRST + "\",\"MatchInfo\":7}")
                    .match(DOCUMENTS.get(0))
                    .match(DOCUMENTS.get(0))
                    .match(DOCUMENTS.get(1));
        }

        ImportReport report = target.workshop(file);

        assertThat(List.of(report.documents(), report.imported(), report.repeated(), report.refused()))
                .containsExactly(4L, 2L, 1L, 1L);
        assertThat(target.workshop(file).present()).isEqualTo(2);
    }

    @Test
    void namesTheVersionThatWasPlayedLastAndPlayersWithoutNames() throws SQLException {
        JsonNode map = new JsonMapper().readTree(DOCUMENTS.getFirst().json()).at("/MatchInfo/MapVariant");
        String assetId = map.get("AssetId").stringValue();
        String versionId = map.get("VersionId").stringValue();
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            workshop.match(DOCUMENTS.getFirst())
                    .asset("Maps", assetId, "00000000-0000-4000-8000-000000000001", "Of Another Version")
                    .asset("Maps", assetId, versionId, "Of This Version")
                    .execute("CREATE TABLE XuidAliases (Xuid TEXT PRIMARY KEY, Gamertag TEXT NOT NULL)")
                    .execute("INSERT INTO XuidAliases VALUES (?, 'DemoOldName')", String.valueOf(Target.OWNER))
                    .execute("INSERT INTO XuidAliases VALUES ('2533270000000999', 'DemoStranger')");
        }

        ImportReport report = target.workshop(file);

        assertThat(report.names()).isEqualTo(2);
        assertThat(target.value("SELECT public_name FROM meta.maps")).isEqualTo("Of This Version");
        assertThat(target.rows("SELECT gamertag FROM meta.players WHERE gamertag IS NOT NULL"))
                .containsExactly("DemoOldName");
        long commits = target.commits();
        assertThat(target.workshop(file).names()).isZero();
        assertThat(target.commits()).isEqualTo(commits);
    }

    @Test
    void keepsWhatTheServicesSaidAtSeveralMoments() throws SQLException {
        try (WorkshopFile workshop = WorkshopFile.create(file)) {
            workshop.match(DOCUMENTS.getFirst());
            String[] moments = {
                "05T23:30:00.000+02:00", "06T08:00:00.000+02:00", "07T08:00:00.000-05:00", "08T00:00:00.1Z"
            };
            int[] matches = {1, 1, 2, 1};
            for (int i = 0; i < moments.length; i++) {
                record(
                        workshop,
                        "{\"MatchesCompleted\":" + matches[i] + ",\"CoreStats\":{},\"TimePlayed\":\"P1DT1.5S\"}",
                        "2025-03-" + moments[i]);
            }
            record(workshop, "{\"MatchesCompleted\":9,\"CoreStats\":{}}", "2025-03-09T08:00:00");
            record(workshop, "{\"Message\":\"no\"}", "2025-03-09T08:00:00Z");
        }

        ImportReport report = target.workshop(file);

        assertThat(report.snapshots()).isEqualTo(3);
        assertThat(report.rejections())
                .extracting(rejection -> rejection.sentence())
                .containsExactly(
                        file + "!ServiceRecordSnapshots:5: expected a time with its offset in SnapshotTimestamp, found"
                                + " \"2025-03-09T08:00:00\"",
                        file + "!ServiceRecordSnapshots:6: expected a service record, found another answer");
        assertThat(
                        target.rows(
                                "SELECT obtained_at, matches_completed, time_played_seconds FROM meta.service_records ORDER BY 1"))
                .containsExactly(
                        "2025-03-05T21:30:00Z|1|86401.5",
                        "2025-03-07T13:00:00Z|2|86401.5",
                        "2025-03-08T00:00:00.100Z|1|86401.5");
        long commits = target.commits();
        assertThat(target.workshop(file).snapshots()).isZero();
        assertThat(target.commits()).isEqualTo(commits);
    }

    private static void record(WorkshopFile workshop, String answer, String moment) throws SQLException {
        workshop.execute(
                "INSERT INTO ServiceRecordSnapshots (ResponseBody, SnapshotTimestamp) VALUES (?, ?)", answer, moment);
    }

    @Test
    void findsTheOwnerOut() throws SQLException {
        Path renamed = directory.resolve("history.db");
        try (WorkshopFile workshop = WorkshopFile.create(renamed)) {
            workshop.match(DOCUMENTS.get(0));
            assertThat(target.workshop(renamed).remarks()).contains(ImportRemark.of(Kind.OWNER_UNKNOWN));

            ImportReport told =
                    target.workshop(renamed, ImportOptions.standard().withPlayer(new Xuid(2533270000000999L)));
            assertThat(told.owner()).isEqualTo(new Xuid(2533270000000999L));
            assertThat(told.remarks()).contains(ImportRemark.of(Kind.OWNER_DOUBTFUL, "2533270000000999", 0, 1));
        }
        Path noted = directory.resolve("levelup.db");
        try (WorkshopFile workshop = WorkshopFile.create(noted)) {
            workshop.match(DOCUMENTS.get(0))
                    .execute("CREATE TABLE SyncMeta (Key TEXT PRIMARY KEY, Value TEXT)")
                    .execute("INSERT INTO SyncMeta VALUES ('player_xuid', ?)", String.valueOf(Target.OWNER));
        }
        assertThat(target.workshop(noted).owner()).isEqualTo(new Xuid(Target.OWNER));
    }
}
