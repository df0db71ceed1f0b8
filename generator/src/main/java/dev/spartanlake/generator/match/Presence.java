package dev.spartanlake.generator.match;

import org.jspecify.annotations.Nullable;

/// When a participant was in the match, and what the document says about it.
///
/// @param joinedMillis when they joined, in milliseconds since 1970
/// @param leftMillis when they left; absent because they stayed to the end
/// @param timePlayedTicks for how long they played, in ticks of 100 ns
/// @param presentAtBeginning the flag of the same name
/// @param joinedInProgress the flag of the same name
record Presence(
        long joinedMillis,
        @Nullable Long leftMillis,
        long timePlayedTicks,
        boolean presentAtBeginning,
        boolean joinedInProgress) {

    boolean left() {
        return leftMillis != null;
    }

    Presence withFlags(boolean atBeginning, boolean inProgress) {
        return new Presence(joinedMillis, leftMillis, timePlayedTicks, atBeginning, inProgress);
    }
}
