/// What the films of matches tell of a career.
@NullMarked
package dev.spartanlake.analytics.film;

import org.jspecify.annotations.NullMarked;
