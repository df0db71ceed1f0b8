package dev.spartanlake.sync;

import dev.spartanlake.match.Xuid;

/// Is told how far a sync has come, by its one thread.
@FunctionalInterface
public interface SyncProgress {

    /// Is told and forgets.
    SyncProgress NONE = (_, _, _) -> {};

    /// A match has been looked at.
    ///
    /// @param player whose history is at work
    /// @param done how many matches of the player have been brought in or tried
    /// @param expected how many there will be in the end, as far as is known by now
    void advanced(Xuid player, long done, long expected);
}
