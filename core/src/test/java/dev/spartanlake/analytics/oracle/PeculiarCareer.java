package dev.spartanlake.analytics.oracle;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Tampering;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.AssetName;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.match.Xuid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A warehouse of a generated career with everything that makes counting hard, also what the generator does not make.
public final class PeculiarCareer {

    /// Whose career it is.
    public static final Xuid PLAYER = new Xuid(2533270000000001L);

    /// Somebody who is tracked as well, sometimes team-mate and sometimes opponent.
    public static final Xuid RIVAL = new Xuid(2533270000000002L);

    private static final int BETWEEN_MOVED = 41;

    private final List<Edit> edits = List.of(
            new Edit(29, 3, match -> everybody(match, player -> player.put("Outcome", 7))),
            new Edit(31, 4, match -> everybody(match, player -> player.remove("Outcome"))),
            new Edit(41, 6, match -> everybody(match, player -> remove(player, "/ParticipationInfo", "TimePlayed"))),
            new Edit(43, 7, match -> remove(match, "/MatchInfo", "PlayableDuration")),
            new Edit(
                    53,
                    8,
                    match -> everybody(match, player -> put(player, "/ParticipationInfo", "TimePlayed", "PT0S"))),
            new Edit(59, 9, match -> everybody(match, player -> forgetShots(player))),
            new Edit(61, 10, match -> remove(match, "/MatchInfo", "MapVariant")),
            new Edit(67, 11, match -> remove(match, "/MatchInfo", "PlaylistMapModePair")),
            new Edit(71, 12, match -> namelessMode(match)),
            new Edit(73, 13, match -> bareSeason(match)),
            new Edit(79, 14, match -> ((ObjectNode) match.at("/Players/0")).remove("LastTeamId")),
            new Edit(83, 15, match -> remove(match, "/MatchInfo", "EndTime")));

    private final List<Instant> moments = new ArrayList<>();
    private String lastStart = "2022-12-01T20:00:00Z";

    private PeculiarCareer() {
        List<ZoneId> zones = List.of(ZoneId.of("Europe/Paris"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));
        for (ZoneId zone : zones) {
            for (String local : List.of(
                    "2023-05-31T23:59:59.999",
                    "2023-06-01T00:00",
                    "2023-06-01T00:01",
                    "2023-12-31T23:59",
                    "2024-01-01T00:00",
                    "2023-07-02T23:59",
                    "2023-07-03T00:01")) {
                moments.add(LocalDateTime.parse(local).atZone(zone).toInstant());
            }
        }
        for (String change : List.of(
                "2023-03-26T01:00:00Z", "2023-10-29T01:00:00Z", "2023-03-12T07:00:00Z", "2023-11-05T06:00:00Z")) {
            for (int minutes : new int[] {-60, -31, -1, 0, 29, 60}) {
                moments.add(Instant.parse(change).plusSeconds(60L * minutes));
            }
        }
    }

    /// Something done to every so manieth document.
    private record Edit(int every, int at, Consumer<ObjectNode> change) {}

    /// Makes the warehouse.
    ///
    /// @param documents where its documents are written
    /// @param matches how many
    public static Fixture make(Path documents, Path directory, int matches) throws IOException {
        new PeculiarCareer().write(documents, matches);
        Fixture fixture = new Fixture(directory);
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.nameAssets(names());
            warehouse.namePlayer(PLAYER, "Somebody");
            warehouse.namePlayer(new Xuid(Career.acquaintances().getFirst().xuid()), "Friend");
        }
        if (fixture.ingest(List.of(documents), Set.of(PLAYER, RIVAL)).inserted() != matches) {
            throw new IllegalStateException("not every document was taken in");
        }
        Tampering.metadata(fixture, """
                UPDATE playlists SET is_ranked = CASE WHEN public_name LIKE 'Ranked%' THEN 0 ELSE 1 END
                WHERE asset_id IN (SELECT asset_id FROM playlists ORDER BY asset_id LIMIT 2)""");
        rate(fixture);
        Tampering.acceptMetadata(fixture);
        return fixture;
    }

    private void write(Path file, int matches) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            int number = 0;
            for (GeneratedDocument document : Career.of(CareerPlan.mixed(7, matches))) {
                ObjectNode match = (ObjectNode) Documents.JSON.readTree(document.json());
                change(match, number);
                writer.write(match.toString());
                writer.newLine();
                number++;
            }
        }
    }

    private void change(ObjectNode match, int number) {
        if (number % 37 == 5) {
            move(match, lastStart);
        } else if (number % BETWEEN_MOVED == 20 && number / BETWEEN_MOVED < moments.size()) {
            move(match, moments.get(number / BETWEEN_MOVED).toString());
        }
        for (Edit edit : edits) {
            if (number % edit.every() == edit.at()) {
                edit.change().accept(match);
            }
        }
        lastStart = match.at("/MatchInfo/StartTime").asString();
    }

    private static void move(ObjectNode match, String start) {
        put(match, "/MatchInfo", "StartTime", start);
        put(
                match,
                "/MatchInfo",
                "EndTime",
                Instant.parse(start).plusSeconds(600).toString());
    }

    /// A mode that only a reference file names.
    private static void namelessMode(ObjectNode match) {
        ObjectNode info = (ObjectNode) match.at("/MatchInfo");
        info.put("GameVariantCategory", 99);
        info.remove("PlaylistMapModePair");
    }

    private static void bareSeason(ObjectNode match) {
        JsonNode season = match.at("/MatchInfo/SeasonId");
        if (season.isString()) {
            put(match, "/MatchInfo", "SeasonId", season.asString().replace(".json", ""));
        }
    }

    private static void forgetShots(ObjectNode player) {
        for (JsonNode entry : player.path("PlayerTeamStats")) {
            ObjectNode figures = (ObjectNode) entry.at("/Stats/CoreStats");
            figures.remove("ShotsFired");
            figures.remove("DamageDealt");
            figures.remove("HeadshotKills");
        }
    }

    private static void everybody(ObjectNode match, Consumer<ObjectNode> change) {
        match.path("Players").forEach(player -> change.accept((ObjectNode) player));
    }

    private static void remove(ObjectNode document, String parent, String name) {
        ((ObjectNode) document.at(parent)).remove(name);
    }

    private static void put(ObjectNode document, String parent, String name, String value) {
        ((ObjectNode) document.at(parent)).put(name, value);
    }

    /// Some have no name at all, some no French one; variants have theirs from reference files.
    private static List<Assets.NamedAsset> names() {
        List<Assets.NamedAsset> names = new ArrayList<>();
        List<AssetName> all = Career.names();
        for (int i = 0; i < all.size(); i++) {
            AssetName asset = all.get(i);
            Assets.Kind kind = switch (asset.kind()) {
                case MAP -> Assets.Kind.MAP;
                case PLAYLIST -> Assets.Kind.PLAYLIST;
                case MAP_MODE_PAIR -> Assets.Kind.MAP_MODE_PAIR;
                case GAME_VARIANT -> Assets.Kind.GAME_VARIANT;
            };
            boolean variant = kind == Assets.Kind.GAME_VARIANT;
            if (i % 6 != 0) {
                names.add(new Assets.NamedAsset(
                        kind,
                        asset.assetId(),
                        variant ? null : asset.publicName(),
                        variant ? asset.publicName() : null,
                        i % 4 == 0 ? null : asset.nameFr(),
                        null));
            }
        }
        return names;
    }

    /// Skill data, which documents do not have, for some of the matches.
    private static void rate(Fixture fixture) {
        String chance = "(hash(match_id || '%s') %% %d)";
        Tampering.rewrite(fixture, Tables.MATCH_FACTS, """
                * REPLACE (
                    CASE WHEN %1$s < 7 THEN CAST(1400 + %2$s / 8.0 + %3$s / 10.0 AS FLOAT) END AS team_mmr,
                    CASE WHEN %1$s > 0 THEN CAST(1400 + %4$s / 8.0 + %3$s / 10.0 AS FLOAT) END AS enemy_mmr,
                    CASE WHEN %1$s < 6 THEN CAST(%5$s / 1000.0 AS FLOAT) END AS expected_kills,
                    CASE WHEN %1$s < 5 THEN CAST(%6$s / 1000.0 AS FLOAT) END AS expected_deaths,
                    CASE WHEN %7$s < 3 THEN CAST(1200 + %8$s AS SMALLINT) END AS csr_before,
                    CASE WHEN %7$s BETWEEN 1 AND 4 THEN CAST(1205 + %9$s AS SMALLINT) END AS csr_after)""".formatted(
                        chance.formatted("a", 9),
                        chance.formatted("b", 8000),
                        chance.formatted("c", 10),
                        chance.formatted("d", 8000),
                        chance.formatted("e", 20_000),
                        chance.formatted("f", 20_000),
                        chance.formatted("g", 20),
                        chance.formatted("h", 30),
                        chance.formatted("i", 30)));
    }
}
