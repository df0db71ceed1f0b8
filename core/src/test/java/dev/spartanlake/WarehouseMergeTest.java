package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.backup.MergeReport;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.catalog.Snapshots.CareerRank;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.SyncStates.Conclusion;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.verify.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class WarehouseMergeTest {

    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:01Z");

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(14);
    private Path ours;
    private Path theirs;

    @BeforeEach
    void nameDirectories() {
        ours = directory.resolve("ours");
        theirs = directory.resolve("theirs");
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 7, 14", "0, 9, 5, 14", "0, 14, 5, 9", "5, 9, 0, 14"})
    void equalsOneWarehouseThatIngestedAll(int ourFirst, int ourEnd, int theirFirst, int theirEnd) {
        ingest(ours, EARLIER, documents.subList(ourFirst, ourEnd), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(theirFirst, theirEnd), Set.of(player));
        Path all = directory.resolve("all");
        ingest(all, EARLIER, documents, Set.of(player));
        Map<String, String> before = WholeWarehouse.fingerprints(theirs);

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(new Fixture(ours).everything()).isEqualTo(new Fixture(all).everything());
        assertThat(report.inserted()).isEqualTo(documents.size() - (ourEnd - ourFirst));
        assertThat(report.inserted() + report.unchanged()).isEqualTo(theirEnd - theirFirst);
        assertThat(WholeWarehouse.fingerprints(theirs)).isEqualTo(before);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        ingest(ours, LATER, documents.subList(0, 9), Set.of(player));
        ingest(theirs, EARLIER, changed(documents.subList(0, 2), 111), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(5, 14), Set.of(player));
        ingest(theirs, EARLIER, changed(documents.subList(0, 2), 123), Set.of(player));
        at(theirs).befriend(player, new Players.Friend(Fixture.xuid(77), "Somebody", "Meri"));
        quarantine(theirs, "{");
        at(ours).mergeFrom(theirs);
        Map<String, String> before = WholeWarehouse.fingerprints(ours);

        MergeReport again = at(ours).mergeFrom(theirs);

        assertThat(again.unchanged()).isEqualTo(11);
        assertThat(again.partitionsWritten() + again.quarantined()).isZero();
        assertThat(WholeWarehouse.fingerprints(ours))
                .containsAllEntriesOf(before.entrySet().stream()
                        .filter(file -> !file.getKey().startsWith(".lock"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void letsTheContentStandThatWasObtainedLater() {
        ingest(ours, EARLIER, changed(documents.subList(0, 1), 101), Set.of(player));
        ingest(theirs, LATER, changed(documents.subList(0, 1), 102), Set.of(player));

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.updated()).isEqualTo(1);
        assertThat(kills(ours)).isEqualTo("102");
        assertThat(superseded(ours))
                .containsExactly(
                        changed(documents.subList(0, 1), 101).getFirst().toString());
    }

    @Test
    void keepsTheirContentAsideThatWasObtainedEarlier() {
        ingest(ours, LATER, changed(documents.subList(0, 1), 101), Set.of(player));
        ingest(theirs, EARLIER, changed(documents.subList(0, 1), 102), Set.of(player));

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.keptAside()).isEqualTo(1);
        assertThat(kills(ours)).isEqualTo("101");
        assertThat(superseded(ours))
                .containsExactly(
                        changed(documents.subList(0, 1), 102).getFirst().toString());
    }

    /// The moments differ, are equal, and differ for equal contents.
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0, 2, 1", "1, 0, 2", "1, 2, 0", "2, 0, 1", "2, 1, 0"})
    void endsTheSameInWhateverOrderWarehousesAreMerged(int first, int second, int third) {
        List<Path> places = List.of(ours, theirs, directory.resolve("another"));
        ingest(ours, EARLIER, changed(documents.subList(0, 4), 101), Set.of(player));
        ingest(theirs, LATER, changed(documents.subList(0, 3), 102), Set.of(player));
        ingest(places.get(2), LATER, changed(documents.subList(0, 2), 103), Set.of(player));
        ingest(places.get(2), LATER.plusSeconds(1), changed(documents.subList(2, 3), 101), Set.of(player));
        Path expected = directory.resolve("expected");
        for (Path place : places) {
            at(expected).mergeFrom(place);
        }

        Path merged = directory.resolve("merged");
        for (int next : List.of(first, second, third)) {
            at(merged).mergeFrom(places.get(next));
        }

        assertThat(new Fixture(merged).everything()).isEqualTo(new Fixture(expected).everything());
        assertThat(ledger(merged)).isEqualTo(ledger(expected));
    }

    private static List<String> ledger(Path place) {
        return new Fixture(place)
                .metadata("SELECT match_id, content_sha256, obtained_at FROM match_ledger ORDER BY match_id");
    }

    @Test
    void keepsTheContentsThatWereReplacedThere() {
        ingest(ours, EARLIER, documents.subList(1, 3), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 1), Set.of(player));
        ingest(theirs, LATER, changed(documents.subList(0, 1), 102), Set.of(player));

        at(ours).mergeFrom(theirs);

        assertThat(superseded(ours)).containsExactly(documents.getFirst().toString());
    }

    @Test
    void keepsTheCareersOfTheirPlayersFromTheMatchesStoredHere() {
        ingest(ours, EARLIER, documents.subList(0, 7), Set.of());
        ingest(theirs, EARLIER, documents.subList(7, 14), Set.of(player));
        Path all = directory.resolve("all");
        ingest(all, EARLIER, documents, Set.of(player));

        at(ours).mergeFrom(theirs);

        assertThat(new Fixture(ours).everything()).isEqualTo(new Fixture(all).everything());
    }

    @Test
    void fillsGapsAndWipesNothing() {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 2), Set.of(player));
        Xuid friend = Fixture.xuid(77);
        at(ours).namePlayer(player, "Ours");
        at(theirs).namePlayer(player, "Theirs");
        at(theirs).namePlayer(friend, "Friend");
        at(ours).befriend(player, new Players.Friend(friend, null, "Meri"));
        at(theirs).befriend(player, new Players.Friend(friend, "Friend", "Other"));
        at(ours).nameAssets(List.of(new Assets.NamedAsset(Assets.Kind.MAP, "m1", "Ours", null, null, null)));
        at(theirs)
                .nameAssets(List.of(
                        new Assets.NamedAsset(Assets.Kind.MAP, "m1", "Theirs", "Aquarius", "Verseau", null),
                        new Assets.NamedAsset(Assets.Kind.MAP, "m2", "Recharge", null, null, null)));

        at(ours).mergeFrom(theirs);

        Fixture fixture = new Fixture(ours);
        assertThat(fixture.metadata("SELECT xuid, gamertag, tracked FROM players ORDER BY length(xuid)"))
                .containsExactly(
                        "{xuid=77, gamertag=Friend, tracked=0}",
                        "{xuid=" + player.text() + ", gamertag=Ours, tracked=1}");
        assertThat(at(ours).friends(player)).containsExactly(new Players.Friend(friend, "Friend", "Meri"));
        assertThat(fixture.metadata(
                        "SELECT asset_id, public_name, name_en, name_fr FROM maps WHERE asset_id LIKE 'm_' ORDER BY 1"))
                .containsExactly(
                        "{asset_id=m1, public_name=Ours, name_en=Aquarius, name_fr=Verseau}",
                        "{asset_id=m2, public_name=Recharge, name_en=null, name_fr=null}");
    }

    @Test
    void addsRefusedDocuments() throws IOException {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 2), Set.of(player));
        quarantine(theirs, "{");

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(at(ours).status().quarantined()).isEqualTo(1);
        assertThat(at(theirs).status().quarantined()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void changesNothingWhereADocumentIsNotWhatTheLedgerThereSays(int seconds) throws IOException {
        ingest(ours, EARLIER, changed(documents.subList(0, 2), 3), Set.of(player));
        ingest(theirs, EARLIER.plusSeconds(seconds), documents.subList(0, 2), Set.of(player));
        quarantine(theirs, "{");
        Tampering.rewrite(new Fixture(theirs), Tables.MATCH_DOCUMENTS, "* REPLACE (repeat('0', 64) AS content_sha256)");
        Tampering.acceptMetadata(new Fixture(theirs));
        Map<String, List<String>> before = new Fixture(ours).everything();

        assertThatThrownBy(() -> at(ours).mergeFrom(theirs)).hasMessageContaining("nothing was changed");

        assertThat(new Fixture(ours).everything()).isEqualTo(before);
        assertThat(ours.resolve("quarantine")).doesNotExist();
    }

    @Test
    void saysOfHowManyMatchesTheDocumentIsLost() {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(2, 4), Set.of(player));
        try (Catalog catalog = Catalog.openForWriting(theirs)) {
            catalog.ledger().markLost(List.of(matchId(documents.get(2))));
        }
        Tampering.acceptMetadata(new Fixture(theirs));

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.inserted()).isEqualTo(1);
    }

    @Test
    void takesTheirDocumentWhereOursIsLost() {
        ingest(ours, LATER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 2), Set.of(player));
        Tampering.metadata(
                new Fixture(ours),
                "UPDATE match_ledger SET content_sha256 = NULL WHERE match_id = '" + matchId(documents.getFirst())
                        + "'");
        Tampering.acceptMetadata(new Fixture(ours));

        assertThat(at(ours).mergeFrom(theirs).updated()).isEqualTo(1);

        assertThat(new Fixture(ours).everything()).isEqualTo(new Fixture(theirs).everything());
    }

    private static Warehouse at(Path place) {
        return Warehouse.at(place, Fixture.config());
    }

    private static void ingest(Path place, Instant when, List<ObjectNode> batch, Set<Xuid> players) {
        WholeWarehouse.ingest(place, Fixture.config().withClock(() -> when), batch, players);
    }

    private static void quarantine(Path place, String content) throws IOException {
        Files.createDirectories(place.resolve("quarantine"));
        Files.writeString(place.resolve("quarantine").resolve("0123456789abcdef01234567.json"), content);
    }

    /// The same matches with other kills of the player.
    private List<ObjectNode> changed(List<ObjectNode> originals, int kills) {
        return originals.stream().map(original -> changed(original, kills)).toList();
    }

    private ObjectNode changed(ObjectNode original, int kills) {
        for (int i = 0; ; i++) {
            if (original.at("/Players/" + i + "/PlayerId").asString().equals("xuid(" + player.text() + ")")) {
                return Documents.with(
                        original,
                        "/Players/" + i + "/PlayerTeamStats/0/Stats/CoreStats/Kills",
                        Integer.toString(kills));
            }
        }
    }

    private static String matchId(ObjectNode document) {
        return document.path("MatchId").asString();
    }

    private String kills(Path place) {
        return String.valueOf(new Fixture(place)
                .rows(Tables.MATCH_FACTS).stream()
                        .filter(row -> matchId(documents.getFirst()).equals(row.get("match_id")))
                        .findFirst()
                        .orElseThrow()
                        .get("kills"));
    }

    private List<String> superseded(Path place) {
        try (Catalog catalog = Catalog.openForReading(place)) {
            return catalog.ledger().superseded(matchId(documents.getFirst())).stream()
                    .map(Ledger.Content::document)
                    .toList();
        }
    }

    @Test
    void bringsPartsToTheMatchesHereThatLackThem() {
        ingest(ours, EARLIER, documents, Set.of(player));
        ingest(theirs, EARLIER, documents, Set.of(player));
        new Fixture(theirs).take(Parts.supplements(documents, 1));
        Obtained absent = new Obtained();
        absent.add(new Absence(What.SKILL, matchId(documents.getFirst()), "404"));
        new Fixture(ours).take(absent);

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.supplemented()).isEqualTo(documents.size());
        assertThat(report.unchanged()).isZero();
        assertThat(new Fixture(ours).everything()).isEqualTo(new Fixture(theirs).everything());
        assertThat(new Fixture(ours).metadata("SELECT * FROM absences")).isEmpty();
        assertThat(new Fixture(ours).damage(Depth.DEEP)).isEmpty();
        assertThat(at(ours).mergeFrom(theirs).unchanged()).isEqualTo(documents.size());
    }

    @Test
    void takesPartsOfAMatchWhoseDocumentTheyHaveLost() {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 2), Set.of(player));
        new Fixture(theirs).take(Parts.supplements(documents.subList(0, 2), 1));
        Map<String, List<String>> expected = new Fixture(theirs).everything();
        try (Catalog catalog = Catalog.openForWriting(theirs)) {
            catalog.ledger().markLost(List.of(matchId(documents.getFirst())));
        }
        Tampering.acceptMetadata(new Fixture(theirs));

        MergeReport report = at(ours).mergeFrom(theirs);

        assertThat(report.lost()).isEqualTo(1);
        assertThat(new Fixture(ours).everything()).isEqualTo(expected);
    }

    @Test
    void bringsPartsWithTheirMatches() {
        ingest(theirs, EARLIER, documents, Set.of(player));
        new Fixture(theirs).take(Parts.supplements(documents, 1));

        at(ours).mergeFrom(theirs);

        assertThat(new Fixture(ours).everything()).isEqualTo(new Fixture(theirs).everything());
    }

    /// A rank in placement has no figure; the other's figure of the same moment is that of another
    /// answer.
    @Test
    void keepsSnapshotsWholeAndWritesNothingTwice() {
        Obtained here = new Obtained();
        here.track(player);
        here.add(new PlaylistCsr(player, "p", EARLIER, null, null, null, null, null, "{\"ours\":1}"));
        here.add(new CareerRank(player, EARLIER.plusSeconds(1), 11, 0, "{\"rank\":11}"));
        here.add(new CareerRank(player, EARLIER.plusSeconds(5), 12, 0, "{\"rank\":12}"));
        new Fixture(ours).take(here);
        Obtained there = new Obtained();
        there.track(player);
        there.add(new PlaylistCsr(player, "p", EARLIER, 1500, "Onyx", 0, 1500, 1600, "{\"theirs\":1}"));
        there.add(new CareerRank(player, EARLIER, 11, 0, "{\"rank\":11}"));
        there.add(new CareerRank(player, EARLIER.plusSeconds(4), 12, 0, "{\"rank\":12}"));
        there.add(new CareerRank(player, EARLIER.plusSeconds(6), 13, 0, "{\"rank\":13}"));
        new Fixture(theirs).take(there);

        at(ours).mergeFrom(theirs);

        Fixture merged = new Fixture(ours);
        assertThat(merged.metadata("SELECT csr, season_max, document FROM playlist_csrs"))
                .containsExactly("{csr=null, season_max=null, document={\"ours\":1}}");
        assertThat(merged.metadata("SELECT obtained_at, rank FROM career_ranks ORDER BY obtained_at"))
                .containsExactly(
                        "{obtained_at=2026-01-01T00:00:00.000000Z, rank=11}",
                        "{obtained_at=2026-01-01T00:00:04.000000Z, rank=12}",
                        "{obtained_at=2026-01-01T00:00:06.000000Z, rank=13}");
        assertThat(merged.metadata("SELECT career_rank FROM players")).containsExactly("{career_rank=13}");
        List<String> commits = merged.metadata("SELECT * FROM commits");
        at(ours).mergeFrom(theirs);
        assertThat(merged.metadata("SELECT * FROM commits")).isEqualTo(commits);
    }

    /// What the latest sync found stands as a whole: that it did not look at all of the history,
    /// too.
    @Test
    void takesTheEndOfTheLatestSyncAsAWhole() {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(0, 2), Set.of(player));
        conclude(ours, new Conclusion(player, EARLIER, 5000L, 7L, "no answer"));
        conclude(theirs, new Conclusion(player, LATER, 4321L, null, null));

        at(ours).mergeFrom(theirs);
        at(theirs).mergeFrom(ours);

        for (Path place : List.of(ours, theirs)) {
            assertThat(syncs(place))
                    .containsExactly("{total_matches=2, sync_status=synced, synced_at=2026-01-01T00:00:01.000000Z,"
                            + " error_message=null, reported_matches=4321, unobtainable_matches=null}");
        }
        List<String> commits = new Fixture(ours).metadata("SELECT * FROM commits");
        at(ours).mergeFrom(theirs);
        assertThat(new Fixture(ours).metadata("SELECT * FROM commits")).isEqualTo(commits);
    }

    @Test
    void saysThatACareerHasGrownSinceItWasSynced() {
        ingest(ours, EARLIER, documents.subList(0, 2), Set.of(player));
        ingest(theirs, EARLIER, documents.subList(2, 4), Set.of(player));
        conclude(theirs, new Conclusion(player, LATER, 4321L, 7L, null));
        String state = ", synced_at=2026-01-01T00:00:01.000000Z, error_message=null, reported_matches=4321,"
                + " unobtainable_matches=7}";

        at(ours).mergeFrom(theirs);
        Path less = directory.resolve("less");
        ingest(less, EARLIER, documents.subList(2, 3), Set.of(player));
        conclude(less, new Conclusion(player, LATER.plusSeconds(1), 4322L, 0L, null));
        assertThat(syncs(ours)).containsExactly("{total_matches=4, sync_status=ingested" + state);
        at(ours).mergeFrom(less);

        assertThat(syncs(ours))
                .containsExactly("{total_matches=4, sync_status=ingested, synced_at=2026-01-01T00:00:02.000000Z,"
                        + " error_message=null, reported_matches=4322, unobtainable_matches=0}");
    }

    private static void conclude(Path place, Conclusion conclusion) {
        Obtained obtained = new Obtained();
        obtained.add(conclusion);
        new Fixture(place).take(obtained);
    }

    private static List<String> syncs(Path place) {
        return new Fixture(place)
                .metadata("SELECT total_matches, sync_status, synced_at, error_message, reported_matches,"
                        + " unobtainable_matches FROM sync_meta");
    }

    /// Each has parts the others lack, or has otherwise.
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0, 2, 1", "1, 0, 2", "1, 2, 0", "2, 0, 1", "2, 1, 0"})
    void endsWithTheSamePartsInWhateverOrderWarehousesAreMerged(int first, int second, int third) {
        List<Path> places = List.of(ours, theirs, directory.resolve("another"));
        for (int i = 0; i < places.size(); i++) {
            ingest(places.get(i), EARLIER, documents.subList(i, 6 + i), Set.of(player));
            new Fixture(places.get(i)).take(Parts.supplements(documents.subList(2 * i, 4 + i), 1 + i));
            Obtained further = new Obtained();
            further.add(new Absence(What.FILM, matchId(documents.get(3)), "reason " + i));
            further.add(new Absence(What.FILM, matchId(documents.get(7)), "reason " + i));
            Instant moment = EARLIER.plusSeconds(i == 1 ? 9 : i);
            further.add(new CareerRank(player, moment, 10 + i, i, "{\"rank\":" + i + "}"));
            new Fixture(places.get(i)).take(further);
        }
        Fixture expected = new Fixture(directory.resolve("expected"));
        for (Path place : places) {
            at(expected.directory()).mergeFrom(place);
        }

        Fixture merged = new Fixture(directory.resolve("merged"));
        for (int next : List.of(first, second, third)) {
            at(merged.directory()).mergeFrom(places.get(next));
        }

        assertThat(merged.everything()).isEqualTo(expected.everything());
        for (String rows : List.of(
                "SELECT match_id, content_sha256, hex(document) FROM superseded_documents ORDER BY 1, 2",
                "SELECT * FROM absences ORDER BY 1, 2",
                "SELECT * FROM career_ranks ORDER BY 1, 2",
                "SELECT xuid, career_rank FROM players ORDER BY 1")) {
            assertThat(merged.metadata(rows)).as(rows).isEqualTo(expected.metadata(rows));
        }
        assertThat(merged.damage(Depth.DEEP)).isEmpty();
    }

    /// Of one film a warehouse has the events of those whom its document has. The document that was obtained later
    /// stands, and with it its players.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithTheSameEventsWhereOneForgotAPlayer(boolean isForgottenLater) {
        Instant theirsObtained = isForgottenLater ? EARLIER : LATER.plusSeconds(1);
        ingest(ours, EARLIER, documents, Set.of(player));
        ingest(theirs, theirsObtained, documents, Set.of(player));
        new Fixture(ours).take(Parts.supplements(documents, 1));
        new Fixture(theirs).take(Parts.supplements(documents, 1));
        String forgotten = new Fixture(ours)
                .rows(Tables.HIGHLIGHT_EVENTS).stream()
                        .map(row -> String.valueOf(row.get("xuid")))
                        .filter(xuid -> !xuid.equals(player.text()))
                        .findFirst()
                        .orElseThrow();
        List<String> events =
                Objects.requireNonNull(new Fixture(theirs).everything().get("highlight_events"));
        Warehouse.at(ours, Fixture.config().withClock(() -> LATER)).forget(Xuid.parse(forgotten));
        Path oneWay = directory.resolve("one way");
        Path otherWay = directory.resolve("other way");

        at(oneWay).mergeFrom(ours);
        at(oneWay).mergeFrom(theirs);
        at(otherWay).mergeFrom(theirs);
        at(otherWay).mergeFrom(ours);

        assertThat(new Fixture(oneWay).everything()).isEqualTo(new Fixture(otherWay).everything());
        assertThat(new Fixture(oneWay).everything().get("highlight_events"))
                .isNotEmpty()
                .isEqualTo(
                        isForgottenLater
                                ? events.stream()
                                        .filter(row -> !row.contains(forgotten))
                                        .toList()
                                : events);
        assertThat(new Fixture(oneWay).damage(Depth.DEEP)).isEmpty();
    }
}
