package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What requests carry to be answered, or why there is nothing.
public sealed interface Grant {

    /// The tokens.
    ///
    /// @param halo the headers that the game's services want
    /// @param xbox the headers that Xbox Live wants; empty when nobody signed in
    /// @param identity who signed in; `null` when tokens were pasted
    record Tokens(
            Map<String, Secret> halo,
            Map<String, Secret> xbox,
            @Nullable Identity identity) implements Grant {

        /// Keeps copies.
        public Tokens {
            halo = Map.copyOf(halo);
            xbox = Map.copyOf(xbox);
        }
    }

    /// There are none.
    ///
    /// @param problem what came of the attempt to get them
    record Denied(Reply.Missed<?> problem) implements Grant {}
}
