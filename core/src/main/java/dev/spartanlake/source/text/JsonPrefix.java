package dev.spartanlake.source.text;

import java.util.BitSet;

/// How far the first line of a text gets in being JSON: enough structure to tell lines from a document, no more.
final class JsonPrefix {

    /// For each open bracket whether it is that of an array.
    private final BitSet arrays = new BitSet();

    private int depth;
    private int lastToken;
    private boolean inString;
    private boolean escaped;
    private boolean complete;
    private boolean broken;

    /// Takes the next byte.
    void accept(int next) {
        if (inString) {
            acceptInString(next);
        } else if (next > ' ') {
            acceptToken(next);
        }
    }

    /// Whether an object or array was complete and nothing followed.
    boolean complete() {
        return complete && !broken;
    }

    /// Whether an object or array has begun and not ended, and the text may go on between two of its tokens.
    boolean open() {
        return depth > 0 && !broken && !inString;
    }

    /// Whether an object may begin right after this, if it is the beginning of one JSON document.
    boolean mayContinueWithObject() {
        boolean element = depth > 0 && arrays.get(depth - 1) && (lastToken == '[' || lastToken == ',');
        return !broken && !inString && (lastToken == ':' || element);
    }

    private void acceptInString(int next) {
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = false;
        }
    }

    private void acceptToken(int next) {
        broken |= complete;
        lastToken = next;
        switch (next) {
            case '"' -> inString = true;
            case '{', '[' -> arrays.set(depth++, next == '[');
            case '}', ']' -> close(next == ']');
            default -> broken |= depth == 0;
        }
    }

    private void close(boolean array) {
        if (depth == 0 || arrays.get(depth - 1) != array) {
            broken = true;
            return;
        }
        depth--;
        complete = depth == 0;
    }
}
