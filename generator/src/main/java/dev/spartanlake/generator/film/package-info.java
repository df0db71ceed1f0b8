/// Films of invented matches: their highlight events, bit by bit as the game packs them, and their
/// manifests.
///
/// Written from the description of the format alone; shares no code with what reads films.
@NullMarked
package dev.spartanlake.generator.film;

import org.jspecify.annotations.NullMarked;
