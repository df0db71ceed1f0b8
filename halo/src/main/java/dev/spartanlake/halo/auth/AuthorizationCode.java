package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.secret.Secret;

/// What a browser brought back, with what makes it worth something.
///
/// @param code buys tokens, once
/// @param verifier proves that whoever uses the code is who asked for it
/// @param redirect the address that the browser was sent to with it
record AuthorizationCode(Secret code, Secret verifier, String redirect) {}
