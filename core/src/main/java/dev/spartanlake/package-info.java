/// A local-first warehouse for a Halo Infinite player's whole match history.
@org.jspecify.annotations.NullMarked
package dev.spartanlake;
