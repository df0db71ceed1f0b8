package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Random texts that tie a sign-in together: PKCE's verifier (RFC 7636), whose hash goes ahead, and
/// the state that has to come back.
record Challenge(Secret verifier, Secret state) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Challenge random() {
        return new Challenge(text(), text());
    }

    private static Secret text() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(base64(bytes));
    }

    /// What goes ahead: the verifier's SHA-256.
    String s256() {
        try {
            return base64(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
