package dev.spartanlake.testsupport.api;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request, taken apart.
///
/// @param method `GET`, `POST`, …
/// @param origin the first segment of the path
/// @param path the rest of it, decoded, with its leading slash
/// @param query the parameters of the query, decoded, with all their values
/// @param headers the headers
/// @param body the body as text; empty without one
/// @param url origin, path and query as they were sent
record Request(
        String method,
        String origin,
        String path,
        Map<String, List<String>> query,
        Headers headers,
        String body,
        String url) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern XUID = Pattern.compile("xuid\\((\\d{1,19})\\)");

    static Request of(HttpExchange exchange) throws IOException {
        String raw = exchange.getRequestURI().getRawPath();
        String[] segments = raw.substring(1).split("/", 2);
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                segments[0],
                segments.length == 1
                        ? "/"
                        : "/" + URLDecoder.decode(segments[1].replace("+", "%2B"), StandardCharsets.UTF_8),
                form(query == null ? "" : query),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestURI().toString());
    }

    static Map<String, List<String>> form(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The URL without its percent signs.
    String readableUrl() {
        return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The body as JSON; an empty object where it is none.
    JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException _) {
            // What is no JSON has none of the members that are looked for.
            return MAPPER.createObjectNode();
        }
    }

    /// The first value of a parameter.
    Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// All values of a parameter, those joined by commas taken apart.
    List<String> list(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .toList();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /// The number in `xuid(…)`; empty for anything else.
    static Optional<Long> xuid(String text) {
        Matcher matcher = XUID.matcher(text);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
