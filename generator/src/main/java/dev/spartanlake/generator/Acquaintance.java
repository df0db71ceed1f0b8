package dev.spartanlake.generator;

/// An invented friend who turns up in the matches of the tracked players again and again.
///
/// @param xuid their Xbox user id
/// @param gamertag their name, which no document contains
public record Acquaintance(long xuid, String gamertag) {}
