package dev.spartanlake.generator.match;

/// The generation of the API's match documents.
public enum PayloadShape {
    /// 2022: mode blocks that do not apply are null; no gameplay interaction, completed objectives, PvP or PvE stats.
    EARLY,
    /// Since then: mode blocks that do not apply are absent.
    CURRENT
}
