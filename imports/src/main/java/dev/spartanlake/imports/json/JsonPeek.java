package dev.spartanlake.imports.json;

import dev.spartanlake.match.MatchId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks into JSON texts without judging them: what is no JSON is as if it were empty.
public final class JsonPeek {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonPeek() {}

    /// The match a document is about. Usually its first value, so that no more than the beginning
    /// is read.
    public static Optional<MatchId> matchId(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("MatchId")) {
                    String text = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                    return MatchId.isGuid(text) ? Optional.of(new MatchId(text)) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /// The fields of a text that is an object, each with the kind of its value; empty because it is
    /// none.
    public static Map<String, JsonToken> fields(byte[] json) {
        Map<String, JsonToken> fields = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.put(name, parser.nextToken());
                parser.skipChildren();
            }
            return fields;
        } catch (JacksonException noJson) {
            return Map.of();
        }
    }

    /// All of a text; null because it is no JSON.
    public static @Nullable JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    /// The text of a value; null because it has none, or an empty one.
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() || value.stringValue().isEmpty() ? null : value.stringValue();
    }
}
