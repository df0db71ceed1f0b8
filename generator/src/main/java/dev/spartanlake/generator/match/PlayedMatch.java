package dev.spartanlake.generator.match;

import java.util.List;

/// A match that is over.
///
/// @param matchId its id
/// @param fixture what was played
/// @param clock when
/// @param teams the teams; empty where everyone played for themselves
/// @param participants everybody who was there
record PlayedMatch(
        String matchId, Fixture fixture, MatchClock clock, List<TeamResult> teams, List<Participant> participants) {}
