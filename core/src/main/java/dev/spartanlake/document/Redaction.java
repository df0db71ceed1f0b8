package dev.spartanlake.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Takes a player out of a document's text and leaves every other byte as it is.
public final class Redaction {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Redaction() {}

    /// The document without the entries of a player in its list `Players`; the figures of teams stay as they
    /// were served.
    ///
    /// @param document a document that was accepted
    /// @param playerId the player as the document names one, such as `xuid(2533270000000001)`
    public static byte[] without(DocumentContent document, String playerId) {
        return without(document.text(), "Players", "PlayerId", playerId);
    }

    /// The skill document without the entries of a player in its list `Value`.
    ///
    /// @param playerId the player as the document names one, such as `xuid(2533270000000001)`
    public static byte[] without(SkillDocument skill, String playerId) {
        return without(skill.content().text(), "Value", "Id", playerId);
    }

    private static byte[] without(byte[] text, String list, String key, String playerId) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isList = parser.currentName().equals(list);
                parser.nextToken();
                if (isList) {
                    return joined(text, kept(parser, key, playerId), offset(parser));
                }
                parser.skipChildren();
            }
        }
        return text;
    }

    /// The entries that stay. The parser stands at the beginning of the list, and then at its end.
    private static List<Slice> kept(JsonParser parser, String key, String playerId) {
        List<Slice> kept = new ArrayList<>();
        kept.add(new Slice(0, end(parser)));
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int from = offset(parser);
            boolean isOther = true;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = parser.currentName().equals(key);
                parser.nextToken();
                isOther &= !isId || !parser.getString().equals(playerId);
                parser.skipChildren();
            }
            if (isOther) {
                kept.add(new Slice(from, end(parser)));
            }
        }
        return kept;
    }

    /// The first slice is what comes before the entries; what comes after them begins at an offset.
    private static byte[] joined(byte[] text, List<Slice> slices, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < slices.size(); i++) {
            if (i > 1) {
                joined.write(',');
            }
            joined.write(
                    text,
                    slices.get(i).from(),
                    slices.get(i).to() - slices.get(i).from());
        }
        joined.write(text, rest, text.length - rest);
        return joined.toByteArray();
    }

    private static int offset(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    private static int end(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    /// A part of the text.
    ///
    /// @param from the offset of its first byte
    /// @param to the offset after its last byte
    private record Slice(int from, int to) {}
}
