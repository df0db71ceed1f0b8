package dev.spartanlake.storage;

/// What a file's content is recognised by.
///
/// @param sizeBytes its length
/// @param sha256 its SHA-256, 64 lower-case hexadecimal digits
public record Fingerprint(long sizeBytes, String sha256) {}
