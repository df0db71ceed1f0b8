package dev.spartanlake.halo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.asset.Asset;
import dev.spartanlake.halo.asset.AssetKind;
import dev.spartanlake.halo.asset.AssetVersion;
import dev.spartanlake.halo.content.CareerTrack;
import dev.spartanlake.halo.content.CsrSeason;
import dev.spartanlake.halo.content.MedalMetadata;
import dev.spartanlake.halo.content.SeasonCalendar;
import dev.spartanlake.halo.film.FilmManifest;
import dev.spartanlake.halo.match.HistoryKind;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.match.PlayerSkill;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.player.RecordKind;
import dev.spartanlake.halo.player.Xuid;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.testsupport.SharedData;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What recorded answers say, read off them by eye.
class RecordedAnswersTest {

    private static final Xuid PLAYER = new Xuid(2533274800000001L);
    private static final String XUID = "xuid(2533274800000001)";
    private static final UUID ID = UUID.fromString("9e3b9529-4dd9-47b0-9669-1f589b9daaf0");
    private static final AssetVersion VERSION = new AssetVersion(ID, ID);

    @RegisterExtension
    private final ScriptedApi api = new ScriptedApi();

    @Test
    void readsAHistory() throws Exception {
        api.server().on("/halostats/hi/players/" + XUID + "/matches", Recorded.packed("get_match_history"));

        HistoryPage page = found(api.client().matches().history(PLAYER, 0, 25, HistoryKind.MATCHMAKING));

        assertThat(api.server().seen().getFirst().target()).endsWith("/matches?start=0&count=25&type=matchmaking");
        assertThat(page.entries()).hasSize(25);
        HistoryPage.Entry first = page.entries().getFirst();
        assertThat(first.matchId()).hasToString("63391382-6b88-43f9-9ff4-6313404c419c");
        assertThat(first.end()).isEqualTo(Instant.parse("2025-01-29T04:39:04.667Z"));
    }

    @Test
    void readsACount() throws Exception {
        api.server().on("/halostats/hi/players/" + XUID + "/matches/count", Recorded.packed("get_match_count"));

        assertThat(found(api.client().matches().count(PLAYER))).isEqualTo(new MatchCount(731));
    }

    @Test
    void handsStatsOnAsTheyWereServed() throws Exception {
        byte[] stats = Files.readAllBytes(SharedData.matches().getFirst());
        api.server().on("/halostats/hi/matches/" + ID + "/stats", ScriptedServer.bytes(200, stats, Map.of()));

        assertThat(found(api.client().matches().stats(ID))).isEqualTo(Bytes.of(stats));
    }

    @Test
    void readsSkill() throws Exception {
        api.server().on("/skill/hi/matches/" + ID + "/skill", Recorded.packed("get_match_skill"));

        Served<List<PlayerSkill>> served =
                found(api.client().matches().skill(ID, List.of(PLAYER, new Xuid(2533274800000002L))));

        assertThat(api.server().seen().getFirst().target())
                .endsWith("/skill?players=" + XUID + ",xuid(2533274800000002)");
        assertThat(served.body()).isEqualTo(Bytes.of(Recorded.bytes("get_match_skill")));
        assertThat(served.content()).containsExactly(new PlayerSkill(0, true));
    }

    @Test
    void readsPlayers() throws Exception {
        api.server().on("/profile/users", Recorded.packed("get_users"));
        api.server().on("/profile/users/gt(GAMERTAG)", Recorded.packed("get_user"));
        api.server().on("/profile/users/me", Recorded.packed("get_user"));

        assertThat(found(api.client().players().byXuids(List.of(PLAYER, PLAYER))))
                .containsExactly(new Player(new Xuid(1234567890123456L), "GAMERTAG"));
        assertThat(api.server().seen().getFirst().target()).isEqualTo("/profile/users?xuids=2533274800000001");
        assertThat(found(api.client().players().byGamertag("GAMERTAG")))
                .isEqualTo(new Player(new Xuid(1234567890), "GAMERTAG"));
        assertThat(found(api.client().players().me())).isEqualTo(new Player(new Xuid(1234567890), "GAMERTAG"));
    }

    @Test
    void readsRecordsAndRanks() throws Exception {
        String record = "/halostats/hi/players/" + XUID + "/matchmade/servicerecord";
        api.server().on(record, Recorded.packed("get_service_record"));
        api.server().on("/skill/hi/playlist/" + ID + "/csrs", Recorded.packed("get_playlist_csr"));

        assertThat(found(api.client().players().serviceRecord(PLAYER, RecordKind.MATCHMADE)))
                .isEqualTo(Bytes.of(Recorded.bytes("get_service_record")));
        assertThat(api.client().players().seasonRecord(PLAYER, "Csr/Seasons/CsrSeason9-1.json"))
                .isInstanceOf(Reply.Found.class);
        assertThat(api.server().seen().getLast().target())
                .isEqualTo(record + "?seasonid=Csr%2FSeasons%2FCsrSeason9-1.json");
        assertThat(found(api.client().players().playlistCsr(ID, List.of(PLAYER), "CsrSeason9-1")))
                .isEqualTo(Bytes.of(Recorded.bytes("get_playlist_csr")));
        assertThat(api.server().seen().getLast().target()).endsWith("/csrs?players=" + XUID + "&season=CsrSeason9-1");
    }

    @Test
    void readsAssets() throws Exception {
        String maps = "/discovery-infiniteugc/hi/maps/" + ID;
        api.server().on(maps + "/versions/" + ID, Recorded.packed("get_map"));
        api.server().on(maps, Recorded.packed("get_map"));
        api.server()
                .on(
                        "/discovery-infiniteugc/hi/ugcGameVariants/" + ID + "/versions/" + ID,
                        Recorded.packed("get_ugc_game_variant"));
        api.server()
                .on("/discovery-infiniteugc/hi/playlists/" + ID + "/versions/" + ID, Recorded.packed("get_playlist"));
        api.server()
                .on(
                        "/discovery-infiniteugc/hi/mapModePairs/" + ID + "/versions/" + ID,
                        Recorded.packed("get_map_mode_pair"));

        Asset map = asset(AssetKind.MAP);
        assertThat(map.name()).isEqualTo("Forge Space");
        assertThat(map.version())
                .isEqualTo(new AssetVersion(
                        UUID.fromString("76669255-697d-48c9-a802-7ff2ec8257f1"),
                        UUID.fromString("b8abf687-4e95-4846-83c7-33e779eed33e")));
        assertThat(api.server().seen().getLast().headers()).containsEntry("accept-language", "fr-FR");
        assertThat(found(api.client().assets().newest(AssetKind.MAP, ID, "fr-FR"))
                        .content())
                .isEqualTo(map);
        assertThat(asset(AssetKind.UGC_GAME_VARIANT).name()).isEqualTo("Fiesta:Slayer");
        assertThat(asset(AssetKind.PLAYLIST).name()).isEqualTo("Ranked Arena");
        assertThat(asset(AssetKind.MAP_MODE_PAIR).map())
                .isEqualTo(new AssetVersion(
                        UUID.fromString("e859cf75-9b8a-429a-91be-2376681c8537"),
                        UUID.fromString("d13e5fc9-6af1-4c9d-a583-2264bee98fe6")));
    }

    @Test
    void readsAManifest() throws Exception {
        api.server()
                .on(
                        "/discovery-infiniteugc/hi/films/matches/" + ID + "/spectate",
                        Recorded.packed("get_film_by_match_id"));

        FilmManifest film = found(api.client().films().manifest(ID)).content();

        assertThat(film.chunks()).hasSize(27);
        assertThat(film.majorVersion()).isEqualTo(34);
        assertThat(film.highlights().orElseThrow().index()).isEqualTo(26);
        assertThat(film.highlights().orElseThrow().sizeBytes()).isEqualTo(124693);
        assertThat(film.highlights().orElseThrow().path()).isEqualTo("/filmChunk26");
    }

    @Test
    void readsContent() throws Exception {
        api.server()
                .on(
                        "/gamecms-hacs/hi/Progression/file/RewardTracks/CareerRanks/careerRank1.json",
                        Recorded.packed("get_career_reward_track"));
        api.server()
                .on(
                        "/gamecms-hacs/hi/Progression/file/Csr/Calendars/CsrSeasonCalendar.json",
                        Recorded.packed("get_csr_season_calendar"));
        api.server()
                .on(
                        "/gamecms-hacs/hi/progression/file/calendars/seasons/seasoncalendar.json",
                        Recorded.packed("get_season_calendar"));

        CareerTrack track = found(api.client().content().careerTrack()).content();
        assertThat(track.ranks()).hasSize(272);
        assertThat(track.ranks().stream().mapToInt(CareerTrack.Rank::xpRequired).sum())
                .isEqualTo(9_319_351);
        assertThat(track.ranks().getFirst().title().value()).isEqualTo("Recruit");
        assertThat(found(api.client().content().csrSeasons()).content())
                .contains(new CsrSeason(
                        "Csr/Seasons/CsrSeason1.json",
                        Instant.parse("2021-06-20T17:00:00Z"),
                        Instant.parse("2022-02-22T22:00:00Z")));
        SeasonCalendar calendar = found(api.client().content().seasons()).content();
        assertThat(calendar.seasons().getFirst().metadata()).isEqualTo("Seasons/Season1.json");
        assertThat(calendar.careerTrack()).isEqualTo("RewardTracks/CareerRanks/careerrank1.json");
    }

    @Test
    void readsMedals() throws Exception {
        byte[] file = Files.readAllBytes(SharedData.require("reference/medal_metadata.json"));
        api.server()
                .on("/gamecms-hacs/hi/Waypoint/file/medals/metadata.json", ScriptedServer.bytes(200, file, Map.of()));

        MedalMetadata metadata = found(api.client().content().medals()).content();

        assertThat(metadata.medals()).hasSize(151);
        assertThat(metadata.difficulties()).containsExactly("normal", "heroic", "legendary", "mythic");
        MedalMetadata.Medal medal = metadata.medals().stream()
                .filter(each -> each.nameId() == 622331684L)
                .findFirst()
                .orElseThrow();
        assertThat(medal.name().value()).isEqualTo("Double Kill");
        assertThat(medal.name().translations()).containsEntry("fr-FR", "Double frag");
        assertThat(metadata.types().get(medal.typeIndex())).isEqualTo("multikill");
    }

    private Asset asset(AssetKind kind) throws InterruptedException {
        return found(api.client().assets().version(kind, VERSION, "fr-FR")).content();
    }

    private static <T> T found(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Found.class);
        return ((Reply.Found<T>) reply).value();
    }
}
