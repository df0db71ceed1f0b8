package dev.spartanlake.ingest;

import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.source.SourceDocument;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one item of a source turned out to be.
sealed interface ParsedItem {

    /// The file on disk that it was in; `null` because it came from standard input.
    @Nullable
    Path file();

    /// Why it is refused, at least one reason if it is.
    List<Rejection> rejections();

    /// A match document.
    record Accepted(SourceDocument source, MatchRows rows) implements ParsedItem {

        @Override
        public @Nullable Path file() {
            return source.file();
        }

        @Override
        public List<Rejection> rejections() {
            return List.of();
        }
    }

    /// A text that is no match document.
    record Refused(SourceDocument source, List<Violation> violations) implements ParsedItem {

        @Override
        public @Nullable Path file() {
            return source.file();
        }

        @Override
        public List<Rejection> rejections() {
            return violations.stream()
                    .map(violation -> new Rejection(source.name(), violation))
                    .toList();
        }
    }

    /// Something that could not be read as a text at all.
    record Unreadable(SourceItem.Refused item) implements ParsedItem {

        @Override
        public @Nullable Path file() {
            return item.file();
        }

        @Override
        public List<Rejection> rejections() {
            return List.of(item.rejection());
        }
    }
}
