package dev.spartanlake.halo.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts texts into addresses and forms.
public final class Encoding {

    private Encoding() {}

    /// A text as one step of a path or one value of a query.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Names and values as a form, or as what follows the `?`, in the map's order.
    public static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
    }
}
