/// Single matches: the list of them, and one in full.
@NullMarked
package dev.spartanlake.analytics.match;

import org.jspecify.annotations.NullMarked;
