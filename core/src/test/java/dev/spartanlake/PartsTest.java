package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.catalog.Snapshots.CareerRank;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.testsupport.SharedData;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a match has beside its document joins it, whenever it comes.
class PartsTest {

    private static final Xuid PLAYER = Documents.player();

    @TempDir
    private Path directory;

    private Fixture fixture;
    private final List<ObjectNode> documents = Documents.mixed(12);
    private final ObjectNode document = documents.getFirst();

    @BeforeEach
    void open() {
        fixture = new Fixture(directory.resolve("warehouse"));
    }

    @Test
    void takesRatingsFromSkillDocuments() {
        fixture.take(all());

        assertThat(ratings(fixture))
                .isEqualTo(RatingOracle.of(documents, PLAYER, 1))
                .isNotEmpty();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void takesRatingsFromARecordedSkillDocument() throws IOException {
        Path match = SharedData.require("matches/8d641322-8553-44f0-b991-89d028377c62.json");
        Path skill = SharedData.require("api/player_match_skill_8d641322.json");
        JsonNode answer = Documents.JSON.readTree(Files.readString(skill));
        Xuid player = Xuid.parse(answer.at("/Value/0/Id").asString().replaceAll("[^0-9]", ""));
        Obtained obtained = new Obtained();
        obtained.track(player);
        obtained.add(ObtainedMatch.of(new MatchId("8d641322-8553-44f0-b991-89d028377c62"), "recorded")
                .withDocument(Files.readAllBytes(match))
                .withSkill(Files.readAllBytes(skill)));

        fixture.take(obtained);

        Map<String, @Nullable Object> fact = fixture.rows(Tables.MATCH_FACTS).getFirst();
        JsonNode result = answer.at("/Value/0/Result");
        assertThat(fact.get("team_mmr"))
                .isEqualTo((float) result.path("TeamMmr").asDouble());
        assertThat(fact.get("enemy_mmr"))
                .isEqualTo((float) result.at("/TeamMmrs/0").asDouble());
        assertThat(fact.get("expected_kills"))
                .isEqualTo((float) result.at("/StatPerformances/Kills/Expected").asDouble());
        assertThat(fact.get("expected_deaths")).isEqualTo((float)
                result.at("/StatPerformances/Deaths/Expected").asDouble());
        assertThat(fact.get("csr_before"))
                .isEqualTo((short) result.at("/RankRecap/PreMatchCsr/Value").asInt());
        assertThat(fact.get("csr_after"))
                .isEqualTo((short) result.at("/RankRecap/PostMatchCsr/Value").asInt());
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void joinsPartsThatComeAfterTheDocument() {
        Fixture atOnce = new Fixture(directory.resolve("at once"));
        atOnce.take(all());

        fixture.take(documents());
        IntakeReport skill = fixture.take(skills(1));
        IntakeReport film = fixture.take(films());

        assertThat(skill.count(Disposition.SUPPLEMENTED)).isEqualTo(documents.size());
        assertThat(film.count(Disposition.SUPPLEMENTED)).isEqualTo(documents.size());
        assertThat(fixture.everything()).isEqualTo(atOnce.everything());
        assertThat(fixture.metadata("SELECT * FROM superseded_documents")).isEmpty();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void joinsPartsThatComeBeforeTheDocumentInOneBatch() {
        Fixture atOnce = new Fixture(directory.resolve("at once"));
        atOnce.take(all());
        Obtained obtained = tracked();
        documents.forEach(each -> obtained.add(Parts.match(each).withFilm(Parts.film(each, 1), Parts.FILM_VERSION)));
        documents.forEach(each -> obtained.add(Parts.match(each).withSkill(Parts.bytes(Parts.skill(each, 1)))));
        documents.forEach(each -> obtained.add(Parts.match(each).withDocument(Parts.bytes(each))));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.count(Disposition.INSERTED)).isEqualTo(documents.size());
        assertThat(report.notStored()).isEmpty();
        assertThat(fixture.everything()).isEqualTo(atOnce.everything());
        assertThat(fixture.metadata("SELECT * FROM superseded_documents")).isEmpty();
    }

    @Test
    void leavesPartsOfAMatchThatIsNotStored() {
        IntakeReport report = fixture.take(skills(1));

        assertThat(report.notStored()).hasSize(documents.size()).contains(Parts.id(document));
        assertThat(fixture.files("skill_documents")).isEmpty();
    }

    @Test
    void letsTheLaterOfTwoSkillDocumentsOfOneBatchStand() {
        Obtained obtained = tracked();
        obtained.add(Parts.match(document)
                .withDocument(Parts.bytes(document))
                .withSkill(Parts.bytes(Parts.skill(document, 1))));
        obtained.add(Parts.match(document).withSkill(Parts.bytes(Parts.skill(document, 2))));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.dispositions()).containsExactly(Map.entry(Parts.id(document), Disposition.INSERTED));
        assertThat(fixture.rows(Tables.SKILL_DOCUMENTS))
                .extracting(row -> row.get("document"))
                .containsExactly(Parts.skill(document, 2).toString());
        assertThat(superseded()).containsExactly(Parts.skill(document, 1).toString());
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void keepsAReplacedSkillDocument() {
        fixture.take(all());

        IntakeReport report = fixture.take(skills(2));

        assertThat(report.count(Disposition.SUPPLEMENTED)).isEqualTo(documents.size());
        assertThat(superseded())
                .containsExactlyInAnyOrderElementsOf(documents.stream()
                        .map(each -> Parts.skill(each, 1).toString())
                        .toList());
        assertThat(ratings(fixture)).isEqualTo(RatingOracle.of(documents, PLAYER, 2));
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void replacesEventsByThoseOfAnotherFilm() {
        fixture.take(all());
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(document).withFilm(Parts.film(document, 2), Parts.FILM_VERSION));

        fixture.take(obtained);

        Fixture other = new Fixture(directory.resolve("other"));
        Obtained fresh = tracked();
        fresh.add(Parts.match(document)
                .withDocument(Parts.bytes(document))
                .withFilm(Parts.film(document, 2), Parts.FILM_VERSION));
        other.take(fresh);
        String match = Parts.id(document).value();
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .filteredOn(row -> match.equals(row.get("match_id")))
                .isEqualTo(other.rows(Tables.HIGHLIGHT_EVENTS));
    }

    /// The version is a part of what a film is: what was given wrongly can be put right.
    @Test
    void replacesEventsOfAFilmThatWasReadAsAnotherVersion() {
        fixture.take(all());
        Obtained corrected = new Obtained();
        documents.forEach(
                each -> corrected.add(Parts.match(each).withFilm(Parts.film(each, 1), Parts.FILM_VERSION + 1)));

        IntakeReport report = fixture.take(corrected);

        assertThat(report.count(Disposition.SUPPLEMENTED)).isEqualTo(documents.size());
        assertThat(report.filmsAdded()).isZero();
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .isNotEmpty()
                .allMatch(row -> Short.valueOf((short) (Parts.FILM_VERSION + 1)).equals(row.get("film_version")));
        assertThat(fixture.metadata("SELECT DISTINCT film_version FROM match_ledger"))
                .containsExactly("{film_version=" + (Parts.FILM_VERSION + 1) + "}");
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.take(corrected).count(Disposition.UNCHANGED)).isEqualTo(documents.size());
    }

    @Test
    void takesOtherPartsOfOneMatchThatComeOneByOne() {
        fixture.take(all());
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(document).withFilm(Parts.film(document, 2), Parts.FILM_VERSION));
        obtained.add(Parts.match(document).withSkill(Parts.bytes(Parts.skill(document, 2))));

        fixture.take(obtained);

        Fixture atOnce = new Fixture(directory.resolve("at once"));
        atOnce.take(all());
        atOnce.take(Parts.supplements(List.of(document), 2));
        assertThat(fixture.everything()).isEqualTo(atOnce.everything());
    }

    @Test
    void touchesNothingWhenTheSameComesAgain() {
        fixture.take(all());
        Map<String, String> before = files();

        IntakeReport report = fixture.take(all());

        assertThat(report.count(Disposition.UNCHANGED)).isEqualTo(documents.size());
        assertThat(report.partitionsWritten()).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keepsPartsWhenTheDocumentIsReplaced() {
        fixture.take(all());
        List<String> skills = fixture.everything().get("skill_documents");
        List<String> events = fixture.everything().get("highlight_events");
        Map<String, List<@Nullable Object>> ratings = ratings(fixture);
        ObjectNode changed = Documents.with(document, "/MatchInfo/SeasonId", "\"another\"");
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(changed).withDocument(Parts.bytes(changed)));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.count(Disposition.UPDATED)).isEqualTo(1);
        assertThat(fixture.everything().get("skill_documents")).isEqualTo(skills);
        assertThat(fixture.everything().get("highlight_events")).isEqualTo(events);
        assertThat(ratings(fixture)).isEqualTo(ratings);
        assertThat(superseded()).containsExactly(document.toString());
    }

    @Test
    void movesAllRowsOfAMatchWhoseMonthIsCorrected() {
        fixture.take(all());
        ObjectNode moved = Documents.with(
                Documents.with(document, "/MatchInfo/StartTime", "\"2019-02-03T04:05:06Z\""),
                "/MatchInfo/EndTime",
                "\"2019-02-03T04:15:06Z\"");
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(moved).withDocument(Parts.bytes(moved)));

        fixture.take(obtained);

        String match = Parts.id(document).value();
        for (String table : List.of("match_documents", "skill_documents", "highlight_events", "match_participants")) {
            assertThat(fixture.rows(Tables.named(table)))
                    .filteredOn(row -> match.equals(row.get("match_id")))
                    .isNotEmpty()
                    .allMatch(row -> Short.valueOf((short) 2019).equals(row.get("year")));
            assertThat(fixture.files(table)).anyMatch(file -> file.toString().contains("year=2019"));
        }
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void givesRatingsToCareersThatBeginLater() {
        Fixture fromTheStart = new Fixture(directory.resolve("from the start"));
        fromTheStart.take(all());
        Obtained untracked = new Obtained();
        Parts.obtained(documents, 1).forEach(untracked::add);
        fixture.take(untracked);
        assertThat(fixture.files("match_facts")).isEmpty();

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.track(Set.of(PLAYER));
        }

        assertThat(fixture.everything()).isEqualTo(fromTheStart.everything());
    }

    /// Facts need no events, of which a month has more than of all else.
    @Test
    void beginsCareersWithoutReadingEvents() throws IOException {
        Obtained untracked = new Obtained();
        Parts.obtained(documents, 1).forEach(untracked::add);
        fixture.take(untracked);
        for (Path file : fixture.files("highlight_events")) {
            Files.delete(file);
        }

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.track(Set.of(PLAYER));
        }

        assertThat(ratings(fixture)).isEqualTo(RatingOracle.of(documents, PLAYER, 1));
    }

    @Test
    void keepsPartsThroughUntrackingRebuildingAndRecomputing() {
        fixture.take(all());
        Map<String, List<String>> before = fixture.everything();

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.untrack(Set.of(PLAYER));
            assertThat(fixture.files("match_facts")).isEmpty();
            warehouse.track(Set.of(PLAYER));
            assertThat(fixture.everything()).isEqualTo(before);
            warehouse.rebuild();
            assertThat(fixture.everything()).isEqualTo(before);
        }
        CareerRules rules = new CareerRules(Duration.ofMinutes(1), ScoreWeights.STANDARD);
        try (Warehouse warehouse = fixture.warehouse(Fixture.config().withCareerRules(rules))) {
            warehouse.recompute();
        }

        assertThat(fixture.everything().get("skill_documents")).isEqualTo(before.get("skill_documents"));
        assertThat(ratings(fixture)).isEqualTo(RatingOracle.of(documents, PLAYER, 1));
    }

    @Test
    void takesAFilmInWhichNothingHappened() {
        Obtained obtained = documents();
        obtained.add(Parts.match(document).withFilm(Parts.emptyFilm(), Parts.FILM_VERSION));

        fixture.take(obtained);

        assertThat(fixture.warehouse().coverage().holdings(List.of(Parts.id(document))))
                .containsExactly(Map.entry(
                        Parts.id(document),
                        new Holding(Holding.Presence.STORED, Holding.Presence.UNKNOWN, Holding.Presence.STORED)));
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.rebuild();
        }
        assertThat(fixture.metadata("SELECT film_version FROM match_ledger WHERE film_sha256 IS NOT NULL"))
                .containsExactly("{film_version=" + Parts.FILM_VERSION + "}");
    }

    @Test
    void remembersThatThereIsNoSkillUntilThereIs() {
        Obtained obtained = documents();
        obtained.add(Parts.match(document).withSkill("{\"Value\":[]}".getBytes(StandardCharsets.UTF_8)));
        obtained.add(new Absence(What.FILM, Parts.id(document).value(), "404"));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.withoutSkill()).containsExactly(Parts.id(document));
        assertThat(fixture.warehouse()
                        .coverage()
                        .holdings(List.of(Parts.id(document)))
                        .values())
                .containsExactly(
                        new Holding(Holding.Presence.STORED, Holding.Presence.ABSENT, Holding.Presence.ABSENT));
        fixture.take(skills(1));
        assertThat(fixture.metadata("SELECT what FROM absences")).containsExactly("{what=film}");
    }

    @Test
    void refusesWhatIsNoSkillDocumentAndTakesTheRest() {
        Obtained obtained = tracked();
        obtained.add(Parts.match(document)
                .withDocument(Parts.bytes(document))
                .withSkill("{\"Value\":7}".getBytes(StandardCharsets.UTF_8))
                .withFilm(new byte[] {1, 2, 3}, Parts.FILM_VERSION));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.rejections()).hasSize(2);
        assertThat(report.count(Disposition.INSERTED)).isEqualTo(1);
        assertThat(fixture.metadata("SELECT skill_sha256, film_sha256 FROM match_ledger"))
                .containsExactly("{skill_sha256=null, film_sha256=null}");
    }

    /// A player is looked for by the identifier as the API writes it: in another form nobody would be found again.
    @ParameterizedTest
    @ValueSource(
            strings = {"%s", " xuid(%s)", "xuid(%s) ", "xuid(0%s)", "xuid(%s", "%s)", "XUID(%s)", "xuid(%s)x", "xuid()"
            })
    void refusesSkillOfAPlayerWhoIsNamedOtherwiseThanTheApiDoes(String form) {
        ObjectNode skill = Parts.skill(document, 1);
        ((ObjectNode) skill.path("Value").get(0)).put("Id", form.formatted(PLAYER.text()));
        Obtained obtained = documents();
        obtained.add(Parts.match(document).withSkill(Parts.bytes(skill)));

        IntakeReport report = fixture.take(obtained);

        assertThat(report.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.sentence()).contains("xuid(digits)"));
        assertThat(fixture.files("skill_documents")).isEmpty();
    }

    /// Of every event the raw values are kept, so that it can be read anew when more is known of films.
    @Test
    void keepsTheWeightOfEveryEvent() {
        FilmPlayer player = new FilmPlayer(PLAYER.value(), "Demo", 0, 1);
        byte[] chunk = new HighlightChunkWriter(Parts.FILM_VERSION, 1)
                .record(FilmEvent.kill(player, 20_000))
                .record(FilmEvent.death(player, 21_000))
                .record(FilmEvent.mode(player, 22_000))
                .record(FilmEvent.medal(player, 23_000, 7, 100))
                .record(new FilmEvent(player, 24_000, 0, 1, 77))
                .record(new FilmEvent(player, 25_000, 3, 9, 255))
                .chunk();
        ObjectNode played = documents.stream()
                .filter(each -> each.toString().contains("xuid(" + PLAYER.text() + ")"))
                .findFirst()
                .orElseThrow();
        Obtained obtained = documents();
        obtained.add(Parts.match(played).withFilm(chunk, Parts.FILM_VERSION));
        fixture.take(obtained);

        List<Object> weights = List.of((short) 50, (short) 20, (short) 10, (short) 100, (short) 77, (short) 255);
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .extracting(row -> row.get("weight"))
                .containsExactlyElementsOf(weights);
        fixture.take(skills(1));
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS))
                .extracting(row -> row.get("weight"))
                .containsExactlyElementsOf(weights);
    }

    @Test
    void forgetsThatADocumentIsAbsentOnceItIsIngested() throws IOException {
        Obtained obtained = tracked();
        obtained.add(new Absence(What.MATCH, Parts.id(document).value(), "404"));
        obtained.add(new Absence(What.SKILL, Parts.id(document).value(), "404"));
        fixture.take(obtained);

        fixture.ingest(List.of(Files.writeString(directory.resolve("late.json"), document.toString())), Set.of(PLAYER));

        assertThat(fixture.metadata("SELECT what FROM absences")).containsExactly("{what=skill}");
    }

    @Test
    void notesNoAbsenceOfWhatIsStored() {
        fixture.take(all());
        List<String> commits = fixture.metadata("SELECT * FROM commits");
        Obtained obtained = new Obtained();
        for (What what : List.of(What.MATCH, What.SKILL, What.FILM)) {
            obtained.add(new Absence(what, Parts.id(document).value(), "404"));
        }

        fixture.take(obtained);

        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
        assertThat(fixture.metadata("SELECT * FROM commits")).isEqualTo(commits);

        obtained.add(new Absence(What.PLAYER, PLAYER.text(), "404"));
        fixture.take(obtained);
        assertThat(fixture.metadata("SELECT what FROM absences")).containsExactly("{what=player}");
    }

    @Test
    void remembersAFilmThatCannotBeReadAndSaysSoInOneCommit() {
        fixture.take(documents());
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(document).withServedFilm(new byte[] {1, 2, 3}, Parts.FILM_VERSION));

        assertThat(fixture.take(obtained).rejections()).hasSize(1);

        assertThat(fixture.warehouse()
                        .coverage()
                        .holdings(List.of(Parts.id(document)))
                        .values())
                .containsExactly(
                        new Holding(Holding.Presence.STORED, Holding.Presence.UNKNOWN, Holding.Presence.ABSENT));
        assertThat(fixture.metadata("SELECT reason FROM absences").getFirst())
                .contains("film of version " + Parts.FILM_VERSION);
        List<String> commits = fixture.metadata("SELECT * FROM commits");
        assertThat(fixture.take(obtained).rejections()).hasSize(1);
        assertThat(fixture.metadata("SELECT * FROM commits")).isEqualTo(commits);

        fixture.take(films());
        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
    }

    /// The service says whose film it is: also of a match from whose document most players were cut.
    @Test
    void takesWhatTheServiceGivesOutForAMatchWhoeverItShows() {
        fixture.take(documents());
        Obtained served = new Obtained();
        served.add(Parts.match(document).withServedFilm(strangers(), Parts.FILM_VERSION));
        Obtained kept = new Obtained();
        kept.add(Parts.match(document).withFilm(strangers(), Parts.FILM_VERSION));

        assertThat(fixture.take(kept).rejections())
                .extracting(rejection -> rejection.violation().value())
                .containsExactly("2 others: it is of another match");
        assertThat(fixture.take(served).rejections()).isEmpty();

        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS)).isEmpty();
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    private static byte[] strangers() {
        return new HighlightChunkWriter(Parts.FILM_VERSION, 1)
                .record(new FilmEvent(new FilmPlayer(2_533_270_000_777_777L, "One", 0, 0), 20_000, 0, 0, 50))
                .record(new FilmEvent(new FilmPlayer(2_533_270_000_777_778L, "Two", 1, 0), 20_000, 0, 1, 20))
                .chunk();
    }

    @Test
    void aFilmWithoutEventsTakesThePlaceOfNoneThatHasSome() {
        fixture.take(all());
        List<Map<String, @Nullable Object>> before = fixture.rows(Tables.HIGHLIGHT_EVENTS);
        Obtained empty = new Obtained();
        documents.forEach(each -> empty.add(Parts.match(each).withFilm(Parts.emptyFilm(), Parts.FILM_VERSION)));

        IntakeReport report = fixture.take(empty);

        assertThat(report.rejections()).hasSize(documents.size());
        assertThat(report.count(Disposition.UNCHANGED)).isEqualTo(documents.size());
        assertThat(fixture.rows(Tables.HIGHLIGHT_EVENTS)).isEqualTo(before).isNotEmpty();
    }

    /// Whatever comes with it.
    @Test
    void keepsEventsWhereAnEmptyFilmComesWithADocument() {
        fixture.take(Parts.obtained(documents));
        List<String> events = fixture.everything().get("highlight_events");
        Obtained again = new Obtained();
        documents.forEach(each -> again.add(
                Parts.match(each).withDocument(Parts.bytes(each)).withFilm(Parts.emptyFilm(), Parts.FILM_VERSION)));

        IntakeReport foreseen = fixture.warehouse().foresee(again);
        IntakeReport report = fixture.take(again);

        assertThat(report.rejections())
                .hasSameSizeAs(documents)
                .allSatisfy(rejection -> assertThat(rejection.sentence()).contains("events: expected some"));
        assertThat(foreseen.rejections()).isEqualTo(report.rejections());
        assertThat(foreseen.dispositions()).isEqualTo(report.dispositions());
        assertThat(fixture.everything().get("highlight_events"))
                .isEqualTo(events)
                .isNotEmpty();
    }

    @Test
    void keepsEventsOfTheFilmThatCameBeforeAnEmptyOne() {
        Obtained obtained = Parts.obtained(documents);
        documents.forEach(each -> obtained.add(Parts.match(each).withFilm(Parts.emptyFilm(), Parts.FILM_VERSION)));
        Fixture alone = new Fixture(directory.resolve("alone"));
        alone.take(Parts.obtained(documents));

        assertThat(fixture.take(obtained).rejections()).hasSameSizeAs(documents);

        assertThat(fixture.everything().get("highlight_events"))
                .isEqualTo(alone.everything().get("highlight_events"))
                .isNotEmpty();
    }

    /// What somebody has in a file says nothing of what the service has.
    @Test
    void notesNoAbsenceForAFileThatIsNoFilm() {
        fixture.take(documents());
        Obtained obtained = new Obtained();
        obtained.add(Parts.match(document).withFilm(new byte[] {1, 2, 3}, Parts.FILM_VERSION));

        assertThat(fixture.take(obtained).rejections()).hasSize(1);

        assertThat(fixture.metadata("SELECT * FROM absences")).isEmpty();
    }

    @Test
    void keepsWhatEndedTheLastSyncWhenMatchesAreIngested() throws IOException {
        Obtained obtained = tracked();
        Instant moment = Instant.parse("2026-01-03T00:00:00Z");
        obtained.add(new SyncStates.Conclusion(PLAYER, moment, 4321L, 0L, "no answer"));
        fixture.take(obtained);

        fixture.ingest(List.of(Files.writeString(directory.resolve("late.json"), document.toString())), Set.of(PLAYER));

        assertThat(fixture.warehouse().coverage().progress())
                .extracting(progress -> progress.error())
                .containsExactly("no answer");
        assertThat(fixture.metadata("SELECT sync_status FROM sync_meta")).containsExactly("{sync_status=ingested}");
        obtained = new Obtained();
        obtained.add(new SyncStates.Conclusion(PLAYER, moment, 4321L, 0L, null));
        fixture.take(obtained);
        assertThat(fixture.metadata("SELECT error_message, sync_status FROM sync_meta"))
                .containsExactly("{error_message=null, sync_status=synced}");
    }

    @Test
    void keepsPartsOfAnIngestedMatch() throws IOException {
        fixture.take(all());
        Map<String, List<String>> before = fixture.everything();
        Path file = directory.resolve("again.ndjson");
        Files.write(file, documents.stream().map(ObjectNode::toString).toList());

        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.ingest(IngestRequest.of(List.of(file.toString()), Set.of()), IngestProgress.NONE);
        }

        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void keepsRanksAsTheyWereAndShowsTheLatest() {
        Obtained obtained = documents();
        obtained.add(new CareerRank(PLAYER, Instant.parse("2026-01-02T00:00:00Z"), 12, 5, "{\"b\":1}"));
        obtained.add(new CareerRank(PLAYER, Instant.parse("2026-01-01T00:00:00Z"), 11, 5, "{\"a\":1}"));
        obtained.add(new CareerRank(PLAYER, Instant.parse("2026-01-03T00:00:00Z"), 12, 5, "{\"b\":1}"));
        obtained.add(new SyncStates.Conclusion(PLAYER, Instant.parse("2026-01-03T00:00:00Z"), 4321L, 0L, null));

        fixture.take(obtained);

        assertThat(fixture.metadata("SELECT rank FROM career_ranks ORDER BY obtained_at"))
                .containsExactly("{rank=11}", "{rank=12}");
        assertThat(fixture.metadata("SELECT career_rank FROM players WHERE tracked = 1"))
                .containsExactly("{career_rank=12}");
        assertThat(fixture.warehouse().coverage().progress())
                .extracting(progress -> progress.reportedMatches())
                .containsExactly(4321L);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    private Obtained tracked() {
        Obtained obtained = new Obtained();
        obtained.track(PLAYER);
        return obtained;
    }

    private Obtained all() {
        Obtained obtained = tracked();
        Parts.obtained(documents, 1).forEach(obtained::add);
        return obtained;
    }

    private Obtained documents() {
        Obtained obtained = tracked();
        documents.forEach(each -> obtained.add(Parts.match(each).withDocument(Parts.bytes(each))));
        return obtained;
    }

    private Obtained skills(int edition) {
        Obtained obtained = new Obtained();
        documents.forEach(each -> obtained.add(Parts.match(each).withSkill(Parts.bytes(Parts.skill(each, edition)))));
        return obtained;
    }

    private Obtained films() {
        Obtained obtained = new Obtained();
        documents.forEach(each -> obtained.add(Parts.match(each).withFilm(Parts.film(each, 1), Parts.FILM_VERSION)));
        return obtained;
    }

    /// Without who wrote last.
    private Map<String, String> files() {
        Map<String, String> files = WholeWarehouse.fingerprints(fixture.directory());
        files.remove(".lock.owner");
        return files;
    }

    private List<String> superseded() {
        List<String> contents = new ArrayList<>();
        try (Catalog catalog = Catalog.openForReading(fixture.directory())) {
            documents.forEach(each -> catalog.ledger().superseded(Parts.id(each).value()).stream()
                    .map(Ledger.Content::document)
                    .forEach(contents::add));
        }
        return contents;
    }

    private static Map<String, List<@Nullable Object>> ratings(Fixture fixture) {
        Map<String, List<@Nullable Object>> ratings = new TreeMap<>();
        fixture.rows(Tables.MATCH_FACTS).forEach(row -> {
            List<@Nullable Object> figures = new ArrayList<>();
            RatingOracle.COLUMNS.forEach(column -> figures.add(row.get(column)));
            ratings.put(String.valueOf(row.get("match_id")), figures);
        });
        return ratings;
    }
}
