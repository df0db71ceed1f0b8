package dev.spartanlake.backup;

/// What came of restoring a backup.
public sealed interface RestoreReport permits CopyReport, MergeReport {}
