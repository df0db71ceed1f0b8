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
    /// @param identity whose the tokens are; `null` because that is not known
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
    record Denied(Reply.Missed<?> problem) implements Grant {

        /// What becomes of a request that wanted them. That a step on the way to the tokens was not
        /// found, or forbidden, or refused, says nothing of what the request asks for, so it is
        /// never the answer to it.
        public <T> Reply<T> reply() {
            return switch (problem) {
                case Reply.Unauthorized<?> unauthorized -> unauthorized.instead();
                case Reply.Throttled<?> throttled -> throttled.instead();
                case Reply.Unavailable<?> unavailable -> unavailable.instead();
                case Reply.Absent<?>(String request, String reason) -> noTokens(request, reason);
                case Reply.Forbidden<?>(String request, String reason) -> noTokens(request, reason);
                case Reply.Refused<?>(String request, String reason) -> noTokens(request, reason);
                case Reply.Malformed<?>(String request, String where, String reason) ->
                    noTokens(request, "the answer" + (where.isEmpty() ? "" : ", at " + where) + ": " + reason);
            };
        }

        private static <T> Reply<T> noTokens(String request, String reason) {
            return new Reply.Unavailable<>(request, "there are no tokens, because " + reason);
        }
    }
}
