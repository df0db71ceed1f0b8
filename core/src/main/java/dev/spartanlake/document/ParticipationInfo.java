package dev.spartanlake.document;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a participant was there. The flags contradict each other in some recordings; each is kept as served.
///
/// @param firstJoinedTime when the player first joined; null when the API left it out
/// @param lastLeaveTime when the player last left; null for those who stayed
/// @param timePlayed how long the player took part; null when the API left it out
/// @param presentAtBeginning as served; null when the API left it out
/// @param joinedInProgress as served; null when the API left it out
/// @param leftInProgress as served; null when the API left it out
/// @param presentAtCompletion as served; null when the API left it out
public record ParticipationInfo(
        @Nullable Instant firstJoinedTime,
        @Nullable Instant lastLeaveTime,
        @Nullable Duration timePlayed,
        @Nullable Boolean presentAtBeginning,
        @Nullable Boolean joinedInProgress,
        @Nullable Boolean leftInProgress,
        @Nullable Boolean presentAtCompletion) {}
