package dev.spartanlake.validation;

import java.nio.charset.StandardCharsets;

/// Where in a text something is wrong, in words that fit after "found".
///
/// @param near the text around the fault, on its line
/// @param line the line, from 1
/// @param column the character on the line, from 1
public record TextFault(String near, long line, long column) {

    private static final int SHOWN_BEFORE = 8;
    private static final int SHOWN_AFTER = 16;

    /// The place at an offset.
    ///
    /// @param text UTF-8
    /// @param offset the fault's first byte, or one close to it; beyond the text stands for its end
    public static TextFault at(byte[] text, long offset) {
        int fault = Math.clamp(offset, 0, text.length);
        long line = 1;
        int lineStart = 0;
        for (int i = 0; i < fault; i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String before = new String(text, lineStart, fault - lineStart, StandardCharsets.UTF_8);
        int shown = Math.min(text.length - fault, Character.BYTES * SHOWN_AFTER);
        String after = new String(text, fault, shown, StandardCharsets.UTF_8);
        String near = end(before) + beginning(after.lines().findFirst().orElse(""));
        return new TextFault(near, line, before.codePointCount(0, before.length()) + 1L);
    }

    private static String end(String text) {
        int from = Math.max(0, text.length() - SHOWN_BEFORE);
        boolean splits = from > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(splits ? from + 1 : from);
    }

    private static String beginning(String text) {
        int to = Math.min(text.length(), SHOWN_AFTER);
        boolean splits = to > 0 && Character.isHighSurrogate(text.charAt(to - 1));
        return text.substring(0, splits ? to - 1 : to);
    }

    @Override
    public String toString() {
        return "'" + near + "' at line " + line + ", column " + column;
    }
}
