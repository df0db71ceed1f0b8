package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What documents refer to by id has a name, and what is public about the game is as published.
class NamesTest {

    private static final Map<String, AssetKind> REFERENCES = Map.of(
            "MapVariant", AssetKind.MAP,
            "UgcGameVariant", AssetKind.GAME_VARIANT,
            "Playlist", AssetKind.PLAYLIST,
            "PlaylistMapModePair", AssetKind.MAP_MODE_PAIR);

    @Test
    void everyReferenceHasAName() {
        Map<String, AssetName> names =
                Career.names().stream().collect(Collectors.toMap(AssetName::assetId, name -> name));
        for (JsonNode document : Documents.of(CareerPlan.demo())) {
            REFERENCES.forEach((member, kind) -> {
                JsonNode reference = Documents.info(document).get(member);
                if (reference.isNull()) {
                    return;
                }
                String assetId = reference.get("AssetId").asString();
                assertThat(names).containsKey(assetId);
                AssetName name = Objects.requireNonNull(names.get(assetId));
                assertThat(name.kind()).isEqualTo(kind);
                assertThat(reference.get("AssetKind").asInt()).isEqualTo(kind.code());
                assertThat(reference.get("VersionId").asString()).isEqualTo(name.versionId());
            });
        }
    }

    @Test
    void pairsAreNamedAfterTheirVariantAndMap() {
        Map<String, String> names =
                Career.names().stream().collect(Collectors.toMap(AssetName::assetId, AssetName::publicName));
        for (JsonNode document : Documents.of(CareerPlan.mixed(1, 64))) {
            JsonNode info = Documents.info(document);
            if (info.get("PlaylistMapModePair").isNull()) {
                continue;
            }
            assertThat(names.get(info.get("PlaylistMapModePair").get("AssetId").asString()))
                    .isEqualTo(names.get(
                                    info.get("UgcGameVariant").get("AssetId").asString())
                            + " on "
                            + names.get(info.get("MapVariant").get("AssetId").asString()));
        }
    }

    @Test
    void playlistsAndPairsAreThoseOfTheTranslationFile() {
        JsonNode file = Documents.read(Documents.shared("reference/Playlist_modes_translations.json"));
        Map<String, String> playlists = new HashMap<>();
        file.get("playlists")
                .forEach(entry -> playlists.put(
                        entry.get("uuid").asString(),
                        entry.get("en").asString() + "/" + entry.get("fr").asString()));
        Map<String, String> pairs = new HashMap<>();
        file.get("modes")
                .forEach(entry ->
                        pairs.put(entry.get("en").asString(), entry.get("fr").asString()));

        List<AssetName> known = Career.names().stream()
                .filter(name -> playlists.containsKey(name.assetId()) || pairs.containsKey(name.publicName()))
                .toList();

        assertThat(known).filteredOn(name -> name.kind() == AssetKind.PLAYLIST).hasSizeGreaterThanOrEqualTo(7);
        assertThat(known)
                .filteredOn(name -> name.kind() == AssetKind.MAP_MODE_PAIR)
                .hasSizeGreaterThan(40);
        for (AssetName name : known) {
            if (name.kind() == AssetKind.PLAYLIST) {
                assertThat(name.publicName() + "/" + name.nameFr()).isEqualTo(playlists.get(name.assetId()));
            } else {
                assertThat(name.nameFr()).as(name.publicName()).isEqualTo(pairs.get(name.publicName()));
            }
        }
    }

    @Test
    void medalsAreThoseOfTheGame() {
        Set<String> known = new TreeSet<>();
        known.addAll(
                Documents.read(Documents.shared("reference/medals_en.json")).propertyNames());
        Documents.read(Documents.shared("derived/medals_missing_from_metadata.json"))
                .forEach(medal -> known.add(medal.get("nameId").asString()));

        assertThat(known).containsAll(ids("Medals").keySet());
        assertThat(ids("Medals").keySet())
                .filteredOn(id -> Long.parseLong(id) > Integer.MAX_VALUE)
                .hasSizeGreaterThan(10);
    }

    @Test
    void awardsHaveTheirPoints() {
        Map<String, JsonNode> points = new HashMap<>();
        Documents.read(Documents.shared("derived/personal_scores.json"))
                .forEach(award -> points.put(award.get("nameId").asString(), award.get("points")));

        ids("PersonalScores").forEach((id, perCount) -> {
            assertThat(points).containsKey(id);
            JsonNode constant = Objects.requireNonNull(points.get(id));
            if (!constant.isNull()) {
                assertThat(perCount).as(id).containsExactly(constant.asInt());
            }
        });
    }

    @Test
    void acquaintancesTurnUpAgainAndAgain() {
        Set<String> ids = Career.acquaintances().stream()
                .map(friend -> "xuid(" + friend.xuid() + ")")
                .collect(Collectors.toSet());
        Map<String, Integer> seen = new TreeMap<>();
        for (JsonNode document : Documents.of(CareerPlan.demo())) {
            document.get("Players")
                    .forEach(player -> seen.merge(player.get("PlayerId").asString(), 1, Integer::sum));
        }

        assertThat(ids).hasSize(12).allSatisfy(id -> assertThat(seen.get(id)).isGreaterThan(10));
    }

    @Test
    void nobodyHasARealXuid() {
        for (JsonNode document : Documents.of(CareerPlan.demo())) {
            for (JsonNode player : document.get("Players")) {
                assertThat(player.get("PlayerId").asString()).matches("xuid\\(253327[01]\\d{9}\\)|bid\\(\\d+\\.0\\)");
            }
        }
    }

    /// The ids in the demo with the points of one count each.
    private static Map<String, Set<Integer>> ids(String list) {
        Map<String, Set<Integer>> ids = new TreeMap<>();
        for (JsonNode document : Documents.of(CareerPlan.demo())) {
            for (JsonNode stats : Documents.statBlocks(document)) {
                for (JsonNode entry : stats.get("CoreStats").get(list)) {
                    int points = entry.get("TotalPersonalScoreAwarded").asInt();
                    ids.computeIfAbsent(entry.get("NameId").asString(), _ -> new TreeSet<>())
                            .add(points / entry.get("Count").asInt());
                }
            }
        }
        return ids;
    }
}
