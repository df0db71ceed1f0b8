package dev.spartanlake.fact;

import static dev.spartanlake.fact.PlayerRow.seconds;
import static dev.spartanlake.schema.Column.optional;
import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.BOOLEAN;
import static dev.spartanlake.schema.ColumnType.FLOAT;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT32;
import static dev.spartanlake.schema.ColumnType.INT8;
import static dev.spartanlake.schema.ColumnType.STRING;
import static dev.spartanlake.schema.ColumnType.TIMESTAMP;

import dev.spartanlake.document.ParticipationInfo;
import dev.spartanlake.document.Player;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of a participant, in groups that facts and participants share.
final class PlayerColumns {

    private PlayerColumns() {}

    static List<Column<PlayerRow>> identity() {
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
                        PlayerColumns::botDifficulty));
    }

    static List<Column<PlayerRow>> result() {
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

    static List<Column<PlayerRow>> combat() {
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

    static List<Column<PlayerRow>> presence() {
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

    private static Column<PlayerRow> stat(
            String name, ColumnType type, String what, Function<PlayerRow, @Nullable Object> value) {
        return optional(name, type, what + "; null when unknown", value);
    }

    private static @Nullable Object botDifficulty(PlayerRow row) {
        Player.BotAttributes bot = row.player().botAttributes();
        return bot == null ? null : bot.difficulty();
    }
}
