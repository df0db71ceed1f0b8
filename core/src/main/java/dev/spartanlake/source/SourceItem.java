package dev.spartanlake.source;

import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a source yields next: a document, or the news that something could not be read as one.
public sealed interface SourceItem permits SourceItem.Document, SourceItem.Refused {

    /// A document was read to its end.
    ///
    /// @param document the document
    record Document(SourceDocument document) implements SourceItem {}

    /// Something could not be read as a document, or not to its end; what comes after it follows as usual.
    ///
    /// @param rejection where and why
    /// @param excerpt what could be saved of it
    /// @param file the file on disk that it was in; `null` because it came from standard input
    /// @param whole the same file where all of it, or all to its end, is refused, to be kept where the excerpt is
    ///     not complete; `null` because it was only a line or an archive entry, or the file cannot be opened
    record Refused(
            Rejection rejection,
            Excerpt excerpt,
            @Nullable Path file,
            @Nullable Path whole) implements SourceItem {}
}
