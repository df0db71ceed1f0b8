package dev.spartanlake.generator.match;

/// Something out of the ordinary about a match.
public enum Twist {
    /// A player the career does not follow leaves.
    LEAVER,
    /// A tracked player leaves.
    TRACKED_LEAVER,
    /// A player leaves and another takes the place.
    BACKFILL,
    /// A player leaves and a bot takes the place for a few seconds, without figures.
    BOT_STAND_IN,
    /// The opponents are bots.
    BOT_OPPONENTS,
    /// A player changes sides, and has stats for both teams.
    TEAM_SWITCH,
    /// Nobody wins.
    TIE,
    /// Everybody leaves before the end.
    ABANDONED,
    /// The match goes on past its time.
    OVERTIME,
    /// The match takes more than an hour.
    HOUR_LONG,
    /// A tracked player ends with a negative personal score.
    NEGATIVE_SCORE,
    /// Two tracked players are on different teams.
    OPPONENTS,
    /// The participation flags contradict one another.
    CONTRADICTORY_FLAGS,
    /// Spawns and the average life are zero although players died.
    LIVES_UNRECORDED,
    /// No shots are recorded, and the accuracy is null.
    ACCURACY_MISSING,
    /// A tracked player never fires.
    UNFIRED,
    /// A tracked player earns medals that the game's metadata does not know.
    UNLISTED_MEDALS,
    /// All times are whole seconds, and play lasts whole minutes.
    WHOLE_SECONDS,
    /// All times are whole tenths of a second.
    WHOLE_TENTHS
}
