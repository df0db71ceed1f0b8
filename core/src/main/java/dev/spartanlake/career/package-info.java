/// What follows from a player's matches taken together: play sessions and performance scores.
///
/// Pure functions of the matches in their order; nothing here reads or writes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.career;
