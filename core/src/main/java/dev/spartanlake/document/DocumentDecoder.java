package dev.spartanlake.document;

import dev.spartanlake.document.CoreStats.Medal;
import dev.spartanlake.document.Player.BotAttributes;
import dev.spartanlake.document.Player.EntryStats;
import dev.spartanlake.document.Player.TeamEntry;
import dev.spartanlake.document.Team.TeamCoreStats;
import dev.spartanlake.document.Team.TeamStats;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns the tokens of a document into its records, field by field; fields without a component are passed over.
///
/// Written out because it is the hottest code of an ingest, and calling the records' constructors through reflection,
/// as mapping libraries do, is a good part of it.
///
/// What a document leaves out arrives in the records as null, also where a constraint asks for a value: reporting
/// that is the constraints' work, for all of a document at once.
@SuppressWarnings("NullAway")
final class DocumentDecoder {

    private DocumentDecoder() {}

    /// Reads a document to its end.
    ///
    /// @throws MalformedDocument when the text is no JSON, or holds a value of a type that does not belong there
    static MatchDocument decode(byte[] json) {
        return JsonCursor.read(json, cursor -> cursor.object(DocumentDecoder::document));
    }

    private static MatchDocument document(JsonCursor json) {
        String matchId = null;
        MatchInfo info = null;
        List<Team> teams = null;
        List<Player> players = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "MatchId" -> matchId = json.text();
                case "MatchInfo" -> info = json.object(DocumentDecoder::matchInfo);
                case "Teams" -> teams = json.objects(DocumentDecoder::team);
                case "Players" -> players = json.objects(DocumentDecoder::player);
                default -> json.skip();
            }
        }
        return new MatchDocument(matchId, info, teams, players);
    }

    private static MatchInfo matchInfo(JsonCursor json) {
        Instant startTime = null;
        Instant endTime = null;
        Duration duration = null;
        Duration playableDuration = null;
        Integer lifecycleMode = null;
        Integer gameVariantCategory = null;
        AssetReference mapVariant = null;
        AssetReference ugcGameVariant = null;
        AssetReference playlist = null;
        AssetReference playlistMapModePair = null;
        Integer playlistExperience = null;
        String seasonId = null;
        Integer gameplayInteraction = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "StartTime" -> startTime = json.time();
                case "EndTime" -> endTime = json.time();
                case "Duration" -> duration = json.duration();
                case "PlayableDuration" -> playableDuration = json.duration();
                case "LifecycleMode" -> lifecycleMode = json.integer();
                case "GameVariantCategory" -> gameVariantCategory = json.integer();
                case "MapVariant" -> mapVariant = json.object(DocumentDecoder::asset);
                case "UgcGameVariant" -> ugcGameVariant = json.object(DocumentDecoder::asset);
                case "Playlist" -> playlist = json.object(DocumentDecoder::asset);
                case "PlaylistMapModePair" -> playlistMapModePair = json.object(DocumentDecoder::asset);
                case "PlaylistExperience" -> playlistExperience = json.integer();
                case "SeasonId" -> seasonId = json.text();
                case "GameplayInteraction" -> gameplayInteraction = json.integer();
                default -> json.skip();
            }
        }
        return new MatchInfo(
                startTime,
                endTime,
                duration,
                playableDuration,
                lifecycleMode,
                gameVariantCategory,
                mapVariant,
                ugcGameVariant,
                playlist,
                playlistMapModePair,
                playlistExperience,
                seasonId,
                gameplayInteraction);
    }

    private static AssetReference asset(JsonCursor json) {
        String assetId = null;
        String versionId = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "AssetId" -> assetId = json.text();
                case "VersionId" -> versionId = json.text();
                default -> json.skip();
            }
        }
        return new AssetReference(assetId, versionId);
    }

    private static Team team(JsonCursor json) {
        Integer teamId = null;
        TeamStats stats = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "TeamId" -> teamId = json.integer();
                case "Stats" -> stats = json.object(DocumentDecoder::teamStats);
                default -> json.skip();
            }
        }
        return new Team(teamId, stats);
    }

    private static TeamStats teamStats(JsonCursor json) {
        TeamCoreStats coreStats = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "CoreStats" -> coreStats = json.object(DocumentDecoder::teamCoreStats);
                default -> json.skip();
            }
        }
        return new TeamStats(coreStats);
    }

    private static TeamCoreStats teamCoreStats(JsonCursor json) {
        Integer score = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "Score" -> score = json.integer();
                default -> json.skip();
            }
        }
        return new TeamCoreStats(score);
    }

    private static Player player(JsonCursor json) {
        String playerId = null;
        Integer playerType = null;
        BotAttributes botAttributes = null;
        Integer lastTeamId = null;
        Integer outcome = null;
        Integer rank = null;
        ParticipationInfo participationInfo = null;
        List<TeamEntry> playerTeamStats = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "PlayerId" -> playerId = json.text();
                case "PlayerType" -> playerType = json.integer();
                case "BotAttributes" -> botAttributes = json.object(DocumentDecoder::botAttributes);
                case "LastTeamId" -> lastTeamId = json.integer();
                case "Outcome" -> outcome = json.integer();
                case "Rank" -> rank = json.integer();
                case "ParticipationInfo" -> participationInfo = json.object(DocumentDecoder::participation);
                case "PlayerTeamStats" -> playerTeamStats = json.objects(DocumentDecoder::teamEntry);
                default -> json.skip();
            }
        }
        return new Player(
                playerId, playerType, botAttributes, lastTeamId, outcome, rank, participationInfo, playerTeamStats);
    }

    private static BotAttributes botAttributes(JsonCursor json) {
        Integer difficulty = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "Difficulty" -> difficulty = json.integer();
                default -> json.skip();
            }
        }
        return new BotAttributes(difficulty);
    }

    private static ParticipationInfo participation(JsonCursor json) {
        Instant firstJoinedTime = null;
        Instant lastLeaveTime = null;
        Duration timePlayed = null;
        Boolean presentAtBeginning = null;
        Boolean joinedInProgress = null;
        Boolean leftInProgress = null;
        Boolean presentAtCompletion = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "FirstJoinedTime" -> firstJoinedTime = json.time();
                case "LastLeaveTime" -> lastLeaveTime = json.time();
                case "TimePlayed" -> timePlayed = json.duration();
                case "PresentAtBeginning" -> presentAtBeginning = json.truth();
                case "JoinedInProgress" -> joinedInProgress = json.truth();
                case "LeftInProgress" -> leftInProgress = json.truth();
                case "PresentAtCompletion" -> presentAtCompletion = json.truth();
                default -> json.skip();
            }
        }
        return new ParticipationInfo(
                firstJoinedTime,
                lastLeaveTime,
                timePlayed,
                presentAtBeginning,
                joinedInProgress,
                leftInProgress,
                presentAtCompletion);
    }

    private static TeamEntry teamEntry(JsonCursor json) {
        Integer teamId = null;
        EntryStats stats = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "TeamId" -> teamId = json.integer();
                case "Stats" -> stats = json.object(DocumentDecoder::entryStats);
                default -> json.skip();
            }
        }
        return new TeamEntry(teamId, stats);
    }

    private static EntryStats entryStats(JsonCursor json) {
        CoreStats coreStats = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "CoreStats" -> coreStats = json.object(DocumentDecoder::coreStats);
                default -> json.skip();
            }
        }
        return new EntryStats(coreStats);
    }

    /// The integers are collected by name: a method with a call for each would be so large that compiling
    /// it takes longer than it saves.
    private static CoreStats coreStats(JsonCursor json) {
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        Float kda = null;
        Duration averageLifeDuration = null;
        Float accuracy = null;
        List<Medal> medals = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "KDA" -> kda = json.real();
                case "AverageLifeDuration" -> averageLifeDuration = json.duration();
                case "Accuracy" -> accuracy = json.real();
                case "Medals" -> medals = json.objects(DocumentDecoder::medal);
                default -> figure(json, field, figures);
            }
        }
        return new CoreStats(
                figures.get(Figure.SCORE),
                figures.get(Figure.PERSONAL_SCORE),
                figures.get(Figure.ROUNDS_WON),
                figures.get(Figure.ROUNDS_LOST),
                figures.get(Figure.ROUNDS_TIED),
                figures.get(Figure.KILLS),
                figures.get(Figure.DEATHS),
                figures.get(Figure.ASSISTS),
                kda,
                figures.get(Figure.SUICIDES),
                figures.get(Figure.BETRAYALS),
                averageLifeDuration,
                figures.get(Figure.GRENADE_KILLS),
                figures.get(Figure.HEADSHOT_KILLS),
                figures.get(Figure.MELEE_KILLS),
                figures.get(Figure.POWER_WEAPON_KILLS),
                figures.get(Figure.SHOTS_FIRED),
                figures.get(Figure.SHOTS_HIT),
                accuracy,
                figures.get(Figure.DAMAGE_DEALT),
                figures.get(Figure.DAMAGE_TAKEN),
                figures.get(Figure.CALLOUT_ASSISTS),
                figures.get(Figure.VEHICLE_DESTROYS),
                figures.get(Figure.DRIVER_ASSISTS),
                figures.get(Figure.HIJACKS),
                figures.get(Figure.EMP_ASSISTS),
                figures.get(Figure.MAX_KILLING_SPREE),
                medals,
                figures.get(Figure.SPAWNS),
                figures.get(Figure.OBJECTIVES_COMPLETED));
    }

    private static void figure(JsonCursor json, String field, Map<Figure, Integer> figures) {
        Figure figure = Figure.BY_FIELD.get(field);
        if (figure == null) {
            json.skip();
        } else {
            figures.put(figure, json.integer());
        }
    }

    private static Medal medal(JsonCursor json) {
        Long nameId = null;
        Integer count = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "NameId" -> nameId = json.identifier();
                case "Count" -> count = json.integer();
                default -> json.skip();
            }
        }
        return new Medal(nameId, count);
    }

    /// The integers among a player's figures.
    private enum Figure {
        SCORE("Score"),
        PERSONAL_SCORE("PersonalScore"),
        ROUNDS_WON("RoundsWon"),
        ROUNDS_LOST("RoundsLost"),
        ROUNDS_TIED("RoundsTied"),
        KILLS("Kills"),
        DEATHS("Deaths"),
        ASSISTS("Assists"),
        SUICIDES("Suicides"),
        BETRAYALS("Betrayals"),
        GRENADE_KILLS("GrenadeKills"),
        HEADSHOT_KILLS("HeadshotKills"),
        MELEE_KILLS("MeleeKills"),
        POWER_WEAPON_KILLS("PowerWeaponKills"),
        SHOTS_FIRED("ShotsFired"),
        SHOTS_HIT("ShotsHit"),
        DAMAGE_DEALT("DamageDealt"),
        DAMAGE_TAKEN("DamageTaken"),
        CALLOUT_ASSISTS("CalloutAssists"),
        VEHICLE_DESTROYS("VehicleDestroys"),
        DRIVER_ASSISTS("DriverAssists"),
        HIJACKS("Hijacks"),
        EMP_ASSISTS("EmpAssists"),
        MAX_KILLING_SPREE("MaxKillingSpree"),
        SPAWNS("Spawns"),
        OBJECTIVES_COMPLETED("ObjectivesCompleted");

        private static final Map<String, Figure> BY_FIELD =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(figure -> figure.field, figure -> figure));

        private final String field;

        Figure(String field) {
            this.field = field;
        }
    }
}
