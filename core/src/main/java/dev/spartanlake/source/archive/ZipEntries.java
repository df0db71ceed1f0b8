package dev.spartanlake.source.archive;

import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.PeekStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The entries of an archive in the order in which it lists them, without ever holding the list.
public sealed interface ZipEntries extends Closeable permits ZipDirectory, ZipScan {

    /// The next entry; `null` because there are no more.
    ///
    /// @throws IOException if the archive is damaged, so that no further entry can be found
    @Nullable
    ZipHeader next() throws IOException;

    /// The content of the entry that was returned last, checked against its checksum and size; asked for at
    /// most once, and only for one that is not encrypted.
    ///
    /// @throws IOException if its data cannot be found; further entries may be
    InputStream content() throws IOException;

    /// Undoes an entry's compression.
    ///
    /// @param expansion what keeps it from expanding without end
    static InputStream unpack(ZipHeader header, PeekStream data, Expansion expansion) throws IOException {
        return switch (header.method()) {
            case ZipHeader.STORED -> expansion.guard(data, data::pulled);
            case ZipHeader.DEFLATED -> expansion.inflate(data, "zip data");
            default -> throw new BrokenInput("an entry compressed by deflate", "compression method " + header.method());
        };
    }

    /// Compares what was read with what the archive says.
    static void check(ZipHeader header, long crc, long sizeBytes) throws IOException {
        if (sizeBytes != header.sizeBytes()) {
            throw new BrokenInput("an entry of " + header.sizeBytes() + " bytes", sizeBytes + " bytes");
        }
        if (crc != header.crc()) {
            throw new BrokenInput("intact zip data", "a checksum that does not match");
        }
    }
}
