package dev.spartanlake.generator;

import static dev.spartanlake.generator.Documents.category;
import static dev.spartanlake.generator.Documents.core;
import static dev.spartanlake.generator.Documents.info;
import static dev.spartanlake.generator.Documents.isHuman;
import static dev.spartanlake.generator.MatchRules.duration;
import static dev.spartanlake.generator.MatchRules.number;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a reader of match documents has to cope with, recognised in the JSON alone.
@SuppressWarnings("ImmutableEnumChecker") // the predicates capture nothing that changes
enum SpecialCase {
    CUSTOM_GAME(document -> number(info(document), "LifecycleMode") == 1
            && List.of("Playlist", "PlaylistExperience", "PlaylistMapModePair", "SeasonId").stream()
                    .allMatch(member -> info(document).get(member).isNull())),
    MATCHMADE(document -> number(info(document), "LifecycleMode") == 3
            && !info(document).get("SeasonId").isNull()),
    EARLY_SHAPE(document -> !info(document).has("GameplayInteraction")
            && Documents.statBlocks(document).stream()
                    .allMatch(stats -> stats.get("BombStats").isNull()
                            && !stats.has("PvpStats")
                            && !stats.get("CoreStats").has("ObjectivesCompleted"))),
    EARLY_SHAPE_WITH_A_MODE_BLOCK(document -> Documents.statBlocks(document).stream()
            .anyMatch(
                    stats -> stats.has("BombStats") && !stats.path("ZonesStats").isNull())),
    CURRENT_SHAPE(document -> Documents.statBlocks(document).stream()
            .allMatch(stats -> stats.has("PvpStats")
                    && !stats.has("BombStats")
                    && stats.get("CoreStats").has("ObjectivesCompleted"))),
    BIG_TEAMS(document -> document.get("Players").size() >= 24 && number(info(document), "PlaylistExperience") == 3),
    FREE_FOR_ALL(document -> !teams(document)
            && !info(document).get("TeamScoringEnabled").asBoolean()
            && distinctTeams(document) == document.get("Players").size()),
    FREE_FOR_ALL_BACKFILL(document -> !teams(document)
            && distinctTeams(document) < document.get("Players").size()),
    AGAINST_THE_COMPUTER(document -> info(document).path("GameplayInteraction").asInt() == 2
            && number(document.get("Teams").get(1), "Outcome") == 4
            && number(document.get("Teams").get(1).get("Stats").get("CoreStats"), "Spawns") == 0
            && document.get("Teams").get(1).get("Stats").has("PveStats")),
    BOT_WITH_POINTS_BUT_NO_AWARDS(anyPlayer(player -> !isHuman(player)
            && number(player.get("BotAttributes"), "Difficulty") > 0
            && number(core(player), "PersonalScore") > 0
            && core(player).get("Medals").isEmpty()
            && core(player).get("PersonalScores").isEmpty())),
    BOT_STAND_IN(anyPlayer(player -> !isHuman(player)
            && number(player, "Outcome") == 4
            && number(core(player), "Spawns") == 0
            && duration(player.get("ParticipationInfo"), "TimePlayed").compareTo(Duration.ofSeconds(8)) < 0)),
    TRACKED_PLAYER_LEFT((document, plan) ->
            Documents.tracked(document, plan).stream().anyMatch(player -> number(player, "Outcome") == 4)),
    SOMEBODY_ELSE_LEFT((document, plan) -> document.get("Players")
            .valueStream()
            .anyMatch(player -> !Documents.isTracked(player, plan) && number(player, "Outcome") == 4)),
    LATECOMER(anyPlayer(player -> isHuman(player)
            && flag(player, "JoinedInProgress")
            && !flag(player, "PresentAtBeginning")
            && flag(player, "PresentAtCompletion"))),
    TWO_TEAMS_WITH_KILLS_IN_BOTH(anyPlayer(player ->
            player.get("PlayerTeamStats").size() == 2
                    && Documents.playerBlocks(player).stream()
                            .allMatch(stats -> number(stats.get("CoreStats"), "Kills") > 0))),
    TIE(document -> teams(document)
            && document.get("Teams")
                    .valueStream()
                    .allMatch(team -> number(team, "Outcome") == 1 && number(team, "Rank") == 1)),
    TIE_WITH_EVERYBODY_FIRST(document -> document.get("Players")
            .valueStream()
            .allMatch(player -> number(player, "Outcome") == 1 && number(player, "Rank") == 1)),
    NOBODY_FINISHED(document -> document.get("Players")
            .valueStream()
            .allMatch(player -> number(player, "Outcome") == 4 && number(player, "Rank") == 1)),
    OVERTIME(document -> duration(info(document), "PlayableDuration").compareTo(Duration.ofMinutes(14)) > 0),
    MORE_THAN_AN_HOUR(document -> info(document).get("Duration").asString().startsWith("PT1H")),
    PAUSES_BETWEEN_ROUNDS(document -> duration(info(document), "Duration")
                    .minus(duration(info(document), "PlayableDuration"))
                    .compareTo(Duration.ofSeconds(15))
            > 0),
    NEGATIVE_PERSONAL_SCORE((document, plan) ->
            Documents.tracked(document, plan).stream().anyMatch(player -> number(core(player), "PersonalScore") < 0)),
    NEGATIVE_KDA((document, plan) -> Documents.tracked(document, plan).stream()
            .anyMatch(player -> core(player).get("KDA").asDouble() < 0)),
    ACCURACY_MISSING(document -> Documents.statBlocks(document).stream()
            .allMatch(stats -> stats.get("CoreStats").get("Accuracy").isNull())),
    NEVER_FIRED((document, plan) -> Documents.tracked(document, plan).stream()
            .anyMatch(player -> number(core(player), "ShotsFired") == 0
                    && core(player).get("Accuracy").isNumber())),
    LIVES_UNRECORDED((document, plan) -> Documents.tracked(document, plan).stream()
            .anyMatch(
                    player -> core(player).get("AverageLifeDuration").asString().equals("PT0S")
                            && number(core(player), "Deaths") > 0
                            && number(core(player), "Spawns") == 0)),
    LARGE_MEDAL_ID(anyPlayer(player -> core(player)
            .get("Medals")
            .valueStream()
            .anyMatch(medal -> medal.get("NameId").asLong() > Integer.MAX_VALUE))),
    UNLISTED_MEDAL((document, plan) -> Documents.tracked(document, plan).stream()
            .anyMatch(player -> core(player)
                    .get("Medals")
                    .valueStream()
                    .anyMatch(medal -> medal.get("NameId").asLong() == 2125906504L))),
    SCRIPTED_AWARD(anyPlayer(player -> core(player)
            .get("PersonalScores")
            .valueStream()
            .anyMatch(award -> award.get("NameId").asLong() == 4294967295L))),
    LIVES_REMAINING_NULL_AND_ZERO(document -> document.get("Teams")
                    .valueStream()
                    .anyMatch(team -> team.get("Stats")
                            .path("EliminationStats")
                            .path("LivesRemaining")
                            .isNumber())
            && document.get("Players")
                    .valueStream()
                    .anyMatch(player -> player.get("PlayerTeamStats")
                            .get(0)
                            .get("Stats")
                            .path("EliminationStats")
                            .path("LivesRemaining")
                            .isNull())),
    PRESENT_FROM_THE_BEGINNING_AND_JOINED_LATE(
            anyPlayer(player -> flag(player, "PresentAtBeginning") && flag(player, "JoinedInProgress"))),
    NOT_PRESENT_AT_THE_BEGINNING_BUT_PLAYED_IT_ALL(anyPlayer(
            player -> isHuman(player) && !flag(player, "PresentAtBeginning") && !flag(player, "JoinedInProgress"))),
    FRIENDS_ON_ONE_TEAM(
            (document, plan) -> teams(document) && trackedTeams(document, plan).equals(List.of(1, 2))),
    FRIENDS_ON_OPPOSITE_TEAMS(
            (document, plan) -> teams(document) && trackedTeams(document, plan).equals(List.of(2, 2))),
    TIMESTAMP_WITHOUT_FRACTION(text("\\dT\\d\\d:\\d\\d:\\d\\dZ")),
    TIMESTAMP_WITH_ONE_DIGIT(text("\\dT\\d\\d:\\d\\d:\\d\\d\\.\\dZ")),
    TIMESTAMP_WITH_TWO_DIGITS(text("\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{2}Z")),
    TIMESTAMP_WITH_THREE_DIGITS(text("\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")),
    DURATION_WITHOUT_FRACTION(text("\"PT\\d+M\\d+S\"")),
    DURATION_WITHOUT_SECONDS(text("\"PT\\d+M\"")),
    DURATION_WITH_ONE_DIGIT(durationDigits(1)),
    DURATION_WITH_TWO_DIGITS(durationDigits(2)),
    DURATION_WITH_THREE_DIGITS(durationDigits(3)),
    DURATION_WITH_FOUR_DIGITS(durationDigits(4)),
    DURATION_WITH_FIVE_DIGITS(durationDigits(5)),
    DURATION_WITH_SIX_DIGITS(durationDigits(6)),
    DURATION_WITH_SEVEN_DIGITS(durationDigits(7)),
    SLAYER(6),
    ATTRITION(7),
    ELIMINATION(8),
    FIESTA(9),
    STRONGHOLDS(11),
    KING_OF_THE_HILL(12),
    TOTAL_CONTROL(14),
    CAPTURE_THE_FLAG(15),
    EXTRACTION(17),
    ODDBALL(18),
    STOCKPILE(19),
    INFECTION(22),
    VIP(23),
    ESCALATION(24),
    LAND_GRAB(39),
    MINIGAME(41),
    FIREFIGHT(42);

    private final BiPredicate<JsonNode, CareerPlan> recognised;

    SpecialCase(BiPredicate<JsonNode, CareerPlan> recognised) {
        this.recognised = recognised;
    }

    SpecialCase(Predicate<JsonNode> recognised) {
        this((document, _) -> recognised.test(document));
    }

    SpecialCase(int category) {
        this(document -> category(document) == category);
    }

    boolean isIn(JsonNode document, CareerPlan plan) {
        return recognised.test(document, plan);
    }

    private static boolean teams(JsonNode document) {
        return info(document).get("TeamsEnabled").asBoolean()
                && !document.get("Teams").isEmpty();
    }

    private static int distinctTeams(JsonNode document) {
        Set<Integer> teams = new HashSet<>();
        document.get("Players").forEach(player -> teams.add(number(player, "LastTeamId")));
        return teams.size();
    }

    /// How many teams the tracked players are in, and how many players they are.
    private static List<Integer> trackedTeams(JsonNode document, CareerPlan plan) {
        List<JsonNode> players = Documents.tracked(document, plan);
        Set<Integer> teams = new HashSet<>();
        players.forEach(player -> teams.add(number(player, "LastTeamId")));
        return List.of(teams.size(), players.size());
    }

    private static boolean flag(JsonNode player, String member) {
        return player.get("ParticipationInfo").get(member).asBoolean();
    }

    private static Predicate<JsonNode> anyPlayer(Predicate<JsonNode> recognised) {
        return document -> document.get("Players").valueStream().anyMatch(recognised);
    }

    private static Predicate<JsonNode> text(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return document -> compiled.matcher(document.toString()).find();
    }

    private static Predicate<JsonNode> durationDigits(int digits) {
        return text("\"PT[^\"]*\\.\\d{" + digits + "}S\"");
    }
}
