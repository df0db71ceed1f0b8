package dev.spartanlake.halo;

import static dev.spartanlake.halo.server.ScriptedServer.bytes;
import static dev.spartanlake.halo.server.ScriptedServer.json;
import static dev.spartanlake.halo.server.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.asset.AssetKind;
import dev.spartanlake.halo.asset.PlaylistConfig;
import dev.spartanlake.halo.film.FilmChunk;
import dev.spartanlake.halo.film.FilmManifest;
import dev.spartanlake.halo.match.HistoryKind;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.match.PlayerSkill;
import dev.spartanlake.halo.player.CareerProgress;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.player.Xuid;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    private static final Xuid PLAYER = new Xuid(2533274800000001L);
    private static final UUID ID = UUID.fromString("9e3b9529-4dd9-47b0-9669-1f589b9daaf0");
    private static final String STATS = "/halostats/hi/matches/" + ID + "/stats";
    private static final String SKILL = "/skill/hi/matches/" + ID + "/skill";
    private static final String PREFIX = "https://blobs-infiniteugc.svc.halowaypoint.com/ugcstorage/film/a/b/";
    private static final String CHUNK = "/blobs-infiniteugc/ugcstorage/film/a/b/filmChunk1";

    @RegisterExtension
    private final ScriptedApi api = new ScriptedApi();

    @ParameterizedTest
    @ValueSource(strings = {"{\"MatchId\": \"", "<html></html>", "", "[]", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void callsStatsMalformedThatAreNoWholeObject(String body) throws InterruptedException {
        api.server().on(STATS, json(body));

        assertThat(api.client().matches().stats(ID)).isInstanceOf(Reply.Malformed.class);
    }

    @Test
    void saysWhereAnAnswerIsCutOff() throws InterruptedException {
        api.server().on(STATS, json("{\n  \"MatchId\": \"9e3b"));

        assertThat(api.client().matches().stats(ID))
                .isInstanceOfSatisfying(
                        Reply.Malformed.class,
                        malformed -> assertThat(malformed.where()).startsWith("line 2, column "));
    }

    @Test
    void saysWhereAnAnswerHasAnotherShape() throws InterruptedException {
        api.server()
                .on(
                        "/halostats/hi/players/xuid(2533274800000001)/matches",
                        json("{\"Start\": 0, \"ResultCount\": 1, \"Results\": [{\"MatchId\": 7}]}"));

        assertThat(api.client().matches().history(PLAYER, 0, 25, HistoryKind.ALL))
                .isEqualTo(new Reply.Malformed<>(
                        "GET halostats /hi/players/xuid(2533274800000001)/matches",
                        "/Results/0/MatchId",
                        "expected a text, found a number"));
    }

    /// A message may be kept, and the query of a request names people.
    @Test
    void namesNobodyOfTheQueryInMessages() throws InterruptedException {
        api.server().on(SKILL, status(403, ""));

        assertThat(api.client().matches().skill(ID, List.of(PLAYER)))
                .isEqualTo(new Reply.Forbidden<>(
                        "GET skill /hi/matches/" + ID + "/skill", "the service answered 403, so this may not be seen"));
    }

    /// One odd field among those that nobody uses must not close a history, or keep skill back.
    @Test
    void looksAtNothingOfAHistoryThatNobodyUses() throws InterruptedException {
        api.server().on("/halostats/hi/players/xuid(2533274800000001)/matches", json("""
                {"Start": "0", "ResultCount": null, "Results": [{"MatchId": "%s", "LastTeamId": 1e9, "Outcome": "won",
                 "Rank": null, "PresentAtEndOfMatch": 1, "MatchInfo": {"StartTime": "long ago",
                 "EndTime": "2025-01-29T04:39:05.1Z", "Duration": -1, "LifecycleMode": {}, "MapVariant": {"AssetId": 7},
                 "Playlist": "none", "SeasonId": 9}}]}""".formatted(ID)));

        assertThat(api.client().matches().history(PLAYER, 0, 25, HistoryKind.ALL))
                .isEqualTo(new Reply.Found<>(new HistoryPage(
                        List.of(new HistoryPage.Entry(ID, Instant.parse("2025-01-29T04:39:05.100Z"))))));
    }

    @Test
    void looksAtNothingOfACountThatNobodyUses() throws InterruptedException {
        api.server()
                .on(
                        "/halostats/hi/players/xuid(2533274800000001)/matches/count",
                        json("{\"MatchesPlayedCount\": 7, \"CustomMatchesPlayedCount\": \"two\"}"),
                        json("{\"MatchmadeMatchesPlayedCount\": 7}"),
                        json("{\"MatchesPlayedCount\": -1}"));

        assertThat(api.client().matches().count(PLAYER)).isEqualTo(new Reply.Found<>(new MatchCount(7)));
        assertThat(api.client().matches().count(PLAYER)).isInstanceOf(Reply.Malformed.class);
        assertThat(api.client().matches().count(PLAYER))
                .isInstanceOfSatisfying(
                        Reply.Malformed.class,
                        malformed -> assertThat(malformed.explanation())
                                .endsWith("/MatchesPlayedCount: expected a number from 0, found -1"));
    }

    @Test
    void looksAtNothingOfSkillThatNobodyUses() throws InterruptedException {
        String body = """
                {"Value": [{"Id": 7, "ResultCode": 0, "Result": {"TeamMmr": "unknown", "RankRecap": [],
                 "StatPerformances": {"Kills": "NaN"}}}, {"ResultCode": 1, "Result": null}]}""";
        api.server().on(SKILL, json(body));

        assertThat(api.client().matches().skill(ID, List.of(PLAYER)))
                .isEqualTo(new Reply.Found<>(
                        new Served<>(List.of(new PlayerSkill(0, true), new PlayerSkill(1, false)), Bytes.of(body))));
    }

    @Test
    void looksAtNothingOfAFilmThatNobodyUses() throws InterruptedException {
        api.server().on("/discovery-infiniteugc/hi/films/matches/" + ID + "/spectate", json("""
                {"AssetId": null, "FilmStatusBond": "complete", "BlobStoragePathPrefix": "%s",
                 "CustomData": {"FilmMajorVersion": 34, "FilmLength": 1.5, "HasGameEnded": "yes", "Chunks": [
                 {"Index": 1, "ChunkStartTimeOffsetMilliseconds": "0", "ChunkSize": 4,
                  "FileRelativePath": "/filmChunk1", "ChunkType": 3}]}}""".formatted(PREFIX)));

        assertThat(api.client().films().manifest(ID).map(Served::content))
                .isEqualTo(new Reply.Found<>(new FilmManifest(ID, PREFIX, 34, List.of(chunk("/filmChunk1", 4)))));
    }

    @Test
    void looksAtNothingOfRanksButThatTheyAreWhole() throws InterruptedException {
        String body = "{\"Value\": [{\"ResultCode\": 0, \"Result\": {\"Current\": {\"Value\": 1.5, \"Tier\": 3}}}]}";
        api.server().on("/skill/hi/playlist/" + ID + "/csrs", json(body), json(body.substring(1)));

        assertThat(api.client().players().playlistCsr(ID, List.of(PLAYER)))
                .isEqualTo(new Reply.Found<>(Bytes.of(body)));
        assertThat(api.client().players().playlistCsr(ID, List.of(PLAYER))).isInstanceOf(Reply.Malformed.class);
    }

    @Test
    void takesTheSkillThatComesWith404() throws InterruptedException {
        String useful = "{\"Value\": [{\"Id\": \"xuid(1)\", \"ResultCode\": 1, \"Result\": null}]}";
        api.server()
                .on(SKILL, status(404, useful), status(404, ""), status(404, "{\"Value\": []}"), status(404, "<p>"));

        assertThat(api.client().matches().skill(ID, List.of(PLAYER)))
                .isEqualTo(new Reply.Found<>(new Served<>(List.of(new PlayerSkill(1, false)), Bytes.of(useful))));
        assertThat(api.client().matches().skill(ID, List.of(PLAYER))).isInstanceOf(Reply.Absent.class);
        assertThat(api.client().matches().skill(ID, List.of(PLAYER))).isInstanceOf(Reply.Absent.class);
        assertThat(api.client().matches().skill(ID, List.of(PLAYER))).isInstanceOf(Reply.Absent.class);
    }

    @Test
    void asksForManyPlayersAFewAtATime() throws InterruptedException {
        api.server().on("/profile/users", json("[]"));
        List<Xuid> players = LongStream.range(0, 120)
                .mapToObj(number -> new Xuid(2533274800000001L + number))
                .toList();

        assertThat(api.client().players().byXuids(players)).isEqualTo(new Reply.Found<>(List.of()));
        assertThat(api.server().seen()).hasSize(3);
        assertThat(api.client().players().byXuids(List.of())).isEqualTo(new Reply.Found<>(List.of()));
        assertThat(api.server().seen()).hasSize(3);
    }

    @Test
    void takesNumbersAsLongAsTheWarehouseTakesThem() throws InterruptedException {
        api.server()
                .on(
                        "/profile/users",
                        json("[{\"xuid\": \"9223372036854775807\", \"gamertag\": \"Some Player\"}]"),
                        json("[{\"xuid\": \"9223372036854775808\", \"gamertag\": \"Some Player\"}]"));
        Xuid longest = new Xuid(Long.MAX_VALUE);

        assertThat(api.client().players().byXuids(List.of(longest)))
                .isEqualTo(new Reply.Found<>(List.of(new Player(longest, "Some Player"))));
        assertThat(api.client().players().byXuids(List.of(longest))).isInstanceOf(Reply.Malformed.class);
    }

    @Test
    void saysHowLongANameIsThatIsNone() throws InterruptedException {
        api.server()
                .on(
                        "/profile/users",
                        json("[{\"xuid\": \"7\", \"gamertag\": \"" + "D".repeat(4000) + "\"}]"),
                        json("[{\"xuid\": \"7\", \"gamertag\": \" \"}]"));

        assertThat(api.client().players().byXuids(List.of(new Xuid(7))))
                .isEqualTo(new Reply.Malformed<>(
                        "GET profile /users",
                        "/0/gamertag",
                        "expected a gamertag of at most 100 characters, found one of 4000"));
        assertThat(api.client().players().byXuids(List.of(new Xuid(7))))
                .isEqualTo(new Reply.Malformed<>(
                        "GET profile /users",
                        "/0/gamertag",
                        "expected a text with something in it, found an empty one"));
    }

    @Test
    void saysThatNobodyHasAGamertag() throws InterruptedException {
        api.server().on("/profile/users/gt(No%20%2F%20Body)", status(400, ""));

        assertThat(api.client().players().byGamertag("No / Body"))
                .isEqualTo(new Reply.Absent<>("GET profile /users/gt(No%20%2F%20Body)", "nobody has this gamertag"));
    }

    @Test
    void readsProgressAndPlaylists() throws InterruptedException {
        api.server()
                .on(
                        "/economy/hi/players/xuid(2533274800000001)/rewardtracks/careerranks/careerrank1",
                        json(
                                "{\"CurrentProgress\": {\"Rank\": 270, \"PartialProgress\": 5, \"HasReachedMaxRank\": 1}}"));
        api.server()
                .on(
                        "/gamecms-hacs/hi/multiplayer/file/playlists/assets/" + ID + ".json",
                        json("{\"NameHint\": \"Ranked\", \"HasCsr\": true}"));

        assertThat(api.client().players().careerProgress(PLAYER).map(Served::content))
                .isEqualTo(new Reply.Found<>(new CareerProgress(270, 5)));
        assertThat(api.client().assets().playlistConfig(ID).map(Served::content))
                .isEqualTo(new Reply.Found<>(new PlaylistConfig(true, "Ranked", null)));
    }

    @Test
    void downloadsAChunkWithoutATokenOnTheWay() throws InterruptedException {
        byte[] blob = "blob".getBytes(StandardCharsets.UTF_8);
        api.server().on(CHUNK, bytes(200, blob, Map.of()));

        assertThat(api.client().films().chunk(film(PREFIX), chunk("/filmChunk1", 4)))
                .isEqualTo(new Reply.Found<>(Bytes.of(blob)));
        assertThat(api.server().seen().getFirst().headers())
                .doesNotContainKeys("x-343-authorization-spartan", "343-clearance", "authorization");
    }

    @Test
    void refusesAChunkOfAnotherLength() throws InterruptedException {
        api.server().on(CHUNK, bytes(200, "blob".getBytes(StandardCharsets.UTF_8), Map.of()));

        assertThat(api.client().films().chunk(film(PREFIX), chunk("/filmChunk1", 5)))
                .isEqualTo(new Reply.Malformed<>(
                        "GET blobs-infiniteugc /ugcstorage/film/a/b/filmChunk1",
                        "",
                        "expected 5 bytes as its manifest says, found 4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/ugcstorage/film/a/b/",
                "http://blobs-infiniteugc.svc.halowaypoint.com/ugcstorage/film/a/b/",
                "https://blobs-infiniteugc.svc.halowaypoint.com/ugcstorage/../b/",
                "https://blobs-infiniteugc.svc.halowaypoint.com/ugcstorage",
                "https://halostats.svc.halowaypoint.com/a/"
            })
    void downloadsNoChunkFromElsewhere(String prefix) throws InterruptedException {
        assertThat(api.client().films().chunk(film(prefix), chunk("/filmChunk1", 4)))
                .isEqualTo(new Reply.Malformed<>(
                        "GET blobs-infiniteugc chunk 1 of the film of match " + ID,
                        "/BlobStoragePathPrefix",
                        "expected an address at the host of films, found another"));
        assertThat(api.server().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../x", "..", "//example.org/x", "/a/../../b", "x?y", "x#y", "%2e%2e", "https://example.org/"})
    void downloadsNoChunkOutsideItsFilm(String path) throws InterruptedException {
        assertThat(api.client().films().chunk(film(PREFIX), chunk(path, 4))).isInstanceOf(Reply.Malformed.class);
        assertThat(api.server().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 16_777_217, Integer.MAX_VALUE})
    void downloadsNoChunkThatIsTooLong(int sizeBytes) throws InterruptedException {
        assertThat(api.client().films().chunk(film(PREFIX), chunk("/filmChunk1", sizeBytes)))
                .isInstanceOf(Reply.Malformed.class);
        assertThat(api.server().seen()).isEmpty();
    }

    @Test
    void refusesMisuse() {
        assertThatThrownBy(() -> api.client().matches().history(PLAYER, 0, 26, HistoryKind.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history: expected a start from 0 and 1 to 25 matches, found 0 and 26");
        assertThatThrownBy(() -> api.client().matches().skill(ID, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("skill: expected at least one player, found none");
        assertThatThrownBy(() -> api.client().assets().newest(AssetKind.MAP, ID, "en\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("language: expected one such as en-US, found ");
    }

    private static FilmManifest film(String prefix) {
        return new FilmManifest(ID, prefix, 34, List.of());
    }

    private static FilmChunk chunk(String path, int sizeBytes) {
        return new FilmChunk(1, sizeBytes, path, 3);
    }
}
