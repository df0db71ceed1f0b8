package dev.spartanlake.film;

import java.util.OptionalLong;

/// What a highlight event says of its player.
public sealed interface Happening {

    /// The player killed another human, or a bot.
    record Kill() implements Happening {}

    /// The player died, by whatever cause.
    record Death() implements Happening {}

    /// The player did something about the objective; the film does not say what.
    record Mode() implements Happening {}

    /// The player earned a medal.
    ///
    /// @param code the film's own number of the medal, see [MedalCodes]
    record Medal(int code) implements Happening {}

    /// Something that no known film has.
    ///
    /// @param flag the byte that is 1 for medals and 0 for everything else
    /// @param code the event's number, unsigned
    record Unknown(int flag, long code) implements Happening {}

    /// What it is called: `kill`, `death`, `mode`, `medal` or `unknown`.
    default String kind() {
        return switch (this) {
            case Kill() -> "kill";
            case Death() -> "death";
            case Mode() -> "mode";
            case Medal medal -> "medal";
            case Unknown unknown -> "unknown";
        };
    }

    /// The medal as everything else knows it; empty for all else, and for one whose number nobody knows yet.
    default OptionalLong medalNameId() {
        return this instanceof Medal(int code) ? MedalCodes.nameId(code) : OptionalLong.empty();
    }

    /// What the raw values of an event mean: the code decides.
    static Happening of(int flag, long code) {
        if (flag == 1 && code <= Integer.MAX_VALUE) {
            return new Medal((int) code);
        }
        if (flag != 0 || code > 2) {
            return new Unknown(flag, code);
        }
        return switch ((int) code) {
            case 0 -> new Kill();
            case 1 -> new Death();
            default -> new Mode();
        };
    }
}
