package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.Warehouse;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.imports.ImportRemark.Kind;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpImportTest {

    private static final List<GeneratedDocument> DOCUMENTS = Target.documents();
    private static final String FIRST = DOCUMENTS.getFirst().matchId();

    /// Who is in the first match.
    private static final long PLAYER = player(DOCUMENTS.getFirst());

    @TempDir
    private Path directory;

    private Target target;
    private Path dump;

    private static long player(GeneratedDocument document) {
        String text = new String(document.json(), StandardCharsets.UTF_8);
        int from = text.indexOf("xuid(") + "xuid(".length();
        return Long.parseLong(text.substring(from, text.indexOf(')', from)));
    }

    @BeforeEach
    void make() throws IOException {
        target = new Target(directory.resolve("warehouse"));
        dump = Files.createDirectory(directory.resolve("dump"));
    }

    private ImportReport run() {
        return run(dump, ImportOptions.standard());
    }

    private ImportReport run(Path folder, ImportOptions options) {
        return run(folder, options, ImportProgress.NONE);
    }

    private ImportReport run(Path folder, ImportOptions options, ImportProgress progress) {
        try (Warehouse warehouse = target.open()) {
            return DumpImport.run(warehouse, folder, options, progress);
        }
    }

    private Path put(String name, String text) throws IOException {
        Path file = dump.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void put(String name, GeneratedDocument document) throws IOException {
        put(name, new String(document.json(), StandardCharsets.UTF_8));
    }

    private static String skill(long xuid) {
        return WorkshopFile.skillOf(xuid, 1000);
    }

    @Test
    void knowsAnswersByWhatIsInThem() throws IOException {
        target.noteAbsent("00000000-0000-4000-8000-00000000000a");
        put("a.json", DOCUMENTS.get(0));
        put("deeper/still/b.json", DOCUMENTS.get(1));
        put("user.json", "{\"xuid\":\"" + PLAYER + "\",\"gamertag\":\"DemoOne\"}");
        put("users.json", "[{\"xuid\":\"2533270000000999\",\"gamertag\":\"DemoStranger\"}]");
        put("long.json", "{\"xuid\":\"" + PLAYER + "\",\"gamertag\":\"" + "D".repeat(101) + "\"}");
        put("count.json", "{\"MatchesPlayedCount\":7}");
        put("history.json", """
                {"Start":0,"Count":25,"ResultCount":2,"Results":[{"MatchId":"%s","MatchInfo":{}},
                {"MatchId":"00000000-0000-4000-8000-00000000000A","MatchInfo":{}}]}
                """.formatted(FIRST));
        put("broken.json", "{\"MatchId\":");

        ImportReport report = run();

        assertThat(List.of(report.documents(), report.imported(), report.refused(), report.names()))
                .containsExactly(3L, 2L, 1L, 1L);
        assertThat(report.missing()).containsExactly(new MatchId("00000000-0000-4000-8000-00000000000a"));
        assertThat(report.remarks())
                .containsExactly(
                        ImportRemark.of(Kind.OWNER_UNKNOWN),
                        ImportRemark.of(Kind.NOT_STORED, 1),
                        ImportRemark.of(Kind.UNRECOGNISED, 1, dump + "/count.json"));
        assertThat(target.rows("SELECT gamertag FROM meta.players WHERE gamertag IS NOT NULL"))
                .containsExactly("DemoOne");
        long commits = target.commits();
        ImportReport again = run();
        assertThat(List.of(again.imported(), again.present(), again.names())).containsExactly(0L, 2L, 0L);
        assertThat(target.commits()).isEqualTo(commits);
    }

    @Test
    void findsTheMatchOfSkillDataByNameOnlyWhereItIsClear() throws IOException {
        put("get_match_skill_" + FIRST + ".json", skill(PLAYER));
        put("stats/" + FIRST + ".json", DOCUMENTS.get(0));
        put("two/evening 7.stats.json", DOCUMENTS.get(1));
        put("two/evening 7.skill.json", skill(player(DOCUMENTS.get(1))));
        put("three/get_match_stats.json", DOCUMENTS.get(2));
        put("three/get_match_skill.json", skill(player(DOCUMENTS.get(2))));
        put("four/evening_8_stats.json", DOCUMENTS.get(3));
        put("four/evening_8_skill.json", skill(2533270000000999L));
        put("five/" + DOCUMENTS.get(4).matchId() + "_" + DOCUMENTS.get(5).matchId() + "_skill.json", skill(PLAYER));

        ImportReport report = run();

        assertThat(List.of(report.imported(), report.skill(), report.films())).containsExactly(4L, 2L, 0L);
        assertThat(target.rows("SELECT match_id FROM skill_documents ORDER BY 1"))
                .containsExactlyInAnyOrder(FIRST, DOCUMENTS.get(1).matchId());
        assertThat(report.remarks())
                .filteredOn(remark -> remark.kind() == Kind.SKILL_UNASSIGNED)
                .extracting(remark ->
                        remark.details().getFirst().substring(dump.toString().length()))
                .containsExactly(
                        "/five/" + DOCUMENTS.get(4).matchId() + "_"
                                + DOCUMENTS.get(5).matchId() + "_skill.json",
                        "/four/evening_8_skill.json",
                        "/three/get_match_skill.json");
    }

    @Test
    void countsAllPartsOfAMatchTowardsACommit() throws IOException {
        put("a.json", DOCUMENTS.get(0));
        put("b.json", DOCUMENTS.get(1));
        put("c.json", DOCUMENTS.get(2));
        put(FIRST + "_skill.json", skill(PLAYER) + " ".repeat(600_000));
        Files.write(dump.resolve("38_" + DOCUMENTS.get(1).matchId() + ".gzip"), new byte[600_000]);

        ImportReport report = run(dump, ImportOptions.standard().withCommitBytes(500_000));

        assertThat(report.imported()).isEqualTo(3);
        assertThat(target.value("SELECT match_id FROM skill_documents")).isEqualTo(FIRST);
        // One for each match, since each with all its parts is long enough; together they were one.
        assertThat(target.commits()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFolderThatHasAllMatchesTwiceIsOneCommit() throws IOException {
        for (GeneratedDocument document : DOCUMENTS) {
            put(document.matchId() + ".json", document);
            put(document.matchId() + ".json.json", document);
        }

        ImportReport report = run();

        assertThat(List.of(report.documents(), report.imported(), report.repeated(), report.refused()))
                .containsExactly(12L, 6L, 6L, 0L);
        assertThat(target.rows("SELECT inserted FROM meta.commits WHERE inserted > 0"))
                .containsExactly("6");
    }

    @Test
    void ofSeveralDocumentsOfAMatchTheFirstGoodOneStands() throws IOException {
        String[] ids = {FIRST, DOCUMENTS.get(1).matchId()};
        for (int i = 0; i < ids.length; i++) {
            put("a/" + i + ".json", "{\"MatchId\":\"" + ids[i] + "\",\"MatchInfo\":7,\"Players\":[]}");
            put("b/" + i + ".json", "{\"MatchId\":\"" + ids[i] + "\",\"MatchInfo\":8,\"Players\":[]}");
            put("c/" + i + ".json", DOCUMENTS.get(i));
            put("d/" + i + ".json", DOCUMENTS.get(i));
        }

        for (long commitBytes : new long[] {1 << 20, 1}) {
            ImportReport foreseen = run(
                    dump, ImportOptions.standard().withCommitBytes(commitBytes).with(ImportOptions.Mode.DRY_RUN));
            assertThat(List.of(foreseen.imported(), foreseen.repeated(), foreseen.refused()))
                    .containsExactly(2L, 2L, 4L);
        }
        ImportReport report = run();

        assertThat(List.of(report.documents(), report.imported(), report.repeated(), report.refused()))
                .containsExactly(8L, 2L, 2L, 4L);
        assertThat(target.rows("SELECT inserted FROM meta.commits WHERE inserted > 0"))
                .containsExactly("2");
    }

    @Test
    void aDryRunForeseesWhatARunThenDoes() throws IOException {
        put(FIRST + ".json", DOCUMENTS.get(0));
        put(DOCUMENTS.get(1).matchId() + ".json", DOCUMENTS.get(1));
        run();
        put(FIRST + "_skill.json", skill(PLAYER));
        put(DOCUMENTS.get(1).matchId() + "_skill.json", "{\"Value\":[{\"Id\":7,\"Result\":{\"TeamMmrs\":{}}}]}");
        putFilm(DOCUMENTS.get(1), PLAYER + 1, PLAYER + 2);
        put(DOCUMENTS.get(2).matchId() + ".json", DOCUMENTS.get(2));
        put("38_" + DOCUMENTS.get(2).matchId() + ".gzip", "a film");
        put(DOCUMENTS.get(3).matchId() + ".json", DOCUMENTS.get(3));
        putFilm(DOCUMENTS.get(3), player(DOCUMENTS.get(3)));
        put("38_" + DOCUMENTS.get(3).matchId() + ".gzip.md5", "a checksum");
        put("broken.json", "{\"MatchId\":");
        String before = target.value("SELECT count(*) FROM meta.commits");

        ImportReport foreseen = run(dump, ImportOptions.standard().with(ImportOptions.Mode.DRY_RUN));
        assertThat(target.value("SELECT count(*) FROM meta.commits")).isEqualTo(before);
        assertThat(target.directory().resolve("quarantine")).doesNotExist();
        ImportReport done = run();

        assertThat(done)
                .returns(2L, ImportReport::imported)
                .returns(1L, ImportReport::completed)
                .returns(4L, ImportReport::refused)
                .returns(1L, ImportReport::films);
        assertThat(foreseen)
                .usingRecursiveComparison()
                .ignoringFields("mode", "partitionsWritten", "elapsed")
                .isEqualTo(done);
    }

    private void putFilm(GeneratedDocument document, long... players) throws IOException {
        HighlightChunkWriter chunk = new HighlightChunkWriter(38, 5);
        for (long shown : players) {
            chunk.record(new FilmEvent(new FilmPlayer(shown, "Demo", 0, 0), 20_000, 0, 0, 50));
        }
        Files.write(dump.resolve("38_" + document.matchId() + ".gzip"), chunk.chunk());
    }

    @Test
    void stopsBetweenTwoDocuments() throws IOException {
        for (GeneratedDocument document : DOCUMENTS) {
            put(document.matchId() + ".json", document);
        }
        AtomicBoolean isAsked = new AtomicBoolean();
        ImportOptions options = ImportOptions.standard().withStop(isAsked::get);

        assertThatThrownBy(() -> run(dump, options, (documents, _, _) -> isAsked.set(documents == 2)))
                .hasMessage("stopped: 2 documents were looked at, and nothing was changed");
        assertThat(dump.resolveSibling("warehouse").resolve("metadata.db")).doesNotExist();
        assertThat(run().imported()).isEqualTo(DOCUMENTS.size());
    }

    @Test
    void completesMatchesThatAreStored() throws IOException {
        put(FIRST + ".json", DOCUMENTS.get(0));
        run();
        Files.delete(dump.resolve(FIRST + ".json"));
        put(FIRST + "_skill.json", skill(PLAYER));
        put(DOCUMENTS.get(1).matchId() + "_skill.json", skill(PLAYER));
        put("38_" + DOCUMENTS.get(2).matchId() + ".gzip", "a film");
        put("38_" + DOCUMENTS.get(3).matchId() + ".gzip", "a film");

        ImportReport report = run();

        assertThat(List.of(report.completed(), report.imported())).containsExactly(1L, 0L);
        assertThat(report.remarks())
                .containsExactly(
                        ImportRemark.of(Kind.SKILL_WITHOUT_MATCH, 1), ImportRemark.of(Kind.FILM_WITHOUT_MATCH, 2));
    }

    @Test
    void keepsServiceRecordsAndRanksOfThePlayerThatIsSaid() throws IOException {
        Instant moment = Instant.parse("2025-05-06T07:08:09Z");
        String playlist = "00000000-0000-4000-8000-00000000000b";
        Path record = put("record.json", "{\"MatchesCompleted\":12,\"CoreStats\":{}}");
        Path csr = put("csr_" + playlist + ".json", """
                {"Value":[{"Id":"xuid(%d)","Result":{"Current":{"Value":1234,"Tier":"Platinum","SubTier":2},
                "SeasonMax":{"Value":1300},"AllTimeMax":{"Value":1400}}}]}
                """.formatted(PLAYER));
        Files.setLastModifiedTime(record, FileTime.from(moment));
        Files.setLastModifiedTime(csr, FileTime.from(moment));

        assertThat(run().snapshots()).isEqualTo(1);
        ImportReport report = run(dump, ImportOptions.standard().withPlayer(new Xuid(PLAYER)));

        assertThat(report.snapshots()).isEqualTo(1);
        assertThat(target.value("SELECT xuid, matches_completed, obtained_at FROM meta.service_records"))
                .isEqualTo(PLAYER + "|12|2025-05-06T07:08:09Z");
        assertThat(target.value(
                        "SELECT playlist_id, csr, tier, sub_tier, season_max, all_time_max FROM meta.playlist_csrs"))
                .isEqualTo(playlist + "|1234|Platinum|2|1300|1400");
    }

    @Test
    void saysWhenThePlayerIsInNoneOfTheMatches() throws IOException {
        put(FIRST + ".json", DOCUMENTS.get(0));

        ImportReport mistyped = run(dump, ImportOptions.standard().withPlayer(new Xuid(2533270000000999L)));
        ImportReport meant = run(dump, ImportOptions.standard().withPlayer(new Xuid(PLAYER)));
        ImportReport again = run();

        assertThat(mistyped.remarks()).containsExactly(ImportRemark.of(Kind.OWNER_DOUBTFUL, "2533270000000999", 0, 1));
        assertThat(meant.remarks()).isEmpty();
        // Somebody is tracked by now.
        assertThat(again.remarks()).isEmpty();
    }

    @Test
    void readsArchivesAndLines() throws IOException {
        try (OutputStream out = Files.newOutputStream(dump.resolve("all.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("stats/" + FIRST + ".json"));
            zip.write(DOCUMENTS.get(0).json());
            zip.putNextEntry(new ZipEntry("skill/" + FIRST + ".json"));
            zip.write(skill(PLAYER).getBytes(StandardCharsets.UTF_8));
        }
        put(
                "more.ndjson",
                new String(DOCUMENTS.get(1).json(), StandardCharsets.UTF_8) + "\n"
                        + new String(DOCUMENTS.get(0).json(), StandardCharsets.UTF_8) + "\n");

        ImportReport report = run();

        assertThat(List.of(report.imported(), report.repeated())).containsExactly(2L, 1L);
        assertThat(target.value("SELECT match_id FROM skill_documents")).isEqualTo(FIRST);
    }

    @Test
    void importsRecordedAnswers() {
        ImportReport matches = run(SharedData.require("matches"), ImportOptions.standard());
        ImportReport answers = run(SharedData.require("api"), ImportOptions.standard());
        ImportReport films = run(SharedData.require("film"), ImportOptions.standard());

        assertThat(List.of(matches.documents(), matches.imported())).containsExactly(9L, 9L);
        // The page of the history has 25 matches, of which four are among these nine.
        assertThat(answers.missing()).hasSize(21);
        assertThat(answers.remarks())
                .filteredOn(remark -> remark.kind() == Kind.SKILL_UNASSIGNED)
                .hasSize(2);
        // Of the matches of the nine films one is stored.
        assertThat(films.completed()).isEqualTo(1);
        assertThat(target.value("SELECT DISTINCT match_id FROM highlight_events"))
                .isEqualTo("63391382-6b88-43f9-9ff4-6313404c419c");
    }
}
