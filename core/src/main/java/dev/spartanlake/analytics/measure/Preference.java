package dev.spartanlake.analytics.measure;

/// Which way of a measure is the better one.
public enum Preference {
    /// More is better.
    MORE,
    /// Fewer is better.
    FEWER,
    /// Neither is: the measure describes the matches, not the playing.
    NONE
}
