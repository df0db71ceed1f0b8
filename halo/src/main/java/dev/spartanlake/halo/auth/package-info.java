/// Signing in: from a person in a browser to the tokens that requests carry, and where they are
/// kept.
@NullMarked
package dev.spartanlake.halo.auth;

import org.jspecify.annotations.NullMarked;
