package dev.spartanlake.fact;

import dev.spartanlake.document.CoreStats;

/// A kind of medal a tracked player earned in one match: a row of `medal_awards`.
///
/// @param owner the player in the match
/// @param medal the kind and how many
public record MedalRow(PlayerRow owner, CoreStats.Medal medal) {}
