package dev.spartanlake.generator.match;

import java.util.List;

/// A match that is over.
///
/// @param matchId its id
/// @param fixture what was played
/// @param clock when
/// @param teams the teams; empty where everyone played for themselves
/// @param participants everybody who was there
/// @param frags who killed whom, in the order of time; empty where everyone played against the computer
record PlayedMatch(
        String matchId,
        Fixture fixture,
        MatchClock clock,
        List<TeamResult> teams,
        List<Participant> participants,
        List<Frag> frags) {}
