/// A career as a whole, and cut by map, mode, time and so on.
@NullMarked
package dev.spartanlake.analytics.career;

import org.jspecify.annotations.NullMarked;
