package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Bytes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An answer.
///
/// @param headers the first value of each header, by its name in any case
/// @param body decompressed
public record Answer(int status, Map<String, String> headers, Bytes body) {

    /// Makes the names of headers the same in every case.
    public Answer {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /// A header's value.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Its status: headers and body may hold a token.
    @Override
    public String toString() {
        return "status " + status + ", " + body;
    }
}
