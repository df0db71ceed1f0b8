package dev.spartanlake.imports;

import com.github.luben.zstd.Zstd;
import dev.spartanlake.source.SourceDocument;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A document that is kept until the match it belongs to is taken, compressed with zstd.
///
/// Not read again when it is needed, as that would mean to go through an archive or a file of lines
/// once for each document in it. A skill document shrinks to a small part of itself, so that those
/// of ten thousand matches fit into memory.
///
/// A class and not a record because it holds an array.
final class PackedDocument {

    private final String name;
    private final byte[] frame;
    private final int length;
    private final @Nullable Path file;

    private PackedDocument(String name, byte[] frame, int length, @Nullable Path file) {
        this.name = name;
        this.frame = frame;
        this.length = length;
        this.file = file;
    }

    static PackedDocument of(SourceDocument document) {
        byte[] text = document.bytes();
        return new PackedDocument(document.name(), Zstd.compress(text), text.length, document.file());
    }

    String name() {
        return name;
    }

    /// How long it is as it is kept.
    int packedBytes() {
        return frame.length;
    }

    /// The document as it was, in a new array.
    SourceDocument unpacked() {
        return new SourceDocument(name, Zstd.decompress(frame, length), file);
    }
}
