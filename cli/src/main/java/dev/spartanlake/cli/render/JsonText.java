package dev.spartanlake.cli.render;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plain Java values as JSON on one line.
///
/// Numbers stay numbers whatever their size; NaN and the infinities, which JSON does not have, become null.
/// Moments are ISO-8601 strings in UTC, bytes hexadecimal strings.
public final class JsonText {

    private static final int MILLI_DIGITS = 3;

    private JsonText() {}

    /// The JSON of a value; maps become objects in their order, lists arrays, null `null`.
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Float number -> Float.isFinite(number) ? number.toString() : "null";
            case Number number -> number.toString();
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
            default -> string(PlainText.of(value));
        };
    }

    /// A duration as a number of seconds with three decimals.
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), MILLI_DIGITS);
    }

    /// The text as a JSON string. Half a surrogate pair is escaped, so that the whole is valid in any encoding.
    static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", point));
                    } else {
                        json.appendCodePoint(point);
                    }
                }
            }
        });
        return json.append('"').toString();
    }

    private static String object(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> string(PlainText.of(entry.getKey())) + ":" + of(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
