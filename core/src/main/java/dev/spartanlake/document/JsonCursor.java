package dev.spartanlake.document;

import dev.spartanlake.match.Xuid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Walks through a JSON text strictly: nothing is coerced from one type to another, no key may stand twice in an
/// object, and nothing may follow the document.
///
/// Each method that reads a value returns null for JSON's null, and throws [MalformedDocument] when the value is of
/// another type.
final class JsonCursor {

    static final String TIME_RULE = "an ISO-8601 UTC time from 2000 to 2099";
    static final String DURATION_RULE = "an ISO-8601 duration from 0 to 10 years";

    /// Far deeper than any recorded document, far less than what exhausts a stack.
    static final int MAX_DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final JsonParser parser;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /// Reads a text from its first token to its last.
    ///
    /// @param value reads the one value of the text
    /// @throws MalformedDocument when the text is no JSON, or a value is of another type than asked for
    static <T> @Nullable T read(byte[] json, Function<JsonCursor, @Nullable T> value) {
        try (JsonParser parser = parser(json)) {
            JsonCursor cursor = new JsonCursor(parser);
            try {
                cursor.begin();
                T read = value.apply(cursor);
                cursor.end();
                return read;
            } catch (JacksonException noJson) {
                throw MalformedDocument.noJson(cursor.place(), noJson);
            }
        }
    }

    /// The tokens of a text, under the same limits; closed by whoever asks for them.
    static JsonParser parser(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    private void begin() {
        if (parser.nextToken() == null) {
            throw malformed("an object");
        }
    }

    private void end() {
        if (parser.nextToken() != null) {
            throw malformed("nothing after the document");
        }
    }

    /// Reads an object.
    ///
    /// @param fields reads its fields; the cursor stands in front of the first
    <T> @Nullable T object(Function<JsonCursor, T> fields) {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.START_OBJECT, "an object");
        return fields.apply(this);
    }

    /// Moves to the value of the next field of the object.
    ///
    /// @return the field's name; null at the end of the object
    @Nullable
    String nextField() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /// Reads a list of objects.
    <T> @Nullable List<T> objects(Function<JsonCursor, T> fields) {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.START_ARRAY, "a list");
        List<T> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            T element = object(fields);
            if (element == null) {
                throw malformed("a value");
            }
            elements.add(element);
        }
        return elements;
    }

    /// Passes over a value of any type.
    void skip() {
        parser.skipChildren();
    }

    @Nullable
    String text() {
        return text("a text");
    }

    private @Nullable String text(String rule) {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_STRING, rule);
        return parser.getString();
    }

    @Nullable
    Boolean truth() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw malformed("true or false");
        };
    }

    /// An integer of 32 bits.
    @Nullable
    Integer integer() {
        String rule = "an integer from -2147483648 to 2147483647";
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_NUMBER_INT, rule);
        if (parser.getNumberType() != JsonParser.NumberType.INT) {
            throw malformed(rule);
        }
        return parser.getIntValue();
    }

    /// An integer within bounds.
    @Nullable
    Integer integer(int least, int most) {
        Integer number = integer();
        if (number != null && (number < least || number > most)) {
            throw malformed("an integer from " + least + " to " + most);
        }
        return number;
    }

    /// The identifier of a human player, exactly as the API writes it: who is to be forgotten is looked for by it.
    @Nullable
    Xuid xuid() {
        String rule = "xuid(digits)";
        String text = text(rule);
        if (text == null) {
            return null;
        }
        Xuid xuid;
        try {
            xuid = Xuid.parse(text);
        } catch (IllegalArgumentException other) {
            throw malformed(rule);
        }
        if (!text.equals(xuid.wrapped())) {
            throw malformed(rule);
        }
        return xuid;
    }

    /// An unsigned identifier of 32 bits. Any integer of 64 bits is read; the bounds are a constraint's to
    /// check, as some dumps hold large identifiers as negative numbers.
    @Nullable
    Long identifier() {
        String rule = "an integer from 0 to 4294967295";
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_NUMBER_INT, rule);
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw malformed(rule);
        }
        return parser.getLongValue();
    }

    /// A number in single precision; one that would become infinite is refused.
    @Nullable
    Float real() {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken().isNumeric()) {
            float number = (float) parser.getDoubleValue();
            if (Float.isFinite(number)) {
                return number;
            }
        }
        throw malformed("a number");
    }

    /// A number in single precision; null also for a text, which stands where there is no number, such as `NaN`.
    @Nullable
    Float realIfAny() {
        return parser.currentToken() == JsonToken.VALUE_STRING ? null : real();
    }

    /// A time of any precision, kept to the microsecond as the columns are.
    @Nullable
    Instant time() {
        String text = text(TIME_RULE);
        if (text == null) {
            return null;
        }
        Instant time;
        try {
            time = IsoTime.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException malformed) {
            throw malformed(TIME_RULE);
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw malformed(TIME_RULE);
        }
        return time;
    }

    /// A duration with days, of up to nanosecond precision.
    @Nullable
    Duration duration() {
        String text = text(DURATION_RULE);
        if (text == null) {
            return null;
        }
        Duration duration;
        try {
            duration = IsoDuration.parse(text);
        } catch (DateTimeException | ArithmeticException malformed) {
            throw malformed(DURATION_RULE);
        }
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw malformed(DURATION_RULE);
        }
        return duration;
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private void expect(JsonToken token, String rule) {
        if (parser.currentToken() != token) {
            throw malformed(rule);
        }
    }

    private MalformedDocument malformed(String rule) {
        return MalformedDocument.wrongType(place(), rule);
    }

    private JsonPointer place() {
        return parser.streamReadContext().pathAsPointer();
    }
}
