/// Films of matches and their chunks.
@NullMarked
package dev.spartanlake.halo.film;

import org.jspecify.annotations.NullMarked;
