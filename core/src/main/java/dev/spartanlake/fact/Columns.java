package dev.spartanlake.fact;

import static dev.spartanlake.fact.PlayerRow.assetId;
import static dev.spartanlake.fact.PlayerRow.seconds;
import static dev.spartanlake.schema.Column.optional;
import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.BOOLEAN;
import static dev.spartanlake.schema.ColumnType.FLOAT;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT32;
import static dev.spartanlake.schema.ColumnType.INT64;
import static dev.spartanlake.schema.ColumnType.INT8;
import static dev.spartanlake.schema.ColumnType.STRING;
import static dev.spartanlake.schema.ColumnType.TIMESTAMP;

import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.document.ParticipationInfo;
import dev.spartanlake.document.Player;
import dev.spartanlake.document.PlayerSkill;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of the tables, in groups that several tables share.
final class Columns {

    private Columns() {}

    static <R> Column<R> matchId(Function<R, MatchDocument> document) {
        return required(
                "match_id",
                STRING,
                "The match's GUID in lower case",
                row -> document.apply(row).matchId());
    }

    static Column<PlayerRow> xuid() {
        return required(
                "xuid", STRING, "The player's Xbox user identifier in digits", row -> PlayerRow.digits(row.xuid()));
    }

    static <R> List<Column<R>> moment(Function<R, MatchDocument> document) {
        return List.of(
                required(
                        "start_time",
                        TIMESTAMP,
                        "When the match's session was created",
                        row -> document.apply(row).matchInfo().startTime()),
                required(
                        "year",
                        INT16,
                        "Year of `start_time` in UTC",
                        row -> Partition.monthOf(document.apply(row).matchInfo().startTime())
                                .getYear()),
                required(
                        "month",
                        INT8,
                        "Month of `start_time` in UTC, 1 to 12",
                        row -> Partition.monthOf(document.apply(row).matchInfo().startTime())
                                .getMonthValue()));
    }

    static List<Column<PlayerRow>> matchColumns() {
        return List.of(
                optional(
                        "end_time",
                        TIMESTAMP,
                        "When the match ended; null when unknown",
                        row -> row.info().endTime()),
                optional(
                        "playlist_id",
                        STRING,
                        "The playlist's GUID; null outside matchmaking",
                        row -> assetId(row.info().playlist())),
                optional(
                        "map_id",
                        STRING,
                        "The map's GUID; null when unknown",
                        row -> assetId(row.info().mapVariant())),
                optional(
                        "map_mode_pair_id",
                        STRING,
                        "The GUID of the pairing of map and mode; null outside matchmaking",
                        row -> assetId(row.info().playlistMapModePair())),
                optional(
                        "game_variant_id",
                        STRING,
                        "The mode variant's GUID; null when unknown",
                        row -> assetId(row.info().ugcGameVariant())),
                optional(
                        "season_id",
                        STRING,
                        "The season's path as served; null outside matchmaking",
                        row -> row.info().seasonId()),
                optional(
                        "game_variant_category",
                        INT16,
                        "The mode family, 6 for Slayer and so on; null when unknown",
                        row -> row.info().gameVariantCategory()),
                optional(
                        "lifecycle_mode",
                        INT16,
                        "1 custom, 3 matchmade, 7 local; null when unknown",
                        row -> row.info().lifecycleMode()),
                optional(
                        "playlist_experience",
                        INT16,
                        "The playlist's family; null outside matchmaking",
                        row -> row.info().playlistExperience()),
                optional(
                        "gameplay_interaction",
                        INT16,
                        "1 against players, 2 against the environment; null in matches of 2022",
                        row -> row.info().gameplayInteraction()));
    }

    static List<Column<PlayerRow>> identityColumns() {
        return List.of(
                required(
                        "player_id",
                        STRING,
                        "`xuid(…)` of a human, `bid(…)` of a bot persona",
                        row -> row.player().playerId()),
                optional(
                        "xuid",
                        STRING,
                        "The digits of a human's identifier; null for bots",
                        row -> PlayerRow.digits(row.xuid())),
                required(
                        "is_bot",
                        BOOLEAN,
                        "Whether this is a bot",
                        row -> row.player().isBot()),
                optional(
                        "bot_difficulty",
                        INT8,
                        "1 Marine, 2 ODST, 3 Spartan, 4 Recruit, 5 Adaptive; null for humans",
                        Columns::botDifficulty));
    }

    static List<Column<PlayerRow>> playerColumns() {
        return List.of(
                optional(
                        "outcome",
                        INT8,
                        "1 tie, 2 win, 3 loss, 4 did not finish, other codes as served; null when unknown",
                        row -> row.player().outcome()),
                optional(
                        "team_id",
                        INT8,
                        "The team at the end, in free-for-all a number of the player's own; null when unknown",
                        row -> row.player().lastTeamId()),
                optional(
                        "rank",
                        INT16,
                        "The place in the match, shared by equals; null when unknown",
                        row -> row.player().rank()));
    }

    static List<Column<PlayerRow>> combatColumns() {
        return List.of(
                required("kills", INT16, "Kills", row -> row.stats().kills()),
                required("deaths", INT16, "Deaths", row -> row.stats().deaths()),
                required("assists", INT16, "Assists", row -> row.stats().assists()),
                optional(
                        "kda",
                        FLOAT,
                        "The game's KDA: kills + assists / 3 − deaths, signed; null when unknown",
                        row -> row.stats().kda()),
                optional(
                        "accuracy",
                        FLOAT,
                        "Percent of shots that hit, 0 to 100; null when unknown",
                        row -> row.stats().accuracy()),
                stat(
                        "headshot_kills",
                        INT16,
                        "Kills by headshot",
                        row -> row.stats().headshotKills()),
                stat("melee_kills", INT16, "Kills by melee", row -> row.stats().meleeKills()),
                stat(
                        "grenade_kills",
                        INT16,
                        "Kills by grenade",
                        row -> row.stats().grenadeKills()),
                stat(
                        "power_weapon_kills",
                        INT16,
                        "Kills by power weapon",
                        row -> row.stats().powerWeaponKills()),
                stat(
                        "max_killing_spree",
                        INT16,
                        "Longest run of kills without dying",
                        row -> row.stats().maxKillingSpree()),
                stat("suicides", INT16, "Deaths by own hand", row -> row.stats().suicides()),
                stat("betrayals", INT16, "Team-mates killed", row -> row.stats().betrayals()),
                stat(
                        "callout_assists",
                        INT16,
                        "Marked enemies that others killed",
                        row -> row.stats().calloutAssists()),
                stat(
                        "driver_assists",
                        INT16,
                        "Assists as driver",
                        row -> row.stats().driverAssists()),
                stat(
                        "emp_assists",
                        INT16,
                        "Assists by disabling",
                        row -> row.stats().empAssists()),
                stat(
                        "vehicle_destroys",
                        INT16,
                        "Vehicles destroyed",
                        row -> row.stats().vehicleDestroys()),
                stat("hijacks", INT16, "Vehicles hijacked", row -> row.stats().hijacks()),
                stat(
                        "spawns",
                        INT16,
                        "How often the player entered the field",
                        row -> row.stats().spawns()),
                stat(
                        "objectives_completed",
                        INT16,
                        "Objectives completed",
                        row -> row.stats().objectivesCompleted()),
                stat("rounds_won", INT16, "Rounds won", row -> row.stats().roundsWon()),
                stat("rounds_lost", INT16, "Rounds lost", row -> row.stats().roundsLost()),
                stat("rounds_tied", INT16, "Rounds tied", row -> row.stats().roundsTied()),
                stat("shots_fired", INT32, "Shots fired", row -> row.stats().shotsFired()),
                stat("shots_hit", INT32, "Shots that hit", row -> row.stats().shotsHit()),
                stat(
                        "damage_dealt",
                        INT32,
                        "Damage dealt, in the game's unit",
                        row -> row.stats().damageDealt()),
                stat(
                        "damage_taken",
                        INT32,
                        "Damage taken, in the game's unit",
                        row -> row.stats().damageTaken()),
                stat(
                        "score",
                        INT32,
                        "What the mode scores by",
                        row -> row.stats().score()),
                stat(
                        "personal_score",
                        INT32,
                        "The sum of awards; can be negative",
                        row -> row.stats().personalScore()),
                optional(
                        "time_played_seconds",
                        FLOAT,
                        "How long the player took part, in seconds; null when unknown",
                        PlayerRow::timePlayedSeconds),
                optional(
                        "avg_life_seconds",
                        FLOAT,
                        "Mean length of a life, in seconds; null when unknown",
                        row -> seconds(row.stats().averageLifeDuration())),
                optional(
                        "present_at_completion",
                        BOOLEAN,
                        "Whether the player saw the end; null when unknown",
                        row -> row.participation(ParticipationInfo::presentAtCompletion)),
                optional(
                        "joined_in_progress",
                        BOOLEAN,
                        "Whether the player joined late, as served; null when unknown",
                        row -> row.participation(ParticipationInfo::joinedInProgress)));
    }

    static List<Column<PlayerRow>> presenceColumns() {
        return List.of(
                optional(
                        "present_at_beginning",
                        BOOLEAN,
                        "Whether the player saw the start, as served; null when unknown",
                        row -> row.participation(ParticipationInfo::presentAtBeginning)),
                optional(
                        "left_in_progress",
                        BOOLEAN,
                        "Whether the player left early, as served; null when unknown",
                        row -> row.participation(ParticipationInfo::leftInProgress)),
                optional(
                        "first_joined_time",
                        TIMESTAMP,
                        "When the player first joined; null when unknown",
                        row -> row.participation(ParticipationInfo::firstJoinedTime)),
                optional(
                        "last_leave_time",
                        TIMESTAMP,
                        "When the player last left; null for those who stayed",
                        row -> row.participation(ParticipationInfo::lastLeaveTime)));
    }

    static List<Column<PlayerRow>> contextColumns() {
        return List.of(
                optional(
                        "duration_seconds",
                        FLOAT,
                        "Length of the match with breaks between rounds, in seconds; null when unknown",
                        row -> seconds(row.info().duration())),
                optional(
                        "playable_duration_seconds",
                        FLOAT,
                        "Length of play, in seconds; null when unknown",
                        row -> seconds(row.info().playableDuration())),
                optional(
                        "my_team_score",
                        INT32,
                        "Score of the player's team; null without teams",
                        PlayerRow::ownTeamScore),
                optional(
                        "enemy_team_score",
                        INT32,
                        "Score of the best other team; null without teams",
                        PlayerRow::enemyTeamScore));
    }

    static List<Column<PlayerRow>> derivedColumns() {
        return List.of(
                rated("team_mmr", FLOAT, "Rating of the player's team", PlayerSkill::teamMmr),
                rated("enemy_mmr", FLOAT, "Rating of the other team, where there is one", PlayerSkill::enemyMmr),
                rated("expected_kills", FLOAT, "Kills the game expected", PlayerSkill::expectedKills),
                rated("expected_deaths", FLOAT, "Deaths the game expected", PlayerSkill::expectedDeaths),
                optional(
                        "csr_before",
                        INT16,
                        "Competitive rank before the match; null when unranked or not known",
                        row -> row.skill(PlayerSkill::csrBefore)),
                optional(
                        "csr_after",
                        INT16,
                        "Competitive rank after the match; null when unranked or not known",
                        row -> row.skill(PlayerSkill::csrAfter)),
                required("session_id", STRING, "The play session, see `sessions`", row -> null),
                later(
                        "performance_score",
                        FLOAT,
                        "0 to 100 against the player's earlier matches; null for the first ten of a kind"));
    }

    static List<Column<DocumentRow>> contentColumns() {
        return List.of(
                required(
                        "content_sha256",
                        STRING,
                        "SHA-256 of `document` in UTF-8, 64 lower-case hexadecimal digits",
                        row -> row.content().sha256()),
                required(
                        "document",
                        STRING,
                        "The JSON text as obtained, without the white space between its tokens",
                        row -> row.content().text()));
    }

    static List<Column<EventRow>> eventColumns() {
        return List.of(
                required(
                        "event_index",
                        INT32,
                        "Its place in the film, from 0",
                        row -> row.event().ordinal()),
                required(
                        "time_ms",
                        INT64,
                        "Milliseconds since the film began, breaks between rounds included",
                        row -> row.event().time().toMillis()),
                required(
                        "xuid",
                        STRING,
                        "The player's Xbox user identifier in digits",
                        row -> row.event().xuid().text()),
                required(
                        "gamertag",
                        STRING,
                        "The player's name when the match was played",
                        row -> row.event().gamertag()),
                required(
                        "team_id",
                        INT16,
                        "The team, in free-for-all a number of the player's own",
                        row -> row.event().team()),
                optional(
                        "slot",
                        INT16,
                        "The number within the team, from 0; null in free-for-all",
                        row -> row.event().slot()),
                required("event", STRING, "`kill`, `death`, `mode`, `medal` or `unknown`", EventRow::kind),
                optional(
                        "medal_name_id",
                        INT64,
                        "The medal, as in `medal_awards`; null for all else, and for one that is not known yet",
                        EventRow::medalNameId),
                required("flag", INT16, "1 for medals, 0 for all else that is known", EventRow::flag),
                required("code", INT64, "The film's own number of the medal or event, unsigned", EventRow::code),
                optional(
                        "weight",
                        INT16,
                        "The medal's sorting weight as the film has it; null for kills, deaths and mode events",
                        EventRow::weight),
                required("film_version", INT16, "The film's major version", EventRow::filmVersion),
                required(
                        "film_sha256",
                        STRING,
                        "SHA-256 of the film's chunk of highlight events, 64 lower-case hexadecimal digits",
                        EventRow::filmSha256));
    }

    private static Column<PlayerRow> stat(
            String name, ColumnType type, String what, Function<PlayerRow, @Nullable Object> value) {
        return optional(name, type, what + "; null when unknown", value);
    }

    private static Column<PlayerRow> rated(
            String name, ColumnType type, String what, Function<PlayerSkill, @Nullable Object> value) {
        return optional(name, type, what + "; null until skill data are known", row -> row.skill(value));
    }

    /// A column that no single document holds; a commit fills it in.
    private static Column<PlayerRow> later(String name, ColumnType type, String description) {
        return optional(name, type, description, row -> null);
    }

    private static @Nullable Object botDifficulty(PlayerRow row) {
        Player.BotAttributes bot = row.player().botAttributes();
        return bot == null ? null : bot.difficulty();
    }
}
