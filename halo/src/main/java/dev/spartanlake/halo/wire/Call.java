package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One request, before it is known who asks.
///
/// @param path path and query, encoded, with `/` at its beginning
/// @param headers what it carries besides the tokens and what every request carries
/// @param body what is sent; `null` makes it a GET, anything else a POST
/// @param mostBytes how long an answer may be, after decompression
/// @param accepts the statuses with which an answer is worth reading
/// @param spends whether something in it is good for one time only, so that it is not sent again
///     where it may have arrived
public record Call(
        Origin origin,
        String path,
        Map<String, String> headers,
        @Nullable Bytes body,
        int mostBytes,
        Set<Integer> accepts,
        boolean spends) {

    private static final int OK = 200;

    /// @throws IllegalArgumentException if the path does not begin with `/`, or no byte may come
    public Call {
        if (!path.startsWith("/") || mostBytes < 1) {
            throw new IllegalArgumentException("call: expected a path and a limit, found " + path + ", " + mostBytes);
        }
        headers = Map.copyOf(headers);
        accepts = Set.copyOf(accepts);
    }

    /// Asks for something.
    public static Call get(Origin origin, String path, int mostBytes) {
        return new Call(origin, path, Map.of("Accept", "application/json"), null, mostBytes, Set.of(OK), false);
    }

    /// Sends something.
    public static Call post(Origin origin, String path, String contentType, Bytes body, int mostBytes) {
        Map<String, String> headers = Map.of("Accept", "application/json", "Content-Type", contentType);
        return new Call(origin, path, headers, body, mostBytes, Set.of(OK), false);
    }

    /// The same with one more header, or another value for it.
    public Call with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Call(origin, path, all, body, mostBytes, accepts, spends);
    }

    /// The same, where an answer with this status is worth reading too.
    public Call accepting(int status) {
        Set<Integer> all = new TreeSet<>(accepts);
        all.add(status);
        return new Call(origin, path, headers, body, mostBytes, all, spends);
    }

    /// The same with something in it that is good for one time only, such as a refresh token.
    public Call spending() {
        return new Call(origin, path, headers, body, mostBytes, accepts, true);
    }

    /// Reads what was answered to it.
    ///
    /// @return [Reply.Found] or [Reply.Malformed]
    public <T> Reply<T> read(Bytes answer, JsonDecoder<T> decoder) {
        try {
            return new Reply.Found<>(decoder.decode(answer));
        } catch (UnexpectedJson unexpected) {
            return new Reply.Malformed<>(name(), unexpected.where(), unexpected.what());
        }
    }

    /// Method, service and path, for messages. The query is not in it, which may name every player of
    /// a match.
    public String name() {
        int query = path.indexOf('?');
        return (body == null ? "GET " : "POST ") + origin.label() + " " + (query < 0 ? path : path.substring(0, query));
    }

    /// Its name: what it sends, and what is in its query, may be secret.
    @Override
    public String toString() {
        return name();
    }
}
