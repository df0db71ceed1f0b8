/// How playing changes: rolling figures, directions, one period against another, streaks.
@NullMarked
package dev.spartanlake.analytics.trend;

import org.jspecify.annotations.NullMarked;
