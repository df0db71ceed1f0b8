package dev.spartanlake.query.statement;

/// One piece of SQL text between blanks and comments.
///
/// @param kind what it is
/// @param text the piece as written
/// @param start where it starts in the SQL text
/// @param depth how many parentheses, brackets and braces are open around it
public record SqlToken(Kind kind, String text, int start, int depth) {

    /// What a token is.
    public enum Kind {
        /// A keyword or an unquoted name.
        WORD,
        /// A quoted name, a string, a number, a parameter: something that is never a keyword.
        OPAQUE,
        /// One character of punctuation.
        SYMBOL
    }

    int end() {
        return start + text.length();
    }

    /// Whether this is the keyword given, outside every parenthesis.
    boolean isTopLevel(String keyword) {
        return depth == 0 && is(keyword);
    }

    /// Whether this is the keyword, in whatever case, or the symbol given.
    public boolean is(String keywordOrSymbol) {
        return kind != Kind.OPAQUE && text.equalsIgnoreCase(keywordOrSymbol);
    }
}
