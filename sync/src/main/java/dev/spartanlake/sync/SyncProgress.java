package dev.spartanlake.sync;

import dev.spartanlake.match.Xuid;
import org.jspecify.annotations.Nullable;

/// Is told how far a sync has come, by its one thread.
@FunctionalInterface
public interface SyncProgress {

    /// Is told and forgets.
    SyncProgress NONE = (_, _, _) -> {};

    /// The work for a player begins.
    ///
    /// @param player whose history is at work from now on
    /// @param reported how many matches the API says there are; null because it did not say
    /// @param stored how many of them are stored
    /// @param expected how many are to be brought in, as far as is known by now
    default void begun(Xuid player, @Nullable Long reported, long stored, long expected) {}

    /// A match has been looked at.
    ///
    /// @param player whose history is at work
    /// @param done how many matches of the player have been brought in or tried
    /// @param expected how many there will be in the end, as far as is known by now
    void advanced(Xuid player, long done, long expected);
}
