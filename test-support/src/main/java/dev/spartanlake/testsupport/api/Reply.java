package dev.spartanlake.testsupport.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An answer. It never changes.
final class Reply {

    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Reply json(String json) {
        return json(200, json);
    }

    static Reply json(int status, String json) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(Optional<String> json) {
        return json.map(Reply::json).orElseGet(() -> empty(404));
    }

    static Reply bytes(byte[] body) {
        return new Reply(200, Map.of("Content-Type", "application/octet-stream"), body);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), NOTHING);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /// Not a copy: nobody here changes it.
    byte[] body() {
        return body;
    }
}
