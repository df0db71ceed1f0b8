package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;

/// Finds the halves of surrogate pairs that escapes such as `\ud800` name alone in a text. JSON allows them, but they
/// stand for no character: columns could only hold something else in their place, and other readers refuse the whole
/// document. In the names of fields the JSON library refuses them itself.
final class UnpairedSurrogates {

    private static final String RULE = "text of whole characters";
    private static final int NONE = -1;

    private UnpairedSurrogates() {}

    /// The first one in a text.
    ///
    /// @param json a whole JSON document in UTF-8, which has no halves but by escapes
    /// @return its place; null because there is none
    static @Nullable Violation find(byte[] json) {
        return mayBeIn(json) ? search(json) : null;
    }

    /// Hardly any document has escapes of this range, so nearly all are spared the second reading.
    private static boolean mayBeIn(byte[] json) {
        String bytes = new String(json, StandardCharsets.ISO_8859_1);
        return bytes.contains("\\ud") || bytes.contains("\\uD");
    }

    private static @Nullable Violation search(byte[] json) {
        try (JsonParser parser = JsonCursor.parser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int half = token == JsonToken.VALUE_STRING ? half(parser.getString()) : NONE;
                if (half != NONE) {
                    return violation(parser.streamReadContext().pathAsPointer(), half);
                }
            }
        }
        return null;
    }

    private static Violation violation(JsonPointer place, int half) {
        String escape = "\\u" + HexFormat.of().toHexDigits((char) half);
        return new Violation(place.toString(), RULE, escape + ", half of a surrogate pair");
    }

    /// The first half without its other half.
    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean paired = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!paired) {
                    return text.charAt(i);
                }
                i++;
            }
        }
        return NONE;
    }
}
