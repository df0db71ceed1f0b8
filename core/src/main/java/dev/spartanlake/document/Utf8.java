package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The encoding documents have.
final class Utf8 {

    /// What is wrong with bytes that are not [#isText].
    static final Violation NO_TEXT = new Violation("", "JSON in UTF-8", "bytes that are not UTF-8 text");

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    static byte[] withoutByteOrderMark(byte[] text) {
        boolean marked = text.length >= BYTE_ORDER_MARK.length
                && text[0] == BYTE_ORDER_MARK[0]
                && text[1] == BYTE_ORDER_MARK[1]
                && text[2] == BYTE_ORDER_MARK[2];
        return marked ? Arrays.copyOfRange(text, BYTE_ORDER_MARK.length, text.length) : text;
    }

    /// A zero byte is no part of JSON text and the mark of UTF-16, which the JSON library would read without
    /// complaint although the stored text could then not be read back.
    static boolean isText(byte[] json) {
        // The JDK's own decoder has fast paths that a loop over the bytes lacks; it puts U+FFFD where text is
        // malformed,
        // and only a text with that character needs a second, strict look.
        String text = new String(json, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 && (text.indexOf('\uFFFD') < 0 || decodes(json));
    }

    private static boolean decodes(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
