package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import org.jspecify.annotations.Nullable;

/// A mode on a map, as one can come to play it.
///
/// @param mode the mode
/// @param venue how players meet
/// @param playlist the playlist it is in; absent because custom games have none
/// @param pair the map-mode pair; absent because custom games have none
/// @param variant the game variant
/// @param map the map variant
/// @param levelId the engine's level as a JSON string; several maps can share one
public record Pairing(
        GameMode mode,
        Venue venue,
        @Nullable Playlist playlist,
        @Nullable Asset pair,
        Asset variant,
        Asset map,
        Fragment levelId) {}
