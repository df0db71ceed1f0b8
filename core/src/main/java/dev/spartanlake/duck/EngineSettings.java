package dev.spartanlake.duck;

import java.nio.file.Path;

/// What the engine may use.
///
/// @param memoryBytes memory outside the Java heap
/// @param threads worker threads
/// @param temporaryDirectory where it spills what does not fit into memory; created when needed
public record EngineSettings(long memoryBytes, int threads, Path temporaryDirectory) {}
