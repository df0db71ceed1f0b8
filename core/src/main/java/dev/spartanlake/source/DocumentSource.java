package dev.spartanlake.source;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.source.listing.FoundFile;
import dev.spartanlake.source.listing.NamedPaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The raw documents in everything that a user names, pulled one after the other.
///
/// Understood are `.json` (one document), `.ndjson` and `.jsonl` (one document per line), each of them as it is or
/// compressed to `.gz` or `.zst`; `.zip` archives of these; directories of all of these at any depth; and `-`,
/// standard input, whose format, like that of a file with another extension, shows in its content. A `.json` file with
/// a
/// document on each line is read as lines, and an `.ndjson` or `.jsonl` file that is one document over many as one.
///
/// **Order**: that of the arguments; in a directory by relative path in code point order; in an archive as it
/// lists its entries; in a text by line.
///
/// **Threads**: one thread pulls and closes; [#bytesRead] and [#skippedFiles] may be asked from any.
///
/// **Lifecycle**: whoever opens it closes it. Standard input is left open.
public final class DocumentSource implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DocumentSource.class.getName());

    private final FileOpener opener;
    private final Progress progress;
    private final List<FoundFile> files;
    private int position;
    private @Nullable ItemCursor current;

    private DocumentSource(FileOpener opener, List<FoundFile> files) {
        this.opener = opener;
        this.progress = opener.reading().progress();
        this.files = files;
    }

    /// Finds all files that the arguments name, reading none of them.
    ///
    /// A directory is read as it is now: files that come to it later are not seen.
    ///
    /// @param arguments paths, or `-` for standard input
    /// @param standardInput what `-` stands for
    /// @param limits what is believed
    /// @throws WarehouseException `SOURCE_UNREADABLE` if an argument names nothing that can be read, or
    ///     standard input twice
    public static DocumentSource open(List<String> arguments, InputStream standardInput, SourceLimits limits) {
        return open(arguments, standardInput, limits, _ -> {});
    }

    /// Finds all files that the arguments name, as the other method does.
    ///
    /// @param others is given the files in directories that no known extension ends, which are left out
    public static DocumentSource open(
            List<String> arguments, InputStream standardInput, SourceLimits limits, Consumer<FoundFile> others) {
        Progress progress = new Progress();
        List<FoundFile> files = NamedPaths.find(arguments, file -> {
            progress.skip();
            others.accept(file);
        });
        return new DocumentSource(new FileOpener(standardInput, new Reading(limits, progress)), files);
    }

    /// The next document, or the next thing that could not be read as one; `null` because there are no more.
    ///
    /// @throws UncheckedIOException if the reading thread was interrupted
    public @Nullable SourceItem next() {
        while (true) {
            if (current == null) {
                if (position == files.size()) {
                    return null;
                }
                current = opener.open(files.get(position));
            }
            SourceItem item = current.next();
            if (item != null) {
                return item;
            }
            closeCurrent();
            progress.finish(files.get(position++).sizeBytes());
        }
    }

    /// How many files in directories and archives were left out because no known extension ends them. Hidden files,
    /// such as `._x.json` and all in `__MACOSX`, do not count. Files in archives count once the archive is read.
    public long skippedFiles() {
        return progress.skippedFiles();
    }

    /// How many bytes all files have on disk, compressed as they are; -1 because standard input or a pipe is among
    /// them.
    public long totalBytes() {
        long total = 0;
        for (FoundFile file : files) {
            if (file.sizeBytes() == FoundFile.UNKNOWN_SIZE) {
                return -1;
            }
            total += file.sizeBytes();
        }
        return total;
    }

    /// How many of these bytes have been read, or need not be read any more. Reaches [#totalBytes] at the end.
    public long bytesRead() {
        return progress.bytes();
    }

    /// Closes whatever file is open; later closes do nothing.
    @Override
    public void close() {
        position = files.size();
        closeCurrent();
    }

    private void closeCurrent() {
        if (current == null) {
            return;
        }
        try {
            current.close();
        } catch (IOException e) {
            // Nothing was written, so nothing can be lost.
            LOG.log(Level.DEBUG, "Closing a file that was read failed", e);
        }
        current = null;
    }
}
