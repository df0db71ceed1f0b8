package dev.spartanlake.halo.reply;

/// What an answer says, and the answer itself as a warehouse keeps it.
///
/// @param body the whole answer, byte by byte as it was served
public record Served<T>(T content, Bytes body) {}
