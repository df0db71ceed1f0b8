/// Medals earned.
@NullMarked
package dev.spartanlake.analytics.medal;

import org.jspecify.annotations.NullMarked;
