/// Play sessions: the list, the best and the worst, and how playing changes within one.
@NullMarked
package dev.spartanlake.analytics.session;

import org.jspecify.annotations.NullMarked;
