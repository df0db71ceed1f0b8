package dev.spartanlake.halo.match;

import dev.spartanlake.halo.asset.AssetVersion;
import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a history says about a match, enough to decide whether its stats are wanted.
///
/// @param lifecycleMode 1 custom, 3 matchmade
/// @param gameVariantCategory the game's number for the mode
/// @param map `null` when the match names none
/// @param gameVariant `null` likewise
/// @param playlist `null` outside matchmaking
/// @param mapModePair `null` outside matchmaking
/// @param seasonId a path; `null` outside seasons
public record MatchInfo(
        Instant start,
        Instant end,
        Duration duration,
        int lifecycleMode,
        int gameVariantCategory,
        @Nullable AssetVersion map,
        @Nullable AssetVersion gameVariant,
        @Nullable AssetVersion playlist,
        @Nullable AssetVersion mapModePair,
        @Nullable String seasonId) {

    static MatchInfo read(JsonValue value) throws UnexpectedJson {
        JsonValue season = value.optional("SeasonId");
        return new MatchInfo(
                value.field("StartTime").instant(),
                value.field("EndTime").instant(),
                value.field("Duration").duration(),
                value.field("LifecycleMode").integer(),
                value.field("GameVariantCategory").integer(),
                AssetVersion.readOptional(value.optional("MapVariant")),
                AssetVersion.readOptional(value.optional("UgcGameVariant")),
                AssetVersion.readOptional(value.optional("Playlist")),
                AssetVersion.readOptional(value.optional("PlaylistMapModePair")),
                season == null ? null : season.text());
    }
}
