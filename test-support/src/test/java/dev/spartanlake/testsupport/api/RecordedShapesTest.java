package dev.spartanlake.testsupport.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.testsupport.SharedData;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What is served has the members of recorded answers, of the same JSON types.
class RecordedShapesTest {

    private final World world = World.of(Career.of(CareerPlan.mixed(3, 64).withEarlyMatches(0)));
    private final HaloServer server = HaloServer.start(world);
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HALOSTATS, /hi/players/xuid(OWNER)/matches?type=matchmaking, get_match_history.json",
        "HALOSTATS, /hi/players/xuid(OWNER)/matches/count, get_match_count.json",
        "HALOSTATS, /hi/players/xuid(OWNER)/matchmade/servicerecord, get_service_record.json",
        "HALOSTATS, /hi/players/xuid(OWNER)/local/servicerecord, get_service_record_empty.json",
        "SKILL, /hi/playlist/edfef3ac-9cbe-4fa2-b949-8f29deafd483/csrs?players=xuid(OWNER), get_playlist_csr.json",
        "DISCOVERY, /hi/films/matches/MATCH/spectate, get_film_by_match_id.json",
        "DISCOVERY, /hi/playlists/edfef3ac-9cbe-4fa2-b949-8f29deafd483, get_playlist.json",
        "PROFILE, /users/xuid(OWNER), get_user.json",
        "PROFILE, /users?xuids=OWNER, get_users.json",
        "CMS, /hi/Progression/file/Csr/Calendars/CsrSeasonCalendar.json, get_csr_season_calendar.json",
        "CMS, /hi/progression/file/calendars/seasons/seasoncalendar.json, get_season_calendar.json",
        "CMS, /hi/Progression/file/RewardTracks/CareerRanks/careerRank1.json, get_career_reward_track.json",
        "SETTINGS, /oban/flight-configurations/titles/hi/audiences/RETAIL/active, clearance.json"
    })
    void areTheSame(Service service, String path, String recording) throws Exception {
        String real = path.replace("OWNER", Long.toString(world.owner().xuid()))
                .replace("MATCH", world.matches().getFirst().matchId());
        JsonNode recorded = Client.MAPPER.readTree(Files.readAllBytes(SharedData.require("api/" + recording)));

        JsonNode served = client.json(service, real);

        Map<String, Set<String>> known = new TreeMap<>();
        places("$", recorded, known);
        Map<String, Set<String>> found = new TreeMap<>();
        places("$", served, found);
        found.forEach((place, types) -> {
            // Translations are by language, and the recording of an empty text has none.
            if (!place.contains("translations")) {
                assertThat(known).containsKey(place);
                assertThat(known.get(place)).as(place).containsAll(types);
            }
        });
        assertThat(served.propertyNames().stream().toList())
                .isSubsetOf(recorded.propertyNames().stream().toList());
    }

    private static void places(String place, JsonNode node, Map<String, Set<String>> places) {
        String type = node.isNumber()
                ? node.isIntegralNumber() ? "WHOLE" : "FRACTION"
                : node.getNodeType().name();
        places.computeIfAbsent(place, _ -> new TreeSet<>()).add(type);
        node.properties().forEach(member -> places(place + "." + member.getKey(), member.getValue(), places));
        if (node.isArray()) {
            node.forEach(element -> places(place + "[]", element, places));
        }
    }
}
