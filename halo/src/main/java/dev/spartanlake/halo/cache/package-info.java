/// Answers that need not be asked for twice, kept in a directory.
@NullMarked
package dev.spartanlake.halo.cache;

import org.jspecify.annotations.NullMarked;
