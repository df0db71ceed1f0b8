package dev.spartanlake.cli.shell;

import java.util.ArrayList;
import java.util.List;

/// Cuts text into statements while it arrives. A statement ends with a semicolon outside of quotes and comments, by the
/// rules of the library's own reading; a text that the two read differently is refused there.
final class Statements {

    private static final int SHORTEST_BLOCK_COMMENT = "/**/".length();

    /// Where in SQL a character stands.
    private enum Place {
        CODE,
        /// `'…'`
        STRING,
        /// `E'…'`, where a backslash hides a quote
        ESCAPE_STRING,
        /// `"…"`
        NAME,
        /// behind a dollar sign, which may begin a quote such as `$tag$`
        TAG,
        /// `$tag$…$tag$`
        DOLLAR_STRING,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final StringBuilder current = new StringBuilder();
    private Place place = Place.CODE;
    /// The quote that ended with the previous character, which goes on if the next one is the same.
    private Place ended = Place.CODE;
    /// Where in `current` the dollar sign, the text between dollar quotes or the comment began.
    private int opened;
    private String tag = "";
    private boolean escaped;
    private char previous;
    private int wordLength;
    private int contentLength;
    private int line = 1;
    private int firstLine = 1;

    /// Takes the next piece of the text.
    ///
    /// @return the statements that end in it
    List<Statement> add(String text) {
        List<Statement> complete = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            current.append(character);
            take(character);
            if (character == ';' && place == Place.CODE) {
                complete.addAll(end());
            }
            if (character == '\n') {
                line++;
            }
        }
        return complete;
    }

    /// Takes what was begun for a statement, if there is any.
    List<Statement> end() {
        boolean isStatement = contentLength > 0;
        List<Statement> statement =
                isStatement ? List.of(new Statement(current.toString().strip(), firstLine)) : List.of();
        current.setLength(0);
        place = Place.CODE;
        ended = Place.CODE;
        previous = 0;
        wordLength = 0;
        contentLength = 0;
        return statement;
    }

    /// Whether something was begun that a semicolon has to end.
    boolean isPending() {
        return contentLength > 0 || place == Place.BLOCK_COMMENT;
    }

    /// Whether the next character would stand outside of quotes and comments.
    boolean isInCode() {
        return place == Place.CODE || place == Place.TAG;
    }

    /// What was begun, as it is.
    String begun() {
        return current.toString();
    }

    private void take(char character) {
        switch (place) {
            case CODE -> code(character);
            case STRING -> quoted(character, '\'');
            case NAME -> quoted(character, '"');
            case ESCAPE_STRING -> escapable(character);
            case TAG -> tag(character);
            case DOLLAR_STRING -> dollarQuoted();
            case LINE_COMMENT -> {
                if (character == '\n') {
                    leave(Place.CODE);
                }
            }
            case BLOCK_COMMENT -> {
                boolean isLongEnough = current.length() - opened >= SHORTEST_BLOCK_COMMENT;
                if (character == '/' && previous == '*' && isLongEnough) {
                    leave(Place.CODE);
                    return;
                }
            }
        }
        previous = place == Place.CODE && character == '\n' ? 0 : character;
    }

    private void code(char character) {
        if (character == ';') {
            return;
        }
        if (character == '-' && previous == '-') {
            comment(Place.LINE_COMMENT);
        } else if (character == '*' && previous == '/') {
            comment(Place.BLOCK_COMMENT);
        } else if (!Character.isWhitespace(character)) {
            count();
            open(character);
        }
        boolean isWord = isNamePart(character) || (character == '$' && wordLength > 0);
        wordLength = isWord ? wordLength + 1 : 0;
        ended = Place.CODE;
    }

    private void open(char character) {
        switch (character) {
            case '\'' -> {
                boolean isEscapable =
                        ended == Place.ESCAPE_STRING || (wordLength == 1 && (previous == 'e' || previous == 'E'));
                place = isEscapable ? Place.ESCAPE_STRING : Place.STRING;
                escaped = false;
            }
            case '"' -> place = Place.NAME;
            case '$' -> {
                if (wordLength == 0) {
                    place = Place.TAG;
                    opened = current.length() - 1;
                }
            }
            default -> place = Place.CODE;
        }
    }

    /// The sign that begins a comment was counted, but is none of the statement's.
    private void comment(Place kind) {
        place = kind;
        opened = current.length() - 2;
        contentLength--;
    }

    private void count() {
        if (contentLength == 0) {
            firstLine = line;
        }
        contentLength++;
    }

    private void quoted(char character, char quote) {
        if (character == quote) {
            leave(place);
        }
    }

    private void escapable(char character) {
        if (escaped) {
            escaped = false;
        } else if (character == '\\') {
            escaped = true;
        } else if (character == '\'') {
            leave(Place.ESCAPE_STRING);
        }
    }

    private void tag(char character) {
        if (isNamePart(character)) {
            return;
        }
        String name = current.substring(opened + 1, current.length() - 1);
        boolean isQuote = character == '$' && (name.isEmpty() || !Character.isDigit(name.charAt(0)));
        if (isQuote) {
            place = Place.DOLLAR_STRING;
            tag = "$" + name + "$";
            opened = current.length();
        } else {
            leave(Place.CODE);
            code(character);
        }
    }

    private void dollarQuoted() {
        boolean isClosed = current.length() - opened >= tag.length()
                && current.substring(current.length() - tag.length()).equals(tag);
        if (isClosed) {
            leave(Place.CODE);
        }
    }

    private void leave(Place quote) {
        place = Place.CODE;
        ended = quote;
        previous = 0;
        wordLength = 0;
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character > 127;
    }
}
