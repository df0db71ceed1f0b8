package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.service.AssetDocuments;
import dev.spartanlake.generator.service.Calendars;
import dev.spartanlake.generator.service.CareerRanks;
import dev.spartanlake.generator.service.MedalMetadata;
import dev.spartanlake.generator.service.PlaylistConfig;
import dev.spartanlake.generator.service.UserDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is served beside match documents has the members of recorded answers, in the same order
/// and of the same JSON types.
class ServiceShapeTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final CareerPlan PLAN = CareerPlan.mixed(5, 120);

    /// What is a text, an empty object or null at times, and why no recording has it.
    private static final Set<String> ODD_IN_SKILL = Set.of(
            "$.Value[].Result",
            "$.Value[].Result.TeamMmr",
            "$.Value[].Result.StatPerformances",
            "$.Value[].Result.Counterfactuals");

    @Test
    void skillDocuments() {
        Shapes recorded = recorded("api/get_match_skill.json", "api/player_match_skill_8d641322.json");
        Shapes generated = new Shapes();
        for (GeneratedMatch match : Career.of(PLAN).matches()) {
            if (match.skill().isAvailable()) {
                generated.add(MAPPER.readTree(match.skill().json(match.xuids())));
            }
        }

        generated.orders.forEach((place, orders) -> {
            Set<String> known = new TreeSet<>(recorded.ordersAt(place));
            known.add("");
            if (!place.endsWith(".TeamMmrs")) {
                assertThat(known).as(place).containsAll(orders);
            }
        });
        generated.types.forEach((place, types) -> {
            Set<String> allowed = new TreeSet<>(recorded.types.getOrDefault(place, Set.of("FRACTION")));
            if (ODD_IN_SKILL.contains(place) || place.contains("TierCounterfactuals") || place.contains("TeamMmrs")) {
                allowed.addAll(Set.of("STRING", "NULL"));
            }
            assertThat(allowed).as(place).containsAll(types);
        });
        assertThat(generated.types.get("$.Value[].Result.TeamMmr")).contains("STRING");
        assertThat(generated.types.get("$.Value[].Result.Counterfactuals")).contains("NULL", "OBJECT");
        assertThat(generated.types.get("$.Value[].Result.Counterfactuals.TierCounterfactuals.Bronze.Kills"))
                .contains("STRING", "FRACTION");
        assertThat(generated.ordersAt("$.Value[].Result.StatPerformances")).contains("", "Kills,Deaths");
    }

    @Test
    void historyItems() {
        Shapes recorded = new Shapes();
        Documents.read(Documents.shared("api/get_match_history.json"))
                .get("Results")
                .forEach(recorded::add);
        Shapes generated = new Shapes();
        for (GeneratedMatch match : Career.of(PLAN.withEarlyMatches(0)).matches()) {
            if (match.scoreboard().fixture().pairing().playlist() == null) {
                continue; // of custom games nothing was recorded
            }
            long owner = match.xuids().stream()
                    .filter(xuid -> PLAN.players().stream().anyMatch(player -> player.xuid() == xuid))
                    .findFirst()
                    .orElseThrow();
            generated.add(MAPPER.readTree(match.historyItem(owner)));
        }

        assertSame(generated, recorded);
    }

    @Test
    void filmManifests() {
        GeneratedMatch match = Career.of(PLAN).matches().iterator().next();

        assertSame(shapes(match.film().manifest()), recorded("api/get_film_by_match_id.json"));
    }

    @Test
    void assets() {
        assertSame(asset(AssetKind.MAP, "maps"), recorded("api/get_map.json"));
        assertSame(asset(AssetKind.PLAYLIST, "playlists"), recorded("api/get_playlist.json"));
        assertSame(asset(AssetKind.MAP_MODE_PAIR, "mapModePairs"), recorded("api/get_map_mode_pair.json"));
        Shapes variants = asset(AssetKind.GAME_VARIANT, "ugcGameVariants");
        assertThat(variants.orders.keySet()).noneMatch(place -> place.contains("EngineGameVariantLink"));
        Shapes recorded = recorded("api/get_ugc_game_variant.json");
        assertThat(recorded.ordersAt("$")).isEqualTo(variants.ordersAt("$"));
    }

    @Test
    void users() {
        assertSame(shapes(UserDocument.of(1, "Demo \"One\"").toString()), recorded("api/get_user.json"));
        assertSame(shapes(JsonObject.array(List.of(UserDocument.of(1, "Demo")))), recorded("api/get_users.json"));
    }

    @Test
    void ranksAndCalendars() {
        Shapes track = shapes(CareerRanks.track());
        assertThat(track.ordersAt("$.Ranks[]"))
                .isEqualTo(recorded("api/get_career_reward_track.json").ordersAt("$.Ranks[]"));
        assertSame(shapes(Calendars.csrSeasons()), recorded("api/get_csr_season_calendar.json"));
        assertSame(shapes(Calendars.seasons()), recorded("api/get_season_calendar.json"));
    }

    @Test
    void medals() {
        Shapes recorded = recorded("reference/medal_metadata.json");
        Shapes generated = shapes(MedalMetadata.json());

        assertThat(generated.ordersAt("$")).isEqualTo(recorded.ordersAt("$"));
        assertThat(generated.ordersAt("$.medals[]")).isEqualTo(recorded.ordersAt("$.medals[]"));
        assertThat(generated.ordersAt("$.sprites")).isEqualTo(recorded.ordersAt("$.sprites"));
    }

    @Test
    void everyPlaylistOfTheCareersHasAConfiguration() {
        for (AssetName name : Career.names()) {
            if (name.kind() == AssetKind.PLAYLIST) {
                JsonNode config =
                        MAPPER.readTree(PlaylistConfig.of(name.assetId()).orElseThrow());
                assertThat(config.get("HasCsr").asBoolean())
                        .as(name.publicName())
                        .isEqualTo(name.publicName().startsWith("Ranked"));
            }
        }
        assertThat(PlaylistConfig.of("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    private static Shapes asset(AssetKind kind, String path) {
        Shapes shapes = new Shapes();
        for (AssetName name : Career.names()) {
            if (name.kind() == kind) {
                JsonNode latest = MAPPER.readTree(
                        AssetDocuments.latest(path, name.assetId()).orElseThrow());
                shapes.add(latest);
                assertThat(latest.get("PublicName").asString()).isEqualTo(name.publicName());
                assertThat(AssetDocuments.version(path, name.assetId(), name.versionId())
                                .isEmpty())
                        .isEqualTo(AssetDocuments.isGone(name.assetId()));
            }
        }
        return shapes;
    }

    private static void assertSame(Shapes generated, Shapes recorded) {
        generated.orders.forEach((place, orders) ->
                assertThat(recorded.ordersAt(place)).as(place).containsAll(orders));
        generated.types.forEach((place, types) ->
                assertThat(recorded.types.getOrDefault(place, types)).as(place).containsAll(types));
    }

    private static Shapes shapes(String json) {
        Shapes shapes = new Shapes();
        shapes.add(MAPPER.readTree(json));
        return shapes;
    }

    private static Shapes recorded(String... names) {
        Shapes shapes = new Shapes();
        for (String name : names) {
            shapes.add(Documents.read(Documents.shared(name)));
        }
        return shapes;
    }
}
