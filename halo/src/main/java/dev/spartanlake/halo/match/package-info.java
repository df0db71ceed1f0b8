/// Match history, match stats and match skill.
@NullMarked
package dev.spartanlake.halo.match;

import org.jspecify.annotations.NullMarked;
