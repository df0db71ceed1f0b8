package dev.spartanlake.source.text;

/// How documents lie in a text.
public enum Shape {
    /// The text is one document.
    DOCUMENT,
    /// Each line that is not blank is one document.
    LINES
}
