/// What the game is made of: modes with their counters, awards, medals, playlists, maps.
///
/// Playlist ids and names, pair names, medal ids and award ids are public facts about the game. The ids of
/// maps, pairs and variants are invented: a UUID made from the name, the same in every career.
@NullMarked
package dev.spartanlake.generator.game;

import org.jspecify.annotations.NullMarked;
