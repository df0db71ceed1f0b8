package dev.spartanlake.halo.json;

import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Served;

/// Takes from an answer what is wanted of it.
///
/// @param <T> what that is
@FunctionalInterface
public interface JsonDecoder<T> {

    /// Reads the whole answer.
    ///
    /// @throws UnexpectedJson if the answer is not what it should be
    T decode(Bytes body) throws UnexpectedJson;

    /// A decoder of the value that an answer is as a whole.
    static <T> JsonDecoder<T> of(Shape<T> shape) {
        return body -> shape.read(JsonValue.parse(body));
    }

    /// A decoder of the value that an answer is as a whole, which hands on the answer too.
    static <T> JsonDecoder<Served<T>> served(Shape<T> shape) {
        return body -> new Served<>(shape.read(JsonValue.parse(body)), body);
    }

    /// Hands on the answer, once it is known to be a whole JSON object.
    static JsonDecoder<Bytes> raw() {
        return body -> {
            JsonValue.parse(body).fields();
            return body;
        };
    }

    /// Reads a value of one shape.
    ///
    /// @param <T> what is made of it
    @FunctionalInterface
    interface Shape<T> {

        /// Reads one value.
        ///
        /// @throws UnexpectedJson if the value has another shape
        T read(JsonValue value) throws UnexpectedJson;
    }
}
