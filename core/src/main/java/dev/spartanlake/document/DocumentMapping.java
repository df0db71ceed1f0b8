package dev.spartanlake.document;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How the JSON library reads documents: strictly. Nothing is coerced from one type to another, no key may stand
/// twice,
/// and
/// nothing may follow the document.
final class DocumentMapping {

    static final String TIME_RULE = "an ISO-8601 UTC time from 2000 to 2099";
    static final String DURATION_RULE = "an ISO-8601 duration from 0 to 10 years";
    static final String NUMBER_RULE = "a number";

    /// Far deeper than any recorded document, far less than what exhausts a stack.
    private static final int MAX_DEPTH = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private DocumentMapping() {}

    static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        SimpleModule strictTypes = new SimpleModule()
                .addDeserializer(Instant.class, new TimeReader())
                .addDeserializer(Duration.class, new DurationReader())
                .addDeserializer(Float.class, new NumberReader());
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL))
                .addModule(strictTypes)
                .build();
    }

    /// Reads a time of any precision, kept to the microsecond as the columns are.
    private static final class TimeReader extends StdDeserializer<Instant> {

        TimeReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    Instant time = IsoTime.parse(parser.getString()).truncatedTo(ChronoUnit.MICROS);
                    if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                        return time;
                    }
                } catch (DateTimeException malformed) {
                    return context.reportInputMismatch(this, TIME_RULE);
                }
            }
            return context.reportInputMismatch(this, TIME_RULE);
        }
    }

    /// Reads a duration with days, of up to nanosecond precision.
    private static final class DurationReader extends StdDeserializer<Duration> {

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    Duration duration = Duration.parse(parser.getString());
                    if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                        return duration;
                    }
                } catch (DateTimeException | ArithmeticException malformed) {
                    return context.reportInputMismatch(this, DURATION_RULE);
                }
            }
            return context.reportInputMismatch(this, DURATION_RULE);
        }
    }

    /// Reads a number into single precision, refusing those that would become infinite.
    private static final class NumberReader extends StdDeserializer<Float> {

        NumberReader() {
            super(Float.class);
        }

        @Override
        public Float deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isNumeric()) {
                float number = (float) parser.getDoubleValue();
                if (Float.isFinite(number)) {
                    return number;
                }
            }
            return context.reportInputMismatch(this, NUMBER_RULE);
        }
    }
}
