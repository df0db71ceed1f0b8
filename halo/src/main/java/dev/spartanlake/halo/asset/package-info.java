/// Maps, game variants, playlists and map-mode pairs.
@NullMarked
package dev.spartanlake.halo.asset;

import org.jspecify.annotations.NullMarked;
