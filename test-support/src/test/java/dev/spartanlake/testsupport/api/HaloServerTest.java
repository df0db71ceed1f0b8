package dev.spartanlake.testsupport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.generator.AssetKind;
import dev.spartanlake.generator.AssetName;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.MatchMix;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.generator.service.AssetDocuments;
import dev.spartanlake.generator.skill.Csr;
import dev.spartanlake.generator.skill.SkillEntry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HaloServerTest {

    private static final String RANKED_ARENA = "edfef3ac-9cbe-4fa2-b949-8f29deafd483";
    private static final Career CAREER = Career.of(CareerPlan.mixed(7, 120));

    private final World world = World.of(CAREER, 90);
    private final HaloServer server = HaloServer.start(world);
    private final Client client = new Client(server);
    private final long owner = world.owner().xuid();
    private final String ownHistory = "/hi/players/xuid(" + owner + ")/matches";

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void pagesThroughAHistoryFromTheNewestMatch() throws Exception {
        List<String> paged = new ArrayList<>();
        for (int start = 0; ; start += 25) {
            JsonNode page = client.json(Service.HALOSTATS, ownHistory + "?start=" + start + "&count=25");
            page.get("Results").forEach(match -> paged.add(match.get("MatchId").asString()));
            assertThat(page.get("Start").asInt()).isEqualTo(start);
            assertThat(page.get("ResultCount").asInt())
                    .isEqualTo(page.get("Results").size());
            if (page.get("ResultCount").asInt() < 25) {
                break;
            }
        }

        List<String> truth = new ArrayList<>();
        for (GeneratedMatch match : world.matches()) {
            if (match.xuids().contains(owner)) {
                truth.addFirst(match.matchId());
            }
        }
        assertThat(paged).isEqualTo(truth).hasSizeBetween(40, 90);
        JsonNode count = client.json(Service.HALOSTATS, ownHistory + "/count");
        assertThat(count.get("MatchesPlayedCount").asInt()).isEqualTo(truth.size());
        JsonNode byName =
                client.json(Service.HALOSTATS, "/hi/players/" + world.owner().gamertag() + "/matches?start=10&count=1");
        assertThat(byName.get("Results").get(0).get("MatchId").asString()).isEqualTo(truth.get(10));
    }

    @Test
    void narrowsAHistoryToKindsOfGames() throws Exception {
        JsonNode count = client.json(Service.HALOSTATS, ownHistory + "/count");
        int custom = 0;
        for (JsonNode match :
                client.json(Service.HALOSTATS, ownHistory + "?type=custom").get("Results")) {
            assertThat(match.get("MatchInfo").get("Playlist").isNull()).isTrue();
            custom++;
        }

        assertThat(custom)
                .isPositive()
                .isEqualTo(count.get("CustomMatchesPlayedCount").asInt());
        assertThat(client.json(Service.HALOSTATS, ownHistory + "?type=3")
                        .get("ResultCount")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesPagesThatAreTooLong() throws Exception {
        assertThat(client.status(Service.HALOSTATS, ownHistory + "?count=26")).isEqualTo(400);
        assertThat(client.status(Service.HALOSTATS, ownHistory + "?count=0")).isEqualTo(400);
        assertThat(client.status(Service.HALOSTATS, ownHistory + "?start=-1")).isEqualTo(400);
    }

    @Test
    void matchesPlayedMeanwhileMoveThePagesOn() throws Exception {
        String page = ownHistory + "?start=25&count=25";
        List<String> before = ids(client.json(Service.HALOSTATS, page));
        int own = (int) world.play(8).stream()
                .filter(match -> match.xuids().contains(owner))
                .count();

        List<String> after = ids(client.json(Service.HALOSTATS, page));

        assertThat(own).isPositive();
        assertThat(after.subList(own, 25)).isEqualTo(before.subList(0, 25 - own));
    }

    @Test
    void somethingCanHappenBeforeTheNthRequest() throws Exception {
        int matches = world.matches().size();
        server.before(Kind.HISTORY, 2, () -> world.play(3));

        client.get(Service.HALOSTATS, ownHistory);
        assertThat(world.matches()).hasSize(matches);
        client.get(Service.HALOSTATS, ownHistory);
        client.get(Service.HALOSTATS, ownHistory);

        assertThat(world.matches()).hasSize(matches + 3);
    }

    @Test
    void servesTheDocumentsOfMatchesThatHaveBeenPlayed() throws Exception {
        GeneratedMatch match = world.matches().getLast();

        HttpResponse<byte[]> response = client.get(Service.HALOSTATS, "/hi/matches/" + match.matchId() + "/stats");
        assertThat(response.body()).isEqualTo(match.document().json());

        String next = World.of(CAREER).matches().get(90).matchId();
        assertThat(client.status(Service.HALOSTATS, "/hi/matches/" + next + "/stats"))
                .isEqualTo(404);
        world.play(1);
        assertThat(client.status(Service.HALOSTATS, "/hi/matches/" + next + "/stats"))
                .isEqualTo(200);
    }

    @Test
    void servesTheSkillOfThoseWhoAreAskedFor() throws Exception {
        GeneratedMatch match = world.matches().stream()
                .filter(each -> each.skill().isAvailable() && each.xuids().size() > 2)
                .findFirst()
                .orElseThrow();
        String path = "/hi/matches/" + match.matchId() + "/skill?players=";
        List<String> players =
                match.xuids().stream().map(xuid -> "xuid(" + xuid + ")").toList();

        JsonNode joined = client.json(Service.SKILL, path + String.join(",", players));
        JsonNode repeated = client.json(Service.SKILL, path + String.join("&players=", players));

        assertThat(repeated).isEqualTo(joined);
        assertThat(joined.get("Value")
                        .valueStream()
                        .map(value -> value.get("Id").asString()))
                .isEqualTo(players);
        assertThat(joined.get("Value")
                        .valueStream()
                        .map(value -> value.get("ResultCode").asInt()))
                .isEqualTo(match.skill().entries().stream()
                        .map(SkillEntry::resultCode)
                        .toList());
        assertThat(client.status(Service.SKILL, path + match.xuids().getFirst()))
                .isEqualTo(400);
        assertThat(client.status(Service.SKILL, path + "bid(3.0)")).isEqualTo(400);
    }

    @Test
    void aPlayerWhoWasNotThereMakesSkillMissingForTheStatusAlone() throws Exception {
        GeneratedMatch match = world.matches().stream()
                .filter(each -> each.skill().isAvailable())
                .findFirst()
                .orElseThrow();

        HttpResponse<byte[]> response = client.get(
                Service.SKILL,
                "/hi/matches/" + match.matchId() + "/skill?players=xuid("
                        + match.xuids().getFirst() + "),xuid(1)");

        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode values = Client.MAPPER.readTree(response.body()).get("Value");
        assertThat(values).hasSize(2);
        assertThat(values.get(1).get("ResultCode").asInt()).isEqualTo(1);
    }

    @Test
    void knowsNoSkillOfCustomGames() throws Exception {
        GeneratedMatch custom = world.matches().stream()
                .filter(each -> each.scoreboard().fixture().pairing().playlist() == null)
                .findFirst()
                .orElseThrow();

        assertThat(client.status(
                        Service.SKILL,
                        "/hi/matches/" + custom.matchId() + "/skill?players=xuid("
                                + custom.xuids().getFirst() + ")"))
                .isEqualTo(404);
    }

    @Test
    void servesFilms() throws Exception {
        GeneratedMatch match = world.matches().get(40);

        JsonNode manifest = client.json(Service.DISCOVERY, "/hi/films/matches/" + match.matchId() + "/spectate");
        JsonNode last =
                manifest.get("CustomData").get("Chunks").valueStream().toList().getLast();
        String prefix = manifest.get("BlobStoragePathPrefix")
                .asString()
                .replace("https://blobs-infiniteugc.svc.halowaypoint.com", "");
        HttpResponse<byte[]> chunk = client.get(
                Service.BLOBS, prefix + last.get("FileRelativePath").asString().substring(1));

        assertThat(last.get("ChunkType").asInt()).isEqualTo(3);
        assertThat(chunk.body())
                .hasSize(last.get("ChunkSize").asInt())
                .isEqualTo(match.film().chunk())
                .startsWith(0x78, 0x5E);
        assertThat(manifest.get("CustomData").get("FilmMajorVersion").asInt())
                .isEqualTo(match.film().majorVersion());
    }

    @Test
    void servesNames() throws Exception {
        GeneratedMatch match = world.matches().getFirst();
        String xuids = match.xuids().stream().map(String::valueOf).collect(Collectors.joining(","));

        JsonNode users = client.json(Service.PROFILE, "/users?xuids=" + xuids + ",1");

        assertThat(users).hasSize(match.xuids().size());
        for (JsonNode user : users) {
            assertThat(user.get("gamertag").asString())
                    .isEqualTo(world.gamertag(Long.parseLong(user.get("xuid").asString()))
                            .orElseThrow());
        }
        assertThat(client.json(Service.PROFILE, "/users/gt(DEMOLARKSPUR)")
                        .get("xuid")
                        .asString())
                .isEqualTo(Long.toString(owner));
        assertThat(client.status(Service.PROFILE, "/users/gt(Nobody%20Here)")).isEqualTo(400);
        assertThat(client.json(Service.COMMS, "/users/me").get("gamertag").asString())
                .isEqualTo("DemoLarkspur");
    }

    @Test
    void servesAssetsButForVersionsThatAreGone() throws Exception {
        Set<Boolean> gone = new LinkedHashSet<>();
        for (AssetName name : Career.names()) {
            if (name.kind() == AssetKind.MAP || name.kind() == AssetKind.PLAYLIST) {
                String path = (name.kind() == AssetKind.MAP ? "/hi/maps/" : "/hi/playlists/") + name.assetId();
                boolean isGone = AssetDocuments.isGone(name.assetId());
                gone.add(isGone);

                assertThat(client.status(Service.DISCOVERY, path + "/versions/" + name.versionId()))
                        .isEqualTo(isGone ? 404 : 200);
                assertThat(client.json(Service.DISCOVERY, path)
                                .get("PublicName")
                                .asString())
                        .isEqualTo(name.publicName());
            }
        }
        assertThat(gone).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void doesNotSendContentAgainToWhoeverHasIt() throws Exception {
        String path = "/hi/Waypoint/file/medals/metadata.json";
        HttpResponse<byte[]> first = client.get(Service.CMS, path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> second =
                client.send(client.request(Service.CMS, path).header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(server.requests().answered(Kind.MEDALS)).isEqualTo(1);
    }

    @Test
    void summarisesACareer() throws Exception {
        JsonNode record = client.json(Service.HALOSTATS, "/hi/players/xuid(" + owner + ")/matchmade/servicerecord");
        JsonNode rank =
                client.json(Service.ECONOMY, "/hi/players/xuid(" + owner + ")/rewardtracks/careerranks/careerrank1");

        int matches = 0;
        int kills = 0;
        int wins = 0;
        for (GeneratedMatch match : world.history(owner)) {
            Scoreboard board = match.scoreboard();
            for (Scoreboard.Entry entry : board.entries()) {
                if (entry.xuid() == owner && board.fixture().pairing().playlist() != null) {
                    matches++;
                    kills += entry.kills();
                    wins += entry.outcome() == 2 ? 1 : 0;
                }
            }
        }
        assertThat(record.get("MatchesCompleted").asInt()).isEqualTo(matches);
        assertThat(record.get("CoreStats").get("Kills").asInt()).isEqualTo(kills);
        assertThat(record.get("Wins").asInt()).isEqualTo(wins);
        assertThat(rank.get("CurrentProgress").get("Rank").asInt()).isPositive();
    }

    @Test
    void aRankIsThatAfterTheLastMatchOfThePlaylist() throws Exception {
        World ranked = World.of(Career.of(CareerPlan.mixed(7, 80).withMix(MatchMix.ARENA)));
        int last = -1;
        for (GeneratedMatch match : ranked.matches()) {
            Playlist playlist = match.scoreboard().fixture().pairing().playlist();
            if (playlist != null && playlist.asset().assetId().equals(RANKED_ARENA)) {
                for (SkillEntry entry : match.skill().entries()) {
                    Csr after = entry.after();
                    last = entry.xuid() == owner && after != null ? after.value() : last;
                }
            }
        }

        try (HaloServer other = HaloServer.start(ranked);
                Client otherClient = new Client(other)) {
            JsonNode csr = otherClient.json(
                    Service.SKILL, "/hi/playlist/" + RANKED_ARENA + "/csrs?players=xuid(" + owner + ")&season=any");

            assertThat(last).isPositive();
            assertThat(csr.get("Value")
                            .get(0)
                            .get("Result")
                            .get("Current")
                            .get("Value")
                            .asInt())
                    .isEqualTo(last);
        }
    }

    @Test
    void countsHowMuchItIsAskedAtOnce() throws Exception {
        server.before(Kind.HISTORY, 1, () -> {
            try {
                client.get(Service.PROFILE, "/users/me");
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        });

        client.get(Service.HALOSTATS, ownHistory);

        assertThat(server.requests().mostAtOnce()).isEqualTo(2);
    }

    @Test
    void wantsTheTokenAndWhereNeededTheClearance() throws Exception {
        assertThat(client.send(client.request(Service.CMS, "/hi/Waypoint/file/medals/metadata.json")
                                .setHeader("343-clearance", "none"))
                        .statusCode())
                .isEqualTo(401);
        client.use("none");
        assertThat(client.status(Service.HALOSTATS, ownHistory)).isEqualTo(401);

        assertThat(server.requests().refused()).isEqualTo(Map.of(Kind.MEDALS, 1, Kind.HISTORY, 1));
    }

    @Test
    void countsWhatItIsAsked() throws Exception {
        String path = "/hi/matches/" + world.matches().getFirst().matchId() + "/stats";
        client.get(Service.HALOSTATS, path);
        client.get(Service.HALOSTATS, path);
        client.get(Service.HALOSTATS, ownHistory);
        client.get(Service.HALOSTATS, "/nothing");

        Requests requests = server.requests();

        assertThat(requests.asked(Kind.STATS)).isEqualTo(2);
        assertThat(requests.asked(Kind.OTHER)).isEqualTo(1);
        assertThat(requests.answered(Kind.OTHER)).isZero();
        assertThat(requests.total()).isEqualTo(4);
        assertThat(requests.repeated("/stats")).isEqualTo(Map.of("/halostats" + path, 2));
        assertThat(requests.repeated("/matches?")).isEmpty();
        server.forgetRequests();
        assertThat(server.requests().total()).isZero();
    }

    @Test
    void playsNoMoreThanTheCareerHas() {
        assertThatThrownBy(() -> world.play(31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the career has 30 matches left, not 31");
    }

    private static List<String> ids(JsonNode page) {
        return page.get("Results")
                .valueStream()
                .map(match -> match.get("MatchId").asString())
                .toList();
    }
}
