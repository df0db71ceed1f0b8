package dev.spartanlake.generator.film;

/// What one record of a film says, with its raw values.
///
/// @param player whom it is about
/// @param millis when, in milliseconds since the film began
/// @param flag 1 for medals, 0 for everything else
/// @param code an unsigned 32-bit number: 0 kill, 1 death, 2 mode; of a medal, the film's own
///     number
/// @param weight 50 kill, 20 death, 10 mode; of a medal, its sorting weight
public record FilmEvent(FilmPlayer player, long millis, int flag, long code, int weight) {

    /// The player killed somebody.
    public static FilmEvent kill(FilmPlayer player, long millis) {
        return new FilmEvent(player, millis, 0, 0, 50);
    }

    /// The player died.
    public static FilmEvent death(FilmPlayer player, long millis) {
        return new FilmEvent(player, millis, 0, 1, 20);
    }

    /// The player did something about the objective.
    public static FilmEvent mode(FilmPlayer player, long millis) {
        return new FilmEvent(player, millis, 0, 2, 10);
    }

    /// The player earned a medal.
    public static FilmEvent medal(FilmPlayer player, long millis, int code, int sortingWeight) {
        return new FilmEvent(player, millis, 1, code, sortingWeight);
    }

    /// Whether the player killed somebody.
    public boolean isKill() {
        return flag == 0 && code == 0;
    }

    /// Whether the player died.
    public boolean isDeath() {
        return flag == 0 && code == 1;
    }

    /// Whether the player earned a medal.
    public boolean isMedal() {
        return flag == 1;
    }
}
