package dev.spartanlake.fact;

import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.MatchDocument;

/// A match as the API described it: a row of `match_documents`.
///
/// @param document the match
/// @param content its text
public record DocumentRow(MatchDocument document, DocumentContent content) {}
