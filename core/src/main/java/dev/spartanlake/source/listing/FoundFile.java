package dev.spartanlake.source.listing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file to be read in its turn.
///
/// @param name the file as the user would name it, with `/` between segments
/// @param path the file; `null` because it is standard input
/// @param format what it is taken for
/// @param sizeBytes its size when it was found; -1 because it has none, as a pipe
public record FoundFile(String name, @Nullable Path path, Format format, long sizeBytes) {

    /// In place of a size.
    public static final long UNKNOWN_SIZE = -1;

    /// What the user writes to mean standard input.
    static final String STANDARD_INPUT = "-";

    static FoundFile standardInput() {
        return new FoundFile(STANDARD_INPUT, null, Format.SNIFFED, UNKNOWN_SIZE);
    }
}
