package dev.spartanlake.generator;

/// What kinds of match a career is made of.
public enum MatchMix {
    /// What a player comes across over the years: mostly arena, some of everything, every special case now and then.
    EVERYDAY,
    /// Arena matches of eight, few special cases, documents of a size that varies little. For measurements.
    ARENA,
    /// Small lobbies, and one special case after the other. For tests.
    EVERY_CASE
}
