package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import org.jspecify.annotations.Nullable;

/// What a client proves itself with.
public sealed interface Credentials {

    /// Somebody signed in once; the tokens are in a file and are renewed from it.
    record SignedIn(OAuthApp app, TokenStore store) implements Credentials {}

    /// Tokens that somebody copied from their browser; they are good for some four hours and cannot
    /// be renewed.
    ///
    /// @param spartan the value of the header `x-343-authorization-spartan`
    /// @param clearance the value of the header `343-clearance`
    /// @param identity whose they are; `null` because that is not known
    record Pasted(
            Secret spartan, Secret clearance, @Nullable Identity identity) implements Credentials {

        /// Tokens of which it is not known whose they are.
        public Pasted(Secret spartan, Secret clearance) {
            this(spartan, clearance, null);
        }
    }
}
