package dev.spartanlake.generator.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object whose members keep the order in which they were added. For documents of which few
/// are written; those by the hundred thousand are written by [JsonBytes].
public final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /// Adds a member.
    ///
    /// @param value a string, a number, a boolean, another object, a [Raw], a list of these, or
    ///     null
    /// @return this
    public JsonObject with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /// Adds the members of another object, in its order.
    ///
    /// @return this
    public JsonObject withAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    /// A value that is JSON already.
    ///
    /// @param json the text
    public record Raw(String json) {}

    /// The object as minified JSON.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(this, text);
        return text.toString();
    }

    /// A list of values as minified JSON.
    public static String array(List<?> values) {
        StringBuilder text = new StringBuilder();
        write(values, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case JsonObject object -> object.writeTo(text);
            case Raw raw -> text.append(raw.json());
            case List<?> list -> writeList(list, text);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case String string -> writeText(string, text);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private void writeTo(StringBuilder text) {
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            text.append(separator);
            separator = ',';
            writeText(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private static void writeList(List<?> list, StringBuilder text) {
        char separator = '[';
        for (Object each : list) {
            text.append(separator);
            separator = ',';
            write(each, text);
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private static void writeText(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ') {
                text.append("\\u00").append(Character.forDigit(character >> 4, 16));
                text.append(Character.forDigit(character & 0xF, 16));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }
}
