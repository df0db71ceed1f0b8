/// The vocabulary of the game: identifiers of matches and players, and the rules by which the game computes its own
/// figures.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.match;
