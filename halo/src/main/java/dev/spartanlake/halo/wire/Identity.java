package dev.spartanlake.halo.wire;

/// Who signed in, as Xbox Live has it.
///
/// @param xuid the number of the account
/// @param gamertag its name at the time
public record Identity(long xuid, String gamertag) {}
