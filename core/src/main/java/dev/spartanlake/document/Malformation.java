package dev.spartanlake.document;

import dev.spartanlake.validation.TextFault;
import dev.spartanlake.validation.Violation;
import io.avaje.validation.ConstraintViolation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Words for what the JSON and validation libraries object to: a pointer, a rule, the value found.
final class Malformation {

    /// Keeps numbers as they were written, also those too large for floating point.
    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, String> IRREGULAR_NAMES = Map.of("kda", "KDA");
    private static final Pattern PATH_SEGMENT = Pattern.compile("([A-Za-z]+)|\\[([0-9]+)]");

    private Malformation() {}

    static Violation describe(ConstraintViolation broken, byte[] json) {
        String pointer = pointer(broken.path());
        return new Violation(pointer, broken.message(), valueAt(pointer, json));
    }

    static Violation describe(MalformedDocument malformed, byte[] json) {
        String pointer = malformed.place().toString();
        return switch (malformed.problem()) {
            case MalformedDocument.Problem.WrongType(String rule) ->
                new Violation(pointer, rule, valueAt(pointer, json));
            case MalformedDocument.Problem.NoJson(JacksonException cause) -> noJson(cause, malformed.place(), json);
        };
    }

    private static Violation noJson(JacksonException cause, JsonPointer place, byte[] json) {
        String pointer = place.toString();
        return switch (cause) {
            case UnexpectedEndOfInputException truncated ->
                new Violation(pointer, "a complete JSON document", "the end of the text at byte " + json.length);
            case StreamConstraintsException beyond -> beyondLimits(place);
            case StreamReadException repeated
            when isRepeatedKey(repeated) ->
                new Violation(
                        pointer,
                        "each key once in an object",
                        '"' + place.last().getMatchingProperty() + "\" again");
            default ->
                new Violation(pointer, "JSON", TextFault.at(json, offset(cause)).toString());
        };
    }

    /// The library has no type of its own for this; all else it says is left aside, as it is meant for programmers.
    private static boolean isRepeatedKey(StreamReadException problem) {
        return problem.getOriginalMessage().startsWith("Duplicate");
    }

    private static Violation beyondLimits(JsonPointer place) {
        boolean tooDeep = depth(place) >= JsonCursor.MAX_DEPTH;
        return tooDeep
                ? new Violation(place.toString(), "at most " + JsonCursor.MAX_DEPTH + " levels of nesting", "more")
                : new Violation(place.toString(), "names, numbers and texts of a usual length", "a longer one");
    }

    private static int depth(JsonPointer place) {
        int depth = 0;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            depth++;
        }
        return depth;
    }

    private static long offset(JacksonException problem) {
        TokenStreamLocation location = problem.getLocation();
        return location == null ? 0 : location.getByteOffset();
    }

    private static String pointer(String path) {
        StringBuilder pointer = new StringBuilder();
        Matcher segments = PATH_SEGMENT.matcher(path);
        while (segments.find()) {
            String name = segments.group(1);
            pointer.append('/').append(name == null ? segments.group(2) : documentName(name));
        }
        return pointer.toString();
    }

    private static String documentName(String component) {
        return IRREGULAR_NAMES.getOrDefault(
                component, Character.toUpperCase(component.charAt(0)) + component.substring(1));
    }

    /// Reads the document a second time, because only refusals need the value's own text.
    private static String valueAt(String pointer, byte[] json) {
        try {
            JsonNode value = TREE.readTree(json).at(JsonPointer.compile(pointer));
            return value.isMissingNode() ? "missing" : value.toString();
        } catch (JacksonException malformedFurtherOn) {
            return "text that is no JSON further on";
        } catch (NumberFormatException | ArithmeticException beyondDecimals) {
            // Some number of the document has more digits in its exponent than a decimal can hold.
            return "a number beyond all limits, here or elsewhere";
        }
    }
}
