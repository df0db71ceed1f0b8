package dev.spartanlake.query.statement;

import java.util.ArrayList;
import java.util.List;

/// Cuts SQL text into tokens, to find semicolons and leading keywords. Deciding what a statement does is left
/// to DuckDB's own parser; a text that the two read differently is refused by one of them.
public final class SqlTokens {

    /// Deeper than anybody writes; the parser's time grows with the square of it.
    private static final int MOST_DEPTH = 200;

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;
    private int depth;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /// Cuts a text, from its beginning to its end.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when a quote, comment or parenthesis is not closed
    public static List<SqlToken> of(String sql) {
        SqlTokens scan = new SqlTokens(sql);
        while (scan.skipBlanks()) {
            scan.take();
        }
        if (scan.depth != 0) {
            throw QueryErrors.invalid("The parentheses and brackets of the statement do not match; count them");
        }
        return scan.tokens;
    }

    private boolean skipBlanks() {
        while (position < sql.length()) {
            if (Character.isWhitespace(sql.charAt(position))) {
                position++;
            } else if (sql.startsWith("--", position)) {
                int end = sql.indexOf('\n', position);
                position = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", position)) {
                position = after("*/", position + 2, "comment");
            } else {
                return true;
            }
        }
        return false;
    }

    private void take() {
        char first = sql.charAt(position);
        if (first == '\'') {
            add(SqlToken.Kind.OPAQUE, closingQuote('\'', endsWithEscapePrefix()));
        } else if (first == '"') {
            add(SqlToken.Kind.OPAQUE, closingQuote('"', false));
        } else if (first == '$') {
            add(SqlToken.Kind.OPAQUE, dollar());
        } else if (isNamePart(first)) {
            int end = position;
            while (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '$')) {
                end++;
            }
            add(Character.isDigit(first) ? SqlToken.Kind.OPAQUE : SqlToken.Kind.WORD, end);
        } else {
            punctuation(first);
        }
    }

    private void punctuation(char symbol) {
        switch (symbol) {
            case '(', '[', '{' -> {
                add(SqlToken.Kind.SYMBOL, position + 1);
                depth++;
                if (depth > MOST_DEPTH) {
                    throw QueryErrors.refused(
                            "The statement nests deeper than " + MOST_DEPTH + " parentheses; simplify it");
                }
            }
            case ')', ']', '}' -> {
                depth--;
                add(SqlToken.Kind.SYMBOL, position + 1);
            }
            default -> add(SqlToken.Kind.SYMBOL, position + 1);
        }
    }

    private void add(SqlToken.Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(position, end), position, depth));
        position = end;
    }

    /// `E'…'`: the one kind of string in which a backslash hides a quote.
    private boolean endsWithEscapePrefix() {
        return !tokens.isEmpty()
                && tokens.getLast().end() == position
                && tokens.getLast().is("e");
    }

    private int closingQuote(char quote, boolean escapes) {
        for (int i = position + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        throw unclosed("quote");
    }

    /// A parameter such as `$1`, or a string between `$$` or `$tag$`.
    private int dollar() {
        int end = position + 1;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        boolean quotes = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == position + 1 || !Character.isDigit(sql.charAt(position + 1)));
        if (!quotes) {
            return end;
        }
        String tag = sql.substring(position, end + 1);
        return after(tag, end + 1, "quote");
    }

    private int after(String closing, int from, String what) {
        int found = sql.indexOf(closing, from);
        if (found < 0) {
            throw unclosed(what);
        }
        return found + closing.length();
    }

    private RuntimeException unclosed(String what) {
        return QueryErrors.invalid("The " + what + " opened at character " + (position + 1) + " is never closed");
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character > 127;
    }
}
