package dev.spartanlake.film;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One event of one human player. Bots never act in them.
///
/// @param ordinal its place in the chunk, from 0; two events that are alike in everything else are two events
/// @param xuid the player
/// @param gamertag the player's name when the match was played
/// @param team the number of the team, or of the player where everyone is for themselves
/// @param slot the number within the team, from 0; null where everyone is for themselves
/// @param time since the film began, in whole milliseconds; on the clock of the match's duration, breaks between
///     rounds included
/// @param happening what happened
/// @param weight the byte that is a medal's sorting weight, whatever happened
public record HighlightEvent(
        int ordinal,
        Xuid xuid,
        String gamertag,
        int team,
        @Nullable Integer slot,
        Duration time,
        Happening happening,
        int weight) {}
