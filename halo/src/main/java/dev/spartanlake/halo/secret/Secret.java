package dev.spartanlake.halo.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must not be seen: a token, a code or what proves who somebody is. Nothing but
/// [#reveal] gives it away; [#toString] says only that there is one.
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// Hides a text.
    ///
    /// @throws IllegalArgumentException when it is empty or has characters that no header may
    ///     carry; the message does not show it
    public static Secret of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret: expected a text, found an empty one");
        }
        if (!text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            throw new IllegalArgumentException(
                    "a secret: expected printable ASCII characters, found others in a text of " + text.length());
        }
        return new Secret(text);
    }

    /// The text, for the request that needs it and for the file that keeps it.
    public String reveal() {
        return text;
    }

    /// Compares without telling, by the time it takes, how much is alike.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
