package dev.spartanlake.bench.inner;

import com.alibaba.fastjson2.JSONReader;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.NumberConverter;
import com.jsoniter.JsonIterator;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a document from its first token to its last with one library, without a tree: every name, every text as a
/// text, every number as a number.
///
/// All give the same [#total] of a document, so none of them can be fast by reading less.
public final class TokenWalk {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory LENIENT = JsonFactory.builder().build();

    private final JsonReader<Object> dslJson = new DslJson<>().newReader();
    private long total;

    /// The lengths of all names and texts, and the sum of all numbers, each without its decimals.
    public long total() {
        return total;
    }

    /// Jackson as the parser of match documents uses it: a name that stands twice in an object is refused.
    public void strictJackson(byte[] document) {
        jackson(STRICT, document);
    }

    /// Jackson, believing that no name stands twice in an object.
    public void jackson(byte[] document) {
        jackson(LENIENT, document);
    }

    private void jackson(JsonFactory factory, byte[] document) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> text(parser.currentName());
                    case VALUE_STRING -> text(parser.getString());
                    case VALUE_NUMBER_INT -> total += parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> total += (long) parser.getDoubleValue();
                    default -> {}
                }
            }
        }
    }

    /// Fastjson2, which does not tell of a name that stands twice.
    public void fastjson(byte[] document) {
        try (JSONReader reader = JSONReader.of(document)) {
            value(reader);
        }
    }

    private void value(JSONReader reader) {
        if (reader.nextIfObjectStart()) {
            while (!reader.nextIfObjectEnd()) {
                text(reader.readFieldName());
                value(reader);
            }
            reader.nextIfComma();
        } else if (reader.nextIfArrayStart()) {
            while (!reader.nextIfArrayEnd()) {
                value(reader);
            }
            reader.nextIfComma();
        } else if (reader.isString()) {
            text(reader.readString());
        } else if (reader.isNumber()) {
            total += reader.readNumber().longValue();
        } else if (!reader.nextIfNull()) {
            reader.readBoolValue();
        }
    }

    /// DSL-JSON, which does not tell of a name that stands twice.
    public void dslJson(byte[] document) throws IOException {
        dslJson.process(document, document.length);
        dslJson.getNextToken();
        value(dslJson);
    }

    private void value(JsonReader<Object> reader) throws IOException {
        switch (reader.last()) {
            case '{' -> {
                byte next = reader.getNextToken();
                while (next != '}') {
                    text(reader.readKey());
                    value(reader);
                    next = reader.getNextToken() == ',' ? reader.getNextToken() : reader.last();
                }
            }
            case '[' -> {
                byte next = reader.getNextToken();
                while (next != ']') {
                    value(reader);
                    next = reader.getNextToken() == ',' ? reader.getNextToken() : reader.last();
                }
            }
            case '"' -> text(reader.readString());
            case 'n' -> reader.wasNull();
            case 't' -> reader.wasTrue();
            case 'f' -> reader.wasFalse();
            default -> total += NumberConverter.deserializeNumber(reader).longValue();
        }
    }

    /// Jsoniter, which does not tell of a name that stands twice.
    public void jsoniter(byte[] document) throws IOException {
        try (JsonIterator iterator = JsonIterator.parse(document)) {
            value(iterator);
        }
    }

    private void value(JsonIterator iterator) throws IOException {
        switch (iterator.whatIsNext()) {
            case OBJECT -> {
                for (String name = iterator.readObject(); name != null; name = iterator.readObject()) {
                    text(name);
                    value(iterator);
                }
            }
            case ARRAY -> {
                while (iterator.readArray()) {
                    value(iterator);
                }
            }
            case STRING -> text(iterator.readString());
            case NUMBER -> total += (long) iterator.readDouble();
            case NULL -> iterator.readNull();
            case BOOLEAN -> iterator.readBoolean();
            case INVALID -> throw new IllegalStateException("no JSON");
        }
    }

    private void text(String text) {
        total += text.length();
    }
}
