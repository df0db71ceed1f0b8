/// What the game's other services say, in their shapes: assets, playlists, users, ranks,
/// calendars, medals.
@NullMarked
package dev.spartanlake.generator.service;

import org.jspecify.annotations.NullMarked;
