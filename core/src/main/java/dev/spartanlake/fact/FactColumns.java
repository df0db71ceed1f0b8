package dev.spartanlake.fact;

import static dev.spartanlake.fact.PlayerRow.assetId;
import static dev.spartanlake.fact.PlayerRow.seconds;
import static dev.spartanlake.schema.Column.optional;
import static dev.spartanlake.schema.Column.required;
import static dev.spartanlake.schema.ColumnType.FLOAT;
import static dev.spartanlake.schema.ColumnType.INT16;
import static dev.spartanlake.schema.ColumnType.INT32;
import static dev.spartanlake.schema.ColumnType.STRING;
import static dev.spartanlake.schema.ColumnType.TIMESTAMP;

import dev.spartanlake.document.PlayerSkill;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns that only facts have: of the match as a whole, of its sides, and what no match document says.
final class FactColumns {

    private FactColumns() {}

    static List<Column<PlayerRow>> match() {
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

    static List<Column<PlayerRow>> context() {
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

    static List<Column<PlayerRow>> ofSkill() {
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
                        row -> row.skill(PlayerSkill::csrAfter)));
    }

    static List<Column<PlayerRow>> ofCareer() {
        return List.of(
                required("session_id", STRING, "The play session, see `sessions`", row -> null),
                later(
                        "performance_score",
                        FLOAT,
                        "0 to 100 against the player's earlier matches; null for the first ten of a kind"));
    }

    private static Column<PlayerRow> rated(
            String name, ColumnType type, String what, Function<PlayerSkill, @Nullable Object> value) {
        return optional(name, type, what + "; null until skill data are known", row -> row.skill(value));
    }

    /// A column that no single document holds; a commit fills it in.
    private static Column<PlayerRow> later(String name, ColumnType type, String description) {
        return optional(name, type, description, row -> null);
    }
}
