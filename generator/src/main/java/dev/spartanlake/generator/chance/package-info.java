/// Reproducible chance: the one source of randomness of the generator.
///
/// Nothing here depends on the JDK's own generators, so the same seed gives the same career on every Java version and
/// platform.
@NullMarked
package dev.spartanlake.generator.chance;

import org.jspecify.annotations.NullMarked;
