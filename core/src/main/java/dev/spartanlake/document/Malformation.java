package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;
import io.avaje.validation.ConstraintViolation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// Words for what the JSON and validation libraries object to: a pointer, a rule, the value found.
final class Malformation {

    private static final String INTEGER_RULE = "an integer from -2147483648 to 2147483647";
    private static final JsonMapper TREE = new JsonMapper();
    private static final Map<String, String> IRREGULAR_NAMES = Map.of("kda", "KDA");
    private static final Pattern PATH_SEGMENT = Pattern.compile("([A-Za-z]+)|\\[([0-9]+)]");

    /// What a value of each type may be. The types of time and of fractions are read by [DocumentMapping].
    private static final Map<Class<?>, String> RULES = Map.of(
            Boolean.class,
            "true or false",
            Duration.class,
            DocumentMapping.DURATION_RULE,
            Float.class,
            DocumentMapping.NUMBER_RULE,
            Instant.class,
            DocumentMapping.TIME_RULE,
            Integer.class,
            INTEGER_RULE,
            int.class,
            INTEGER_RULE,
            Long.class,
            "an integer from 0 to 4294967295",
            long.class,
            "an integer from 0 to 4294967295",
            String.class,
            "a text");

    private Malformation() {}

    static Violation describe(ConstraintViolation broken, byte[] json) {
        String pointer = pointer(broken.path());
        return new Violation(pointer, broken.message(), valueAt(pointer, json));
    }

    static Violation describe(JacksonException malformed, byte[] json) {
        String pointer = pointer(malformed.getPath());
        return switch (malformed) {
            case UnexpectedEndOfInputException truncated ->
                new Violation(pointer, "a complete JSON document", "the end of the text at byte " + json.length);
            case InputCoercionException overflow ->
                new Violation(pointer, rule(overflow.getTargetType()), valueAt(pointer, json));
            case InvalidNullException none -> new Violation(pointer, "a value", "null");
            case MismatchedInputException mismatch -> mismatch(mismatch, pointer, json);
            case StreamReadException syntax -> syntax(syntax, pointer);
            default -> new Violation(pointer, "a match document", firstLine(malformed));
        };
    }

    private static Violation mismatch(MismatchedInputException mismatch, String pointer, byte[] json) {
        return new Violation(pointer, rule(mismatch.getTargetType()), valueAt(pointer, json));
    }

    private static Violation syntax(StreamReadException syntax, String pointer) {
        String message = firstLine(syntax);
        if (message.startsWith("Duplicate")) {
            return new Violation(pointer, "each key once in an object", message);
        }
        long offset = Math.max(0, syntax.getLocation().getByteOffset());
        return new Violation(pointer, "JSON", message + " at byte " + offset);
    }

    private static String rule(Class<?> target) {
        String rule = RULES.get(target);
        if (rule != null) {
            return rule;
        }
        return List.class.isAssignableFrom(target) ? "a list" : "an object";
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
        }
        return pointer.toString();
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
        }
    }

    private static String firstLine(JacksonException problem) {
        return problem.getOriginalMessage().lines().findFirst().orElse("malformed text");
    }
}
