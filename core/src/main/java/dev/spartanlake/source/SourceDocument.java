package dev.spartanlake.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One raw document as it was found, not yet looked into.
///
/// A class and not a record because it hands over its array: copying it would double the cost of reading.
public final class SourceDocument {

    private final String name;
    private final byte[] bytes;
    private final @Nullable Path file;

    /// Describes a document and takes over its bytes.
    ///
    /// @param name where it came from, for people: `dir/file.json`, `archive.zip!folder/entry.json`,
    ///     `file.ndjson:12` (lines count from 1), `-:3` for standard input
    /// @param bytes its text; the caller keeps no reference
    /// @param file the file on disk that it was in; `null` because it came from standard input
    public SourceDocument(String name, byte[] bytes, @Nullable Path file) {
        this.name = name;
        this.bytes = bytes;
        this.file = file;
    }

    /// Where it came from, for people. Never a path to open.
    public String name() {
        return name;
    }

    /// Its text, byte for byte, without a byte order mark and, for a line, without the line's end. The array
    /// itself, not a copy: whoever pulls the document owns it.
    public byte[] bytes() {
        return bytes;
    }

    /// The file on disk that it was in, be it alone, on a line or in an archive; `null` because it came from
    /// standard input.
    public @Nullable Path file() {
        return file;
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
