package dev.spartanlake.ingest;

import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.source.SourceDocument;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.validation.Violation;
import java.util.List;

/// What one item of a source turned out to be.
sealed interface ParsedItem {

    /// A match document.
    record Accepted(SourceDocument source, MatchRows rows) implements ParsedItem {}

    /// A text that is no match document.
    record Refused(SourceDocument source, List<Violation> violations) implements ParsedItem {}

    /// Something that could not be read as a text at all.
    record Unreadable(SourceItem.Refused item) implements ParsedItem {}
}
