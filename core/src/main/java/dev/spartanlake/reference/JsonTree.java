package dev.spartanlake.reference;

import dev.spartanlake.validation.TextFault;
import dev.spartanlake.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Builds the tree of a JSON text and notes where a key occurs twice in its object.
///
/// The library can only refuse a text with a repeated key altogether, or keep the last value silently; here
/// the first stands and the others are reported.
final class JsonTree {

    /// The rule in words that fit after "expected".
    private static final String KEY_ONCE = "each key once";

    private static final int DEEPEST = 32;
    private static final int LONGEST_KEY = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .build();

    private final JsonParser parser;
    private final Rejections rejections;
    private final NavigableSet<String> repeated = new TreeSet<>();
    private int refusedLevels;

    private JsonTree(JsonParser parser, Rejections rejections) {
        this.parser = parser;
        this.rejections = rejections;
    }

    /// Parses the text of a file.
    ///
    /// @throws dev.spartanlake.error.WarehouseException if it is not one JSON value, or nests too deeply
    static ReferenceDocument parse(ReferenceFile file, String text) {
        if (text.isBlank()) {
            throw file.malformed("an empty file");
        }
        Rejections rejections = new Rejections(file);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser, rejections);
            JsonNode root = tree.node(parser.nextToken(), JsonPointer.empty());
            if (parser.nextToken() != null) {
                throw file.malformed("a second JSON value at line "
                        + parser.currentTokenLocation().getLineNr());
            }
            return new ReferenceDocument(file, root, tree.repeated, rejections);
        } catch (StreamConstraintsException e) {
            throw file.malformed(
                    "more than " + DEEPEST + " levels of nesting, or a key or number of more than " + LONGEST_KEY
                            + " characters",
                    e);
        } catch (JacksonException e) {
            throw file.malformed(fault(e, text), e);
        }
    }

    private static String fault(JacksonException e, String text) {
        // What the library says is meant for programmers, so only the place is taken from it.
        TokenStreamLocation location = e.getLocation();
        int offset = location == null ? text.length() : Math.clamp(location.getCharOffset(), 0, text.length());
        byte[] before = text.substring(0, offset).getBytes(StandardCharsets.UTF_8);
        TextFault fault = TextFault.at(text.getBytes(StandardCharsets.UTF_8), before.length);
        return "text that is not JSON at line " + fault.line() + ", column " + fault.column() + ", near '"
                + fault.near() + "'";
    }

    private JsonNode node(JsonToken token, JsonPointer pointer) {
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> JsonNodeFactory.instance.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
            // No field holds a fraction, so one is only ever shown, as it was written: 1e999999999 need not be
            // computed.
            case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.rawValueNode(new RawValue(parser.getString()));
            case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON value cannot start with " + token);
        };
    }

    private ObjectNode object(JsonPointer pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonPointer place = pointer.appendProperty(key);
            JsonToken start = parser.nextToken();
            if (object.has(key)) {
                refuse(start, place);
            } else {
                object.set(key, node(start, place));
            }
        }
        return object;
    }

    /// Reads the value of a repeated key. What is repeated inside it goes unheard: its pointers would point
    /// into the first value, which stands.
    private void refuse(JsonToken start, JsonPointer place) {
        refusedLevels++;
        JsonNode value = node(start, place);
        refusedLevels--;
        if (refusedLevels == 0) {
            repeated.add(place.toString());
            rejections.add(new Violation(place.toString(), KEY_ONCE, value.toString()));
        }
    }

    private ArrayNode array(JsonPointer pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(node(token, pointer.appendIndex(array.size())));
        }
        return array;
    }
}
