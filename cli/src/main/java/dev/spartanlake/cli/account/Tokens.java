package dev.spartanlake.cli.account;

import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.auth.StoredTokens;

/// Where the tokens come from that requests carry.
public sealed interface Tokens {

    /// Nobody signed in, and no tokens were given.
    record Missing() implements Tokens {}

    /// The variables of the environment.
    record Environment(Credentials.Pasted credentials) implements Tokens {}

    /// A sign-in through the browser.
    record SignIn(StoredTokens.SignedIn tokens) implements Tokens {}

    /// Tokens that were pasted and kept.
    record Pasted(StoredTokens.Pasted tokens) implements Tokens {}
}
