package dev.spartanlake.document;

import java.util.Arrays;

/// The canonical text of a JSON document: the same tokens with no white space between them.
///
/// Archives hold the same document pretty-printed and not; their canonical texts are equal, so they are recognised
/// as
/// one.
final class CompactJson {

    private CompactJson() {}

    /// Copies a document without the white space between its tokens. The input is not checked: text that is no JSON
    /// comes out
    /// as some other text that is no JSON.
    static byte[] of(byte[] document) {
        byte[] compact = new byte[document.length];
        int length = 0;
        boolean inString = false;
        boolean escaped = false;
        for (byte next : document) {
            if (inString) {
                inString = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                continue;
            } else {
                inString = next == '"';
            }
            compact[length++] = next;
        }
        return length == document.length ? document : Arrays.copyOf(compact, length);
    }
}
