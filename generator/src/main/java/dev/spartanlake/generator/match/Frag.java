package dev.spartanlake.generator.match;

/// Somebody killed somebody.
///
/// @param killer who killed, in the team of that moment
/// @param victim who died
/// @param millis when, in milliseconds since the first join
record Frag(Stint killer, Stint victim, long millis) {}
