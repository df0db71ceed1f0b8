package dev.spartanlake.cli.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plain Java values as bare text, complete to the last digit.
public final class PlainText {

    private PlainText() {}

    /// The text of a value: moments in ISO-8601, numbers at full length, bytes hexadecimal, lists and maps as
    /// JSON, null as nothing.
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant moment -> DateTimeFormatter.ISO_INSTANT.format(moment);
            case LocalDateTime moment -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Map<?, ?> map -> JsonText.of(map);
            case List<?> list -> JsonText.of(list);
            default -> value.toString();
        };
    }
}
