package dev.spartanlake.generator.game;

/// What a mode counts as score.
public enum Scoring {
    /// A player's score is their kills, the team's their sum.
    KILLS,
    /// A player's score is the mode block's scoring counter, the team's their sum.
    OBJECTIVE,
    /// Only the team scores; its players stay at 0.
    TEAM_ONLY,
    /// The team scores hills and players the points of their own, which do not add up to them.
    HILLS,
    /// The team's score is the rounds it won; its players stay at 0.
    ROUNDS,
    /// Players score points of their own and there are no teams.
    POINTS
}
