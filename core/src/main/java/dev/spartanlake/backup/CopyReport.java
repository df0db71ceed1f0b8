package dev.spartanlake.backup;

import java.nio.file.Path;
import java.time.Duration;

/// What came of bringing a warehouse to another directory. Every file that is there now was read
/// back and is what was committed.
///
/// @param source where from
/// @param target where to
/// @param matches the matches that are there now
/// @param dropped the matches of which the document, skill data or highlight events were in the
///     target alone, and are gone with what it was before
/// @param filesCopied data files that were written
/// @param filesPresent data files that were there already
/// @param bytesCopied the length of the data files that were written
/// @param quarantined refused documents that were written, with their reasons, as files
/// @param elapsed how long it took
public record CopyReport(
        Path source,
        Path target,
        long matches,
        long dropped,
        long filesCopied,
        long filesPresent,
        long bytesCopied,
        long quarantined,
        Duration elapsed)
        implements RestoreReport {}
