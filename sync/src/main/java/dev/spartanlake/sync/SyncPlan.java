package dev.spartanlake.sync;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a sync of a player would bring.
///
/// @param player the player
/// @param reported how many matches the API says there are; null because it did not say
/// @param stored how many of them are stored
/// @param expected how many would be brought in
/// @param least how long that takes at least, by the pace of the requests
/// @param failure why the API did not say, in one line; null because it did
public record SyncPlan(
        Xuid player,
        @Nullable Long reported,
        long stored,
        long expected,
        Duration least,
        @Nullable String failure) {}
