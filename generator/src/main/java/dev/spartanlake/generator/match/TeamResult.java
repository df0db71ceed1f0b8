package dev.spartanlake.generator.match;

/// A team at the end of a match.
///
/// @param teamId its number
/// @param outcome how the match ended for it
/// @param rank its place, from 1
/// @param line its figures
record TeamResult(int teamId, Outcome outcome, int rank, StatLine line) {}
