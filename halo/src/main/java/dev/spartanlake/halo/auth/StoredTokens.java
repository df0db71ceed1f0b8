package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the file of tokens holds.
public sealed interface StoredTokens {

    /// What a sign-in left behind.
    ///
    /// @param refresh the newest refresh token, from which all others are bought
    /// @param bought the tokens that were bought with it; `null` because none were yet
    record SignedIn(Secret refresh, @Nullable Bought bought) implements StoredTokens {}

    /// Tokens that somebody copied from their browser. There is nothing to renew them with.
    ///
    /// @param pastedAt when they were put here; they were given out before
    /// @param identity whose they are; `null` because it could not be asked
    record Pasted(
            Secret spartan,
            Secret clearance,
            Instant pastedAt,
            @Nullable Identity identity) implements StoredTokens {

        /// How long Spartan tokens are good for, as far as is known.
        public static final Duration LIFE = Duration.ofHours(4);

        /// Tokens to ask with.
        public Credentials.Pasted credentials() {
            return new Credentials.Pasted(spartan, clearance, identity);
        }
    }

    /// Tokens that requests carry.
    ///
    /// @param expires when the first of them does
    /// @param xbox the value of Xbox Live's header `Authorization`
    /// @param identity who signed in; `null` when Xbox did not say
    record Bought(
            Secret spartan,
            Secret clearance,
            Secret xbox,
            Instant expires,
            @Nullable Identity identity) {}
}
