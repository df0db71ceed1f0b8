package dev.spartanlake.film;

/// Who killed whom.
///
/// @param kill the event of the player who killed
/// @param death the event of the player who died by it
public record KillPair(HighlightEvent kill, HighlightEvent death) {}
