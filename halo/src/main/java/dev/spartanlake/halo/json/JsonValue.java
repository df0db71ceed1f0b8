package dev.spartanlake.halo.json;

import dev.spartanlake.halo.reply.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A value in an answer, which knows its place. What is asked of it must be there and of the type
/// asked for.
///
/// Fields that nobody asks for are ignored: the service adds some from time to time.
public final class JsonValue {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JsonNode node;
    private final String place;

    private JsonValue(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /// The value that an answer is as a whole.
    ///
    /// @throws UnexpectedJson if it is not JSON, is cut off or goes on after its end
    public static JsonValue parse(Bytes body) throws UnexpectedJson {
        if (body.sizeBytes() == 0) {
            throw new UnexpectedJson("", "expected JSON, found nothing");
        }
        try {
            return new JsonValue(MAPPER.readTree(body.open()), "");
        } catch (JacksonException noJson) {
            throw noJson(noJson.getLocation(), body);
        }
    }

    /// The parser's own message may quote what it stumbled over, which may be a token.
    ///
    /// @param location `null` when the parser gave up on a limit, such as that of nesting
    private static UnexpectedJson noJson(@Nullable TokenStreamLocation location, Bytes body) {
        String where = location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new UnexpectedJson(where, "expected JSON, found a text of " + body + " that is none");
    }

    /// A field of this object.
    public JsonValue field(String name) throws UnexpectedJson {
        JsonValue field = optional(name);
        if (field == null) {
            throw new UnexpectedJson(place + "/" + name, "expected a value, found none");
        }
        return field;
    }

    /// A field of this object.
    ///
    /// @return `null` when it is absent or JSON's `null`
    public @Nullable JsonValue optional(String name) throws UnexpectedJson {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        JsonNode field = node.get(name);
        return field == null || field.isNull() ? null : new JsonValue(field, place + "/" + name);
    }

    /// A text in a field of this object.
    ///
    /// @return `null` when it is absent or JSON's `null`
    public @Nullable String optionalText(String name) throws UnexpectedJson {
        JsonValue field = optional(name);
        return field == null ? null : field.text();
    }

    /// The fields of this object by name, in the order they were served in, without those that are
    /// `null`.
    public Map<String, JsonValue> fields() throws UnexpectedJson {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), new JsonValue(field.getValue(), place + "/" + field.getKey()));
            }
        }
        return fields;
    }

    /// The elements of this array.
    public List<JsonValue> elements() throws UnexpectedJson {
        if (!node.isArray()) {
            throw wrong("an array");
        }
        List<JsonValue> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonValue(node.get(i), place + "/" + i));
        }
        return elements;
    }

    /// What the elements of this array are.
    public <T> List<T> elements(JsonDecoder.Shape<T> shape) throws UnexpectedJson {
        List<T> read = new ArrayList<>(node.size());
        for (JsonValue element : elements()) {
            read.add(shape.read(element));
        }
        return List.copyOf(read);
    }

    /// This text.
    public String text() throws UnexpectedJson {
        if (!node.isString()) {
            throw wrong("a text");
        }
        return node.stringValue();
    }

    /// This text, which has something in it.
    public String nonEmpty() throws UnexpectedJson {
        String text = text();
        if (text.isBlank()) {
            throw new UnexpectedJson(place, "expected a text with something in it, found an empty one");
        }
        return text;
    }

    /// This number, without a fraction.
    public int integer() throws UnexpectedJson {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("a whole number of 32 bits");
        }
        return node.intValue();
    }

    /// This number, without a fraction.
    public long whole() throws UnexpectedJson {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("a whole number of 64 bits");
        }
        return node.longValue();
    }

    /// This truth value.
    public boolean truth() throws UnexpectedJson {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    /// This moment, written as ISO 8601 in UTC with 0 to 7 digits of a fraction.
    public Instant instant() throws UnexpectedJson {
        try {
            return Instant.parse(text());
        } catch (DateTimeException _) {
            throw new UnexpectedJson(place, "expected a moment such as 2025-01-29T04:20:33.441Z, found another text");
        }
    }

    /// This GUID.
    public UUID guid() throws UnexpectedJson {
        String text = text();
        if (!GUID.matcher(text).matches()) {
            throw new UnexpectedJson(place, "expected a GUID, found another text");
        }
        return UUID.fromString(text);
    }

    /// That this value, of the type asked for, cannot be meant.
    ///
    /// @param expected what was expected
    public UnexpectedJson wrong(String expected) {
        return wrong(expected, kind());
    }

    /// The same where more can be said of what was found than its type. A text itself is never said,
    /// as it may be a token.
    ///
    /// @param expected what was expected
    /// @param found what was found, such as a number or a length
    public UnexpectedJson wrong(String expected, String found) {
        return new UnexpectedJson(place, "expected " + expected + ", found " + found);
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "another text";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "nothing that JSON knows";
        };
    }
}
