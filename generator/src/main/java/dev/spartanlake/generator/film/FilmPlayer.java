package dev.spartanlake.generator.film;

/// A human as a film knows them.
///
/// @param xuid their Xbox user id
/// @param gamertag their name, at most 16 UTF-16 code units
/// @param team the number of their team, or their own where everyone is for themselves
/// @param slot their number within the team, from 0; [#NO_SLOT] where everyone is for themselves
public record FilmPlayer(long xuid, String gamertag, int team, int slot) {

    /// What stands for a number within a team where there are no teams.
    public static final int NO_SLOT = 0xFF;
}
