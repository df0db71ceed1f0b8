package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.skill.Csr;
import dev.spartanlake.generator.skill.SkillEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is served beside a match document is about the same match.
class GeneratedMatchTest {

    private static final CareerPlan PLAN = CareerPlan.mixed(11, 96);
    private static final Career CAREER = Career.of(PLAN);

    @Test
    void haveTheDocumentsOfTheCareer() {
        List<String> documents = new ArrayList<>();
        CAREER.forEach(document -> documents.add(document.matchId() + document.startTime() + document.sizeBytes()));

        List<String> matches = new ArrayList<>();
        CAREER.matches()
                .forEach(match -> matches.add(match.matchId()
                        + match.document().startTime()
                        + match.document().sizeBytes()));

        assertThat(matches).isEqualTo(documents);
    }

    @Test
    void areTheSameEveryTime() {
        List<String> once = new ArrayList<>();
        List<String> again = new ArrayList<>();
        CAREER.matches().forEach(match -> once.add(match.film().manifest() + match.skill()));
        CAREER.matches().forEach(match -> again.add(match.film().manifest() + match.skill()));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void filmsHaveTheKillsDeathsAndMedalsOfTheDocument() {
        Set<Integer> versions = new HashSet<>();
        for (GeneratedMatch match : CAREER.matches()) {
            Map<String, Integer> filmed = new TreeMap<>();
            for (FilmEvent event : match.film().events()) {
                String xuid = "xuid(" + event.player().xuid() + ")";
                if (event.isKill()) {
                    filmed.merge(xuid + " kills", 1, Integer::sum);
                } else if (event.isDeath()) {
                    filmed.merge(xuid + " deaths", 1, Integer::sum);
                } else if (event.isMedal()) {
                    filmed.merge(xuid + " medals", 1, Integer::sum);
                }
            }
            versions.add(match.film().majorVersion());

            assertThat(filmed).as(match.matchId()).isEqualTo(documented(Documents.parse(match.document())));
        }
        assertThat(versions).hasSize(12);
    }

    /// Kills of the computer's own troops are in no film.
    private static Map<String, Integer> documented(JsonNode document) {
        Map<String, Integer> counts = new TreeMap<>();
        boolean filmed = Documents.category(document) != 42;
        for (JsonNode player : document.get("Players")) {
            if (Documents.isHuman(player)) {
                String id = player.get("PlayerId").asString();
                for (JsonNode block : Documents.playerBlocks(player)) {
                    JsonNode core = block.get("CoreStats");
                    count(counts, id + " kills", filmed ? core.get("Kills").asInt() : 0);
                    count(counts, id + " deaths", core.get("Deaths").asInt());
                    core.get("Medals")
                            .forEach(medal -> count(
                                    counts, id + " medals", medal.get("Count").asInt()));
                }
            }
        }
        return counts;
    }

    private static void count(Map<String, Integer> counts, String key, int count) {
        if (count > 0) {
            counts.merge(key, count, Integer::sum);
        }
    }

    @Test
    void skillHasTheHumansOfPlaylistsButThoseAgainstTheComputer() {
        for (GeneratedMatch match : CAREER.matches()) {
            JsonNode document = Documents.parse(match.document());
            boolean rated = !Documents.info(document).get("Playlist").isNull() && Documents.category(document) != 42;
            List<Long> rows =
                    match.skill().entries().stream().map(SkillEntry::xuid).toList();

            assertThat(rows).isEqualTo(rated ? match.xuids() : List.of());
        }
    }

    @Test
    void teamMatesShareTheRatingOfTheTeam() {
        for (GeneratedMatch match : CAREER.matches()) {
            Map<Integer, Double> ratings = new HashMap<>();
            for (SkillEntry entry : match.skill().entries()) {
                ratings.putIfAbsent(entry.teamId(), entry.teamMmr());
                assertThat(entry.teamMmr()).isEqualTo(ratings.get(entry.teamId()));
            }
        }
    }

    @Test
    void aRankedMatchBeginsWithTheRankThatTheOneBeforeEndedWith() {
        CareerPlan plan = PLAN.withMix(MatchMix.ARENA).withMatches(300);
        Map<String, Csr> standings = new HashMap<>();
        int placings = 0;
        int missing = 0;
        for (GeneratedMatch match : Career.of(plan).matches()) {
            String playlist = Documents.info(Documents.parse(match.document()))
                    .path("Playlist")
                    .path("AssetId")
                    .asString("");
            for (SkillEntry entry : match.skill().entries()) {
                boolean tracked = plan.players().stream().anyMatch(player -> player.xuid() == entry.xuid());
                missing += entry.isFound() ? 0 : 1;
                if (tracked && entry.isFound() && !Csr.NONE.equals(entry.before())) {
                    Csr before = Objects.requireNonNull(entry.before());
                    Csr after = Objects.requireNonNull(entry.after());
                    Csr last = standings.put(entry.xuid() + playlist, after);
                    placings += !before.isPlaced() && after.isPlaced() ? 1 : 0;
                    if (last != null) {
                        assertThat(before).isEqualTo(last);
                    }
                }
            }
        }
        assertThat(placings).isEqualTo(4);
        assertThat(missing).isPositive();
    }

    @Test
    void humansHaveNamesThatNobodyElseHas() {
        Map<String, Long> names = new HashMap<>();
        for (GeneratedMatch match :
                Career.of(CareerPlan.demo().withMatches(300)).matches()) {
            for (long xuid : match.xuids()) {
                String name = Career.of(CareerPlan.demo()).gamertag(xuid);
                assertThat(name).hasSizeBetween(1, 16);
                assertThat(names.merge(name, xuid, (first, _) -> first))
                        .as(name)
                        .isEqualTo(xuid);
            }
        }
        assertThat(names).containsKeys("DemoLarkspur", "DemoAnvil").hasSizeGreaterThan(500);
    }
}
