package dev.spartanlake.document;

import org.jspecify.annotations.Nullable;

/// What the game thought of a player before and after one match. Null is what it did not say, or said with a word
/// such as `NaN` instead of a number.
///
/// @param teamMmr the rating of the player's team
/// @param enemyMmr the rating of the other team; null unless there is exactly one
/// @param expectedKills how many kills the game expected
/// @param expectedDeaths how many deaths the game expected
/// @param csrBefore the competitive rank before the match; null in placement, and where the playlist has no ranks
/// @param csrAfter the competitive rank after it, likewise
public record PlayerSkill(
        @Nullable Float teamMmr,
        @Nullable Float enemyMmr,
        @Nullable Float expectedKills,
        @Nullable Float expectedDeaths,
        @Nullable Integer csrBefore,
        @Nullable Integer csrAfter) {}
