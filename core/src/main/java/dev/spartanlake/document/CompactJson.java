package dev.spartanlake.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The canonical text of a JSON document: the same tokens with no white space between them.
///
/// Archives hold the same document pretty-printed and not; their canonical texts are equal, so they are recognised as
/// one.
final class CompactJson {

    private static final String WHITE_SPACE = " \n\r\t";

    private CompactJson() {}

    /// The document without the white space between its tokens; the same array when there is none. The input is not
    /// checked: text that is no JSON comes out as some other text that is no JSON.
    static byte[] of(byte[] document) {
        return hasWhiteSpace(document) ? compact(document) : document;
    }

    /// Most archives hold compact texts with no white space at all, which the JDK's own search finds out
    /// faster than a loop over the bytes.
    private static boolean hasWhiteSpace(byte[] document) {
        String bytes = new String(document, StandardCharsets.ISO_8859_1);
        return WHITE_SPACE.chars().anyMatch(character -> bytes.indexOf(character) >= 0);
    }

    private static byte[] compact(byte[] document) {
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
