package dev.spartanlake.generator.game;

/// How players meet: in what teams, how many, and whether the match was made for them.
public enum Venue {
    /// Matchmade, four against four.
    SMALL_TEAMS(4),
    /// Matchmade, twelve against twelve.
    BIG_TEAMS(12),
    /// Matchmade, everyone for themselves.
    FREE_FOR_ALL(8),
    /// Matchmade, four against the computer.
    COOPERATIVE(4),
    /// A custom game in two teams.
    CUSTOM_TEAMS(4),
    /// A custom game, everyone for themselves.
    CUSTOM_FREE_FOR_ALL(6);

    private final int teamSize;

    Venue(int teamSize) {
        this.teamSize = teamSize;
    }

    /// How many players a team has, or the match where there are no teams.
    public int teamSize() {
        return teamSize;
    }

    /// Whether players agreed on the game themselves, so that it belongs to no playlist and no season.
    public boolean isCustom() {
        return this == CUSTOM_TEAMS || this == CUSTOM_FREE_FOR_ALL;
    }

    /// Whether players are in teams.
    public boolean hasTeams() {
        return this != FREE_FOR_ALL && this != CUSTOM_FREE_FOR_ALL;
    }
}
