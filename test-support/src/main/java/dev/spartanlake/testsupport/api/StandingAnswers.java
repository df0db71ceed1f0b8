package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.service.CareerRanks;
import dev.spartanlake.generator.service.PlaylistConfig;
import dev.spartanlake.generator.skill.Csr;
import dev.spartanlake.generator.skill.SkillEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers about where a player stands now: ranks, the service record, the career rank. They are
/// summed up from the matches played so far, anew each time.
final class StandingAnswers {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MATCHMADE = 3;
    private static final int UNPLACED_MATCHES = 5;

    private final World world;

    StandingAnswers(World world) {
        this.world = world;
    }

    /// The ranks of some players in a playlist.
    Reply playlistCsr(Request request, String playlistId) {
        List<Optional<Long>> xuids =
                request.list("players").stream().map(Request::xuid).toList();
        if (xuids.isEmpty() || xuids.stream().anyMatch(Optional::isEmpty)) {
            return Reply.empty(400);
        }
        if (!PlaylistConfig.isRanked(playlistId)) {
            return Reply.empty(404);
        }
        List<JsonObject> values = new ArrayList<>();
        for (Optional<Long> xuid : xuids) {
            List<Csr> ranks = ranks(xuid.orElseThrow(), playlistId);
            Csr unplaced = new Csr(-1, UNPLACED_MATCHES, UNPLACED_MATCHES);
            Csr current = ranks.isEmpty() ? unplaced : ranks.getLast();
            Csr highest =
                    ranks.stream().max(Comparator.comparingInt(Csr::value)).orElse(unplaced);
            values.add(new JsonObject()
                    .with("Id", "xuid(" + xuid.orElseThrow() + ")")
                    .with("ResultCode", 0)
                    .with(
                            "Result",
                            new JsonObject()
                                    .with("Current", current.json())
                                    .with("SeasonMax", highest.json())
                                    .with("AllTimeMax", highest.json())));
        }
        return Reply.json(new JsonObject().with("Value", values).toString());
    }

    /// What a player's rank was after each match of a playlist, the oldest first.
    private List<Csr> ranks(long xuid, String playlistId) {
        List<Csr> ranks = new ArrayList<>();
        for (GeneratedMatch match : world.matches()) {
            @Nullable Playlist playlist = match.scoreboard().fixture().pairing().playlist();
            if (playlist != null && playlist.asset().assetId().equals(playlistId)) {
                for (SkillEntry entry : match.skill().entries()) {
                    if (entry.xuid() == xuid && entry.after() != null) {
                        ranks.add(entry.after());
                    }
                }
            }
        }
        return ranks;
    }

    Reply careerRank(long xuid) {
        long experience = 0;
        for (GeneratedMatch match : world.history(xuid)) {
            for (JsonNode core :
                    ServiceRecord.cores(MAPPER.readTree(match.document().json()), xuid)) {
                experience += Math.max(0, core.get("PersonalScore").asLong());
            }
        }
        return Reply.json(CareerRanks.progress(experience));
    }

    /// The matchmade matches of a player, or the custom ones.
    Reply serviceRecord(long xuid, String lifecycle) {
        ServiceRecord record = new ServiceRecord();
        for (GeneratedMatch match : world.history(xuid)) {
            JsonNode document = MAPPER.readTree(match.document().json());
            boolean matchmade = document.get("MatchInfo").get("LifecycleMode").asInt() == MATCHMADE;
            if (matchmade == lifecycle.equals("matchmade") && !lifecycle.equals("local")) {
                record.add(document, xuid);
            }
        }
        return Reply.json(record.json());
    }
}
