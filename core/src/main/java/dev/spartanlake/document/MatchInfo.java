package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Range;
import io.avaje.validation.constraints.Valid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What holds for a match as a whole.
///
/// @param startTime when the session was created, before players joined
/// @param endTime when the match ended; absent in no recording
/// @param duration the length including time between rounds; absent in no recording
/// @param playableDuration the time players could act, the denominator of per-minute rates; absent in no recording
/// @param lifecycleMode 1 custom, 3 matchmade, 7 local; null when the API left it out
/// @param gameVariantCategory the mode family, 6 for Slayer and so on; null when the API left it out
/// @param mapVariant the map; null when the API left it out
/// @param ugcGameVariant the mode's variant; null when the API left it out
/// @param playlist the playlist; null outside matchmaking
/// @param playlistMapModePair the playlist's pairing of map and mode; null outside matchmaking
/// @param playlistExperience the playlist's family; null outside matchmaking
/// @param seasonId the season's path; null outside matchmaking
/// @param gameplayInteraction 1 players against players, 2 players against the environment; null in documents of
///     2022
@Valid
public record MatchInfo(
        @NotNull Instant startTime,
        @Nullable Instant endTime,
        @Nullable Duration duration,
        @Nullable Duration playableDuration,

        @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) @Nullable
        Integer lifecycleMode,

        @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) @Nullable
        Integer gameVariantCategory,

        @Valid @Nullable AssetReference mapVariant,
        @Valid @Nullable AssetReference ugcGameVariant,
        @Valid @Nullable AssetReference playlist,
        @Valid @Nullable AssetReference playlistMapModePair,

        @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) @Nullable
        Integer playlistExperience,

        @Nullable String seasonId,

        @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) @Nullable
        Integer gameplayInteraction) {}
