package dev.spartanlake.hash;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, written as 64 lower-case hexadecimal digits.
public final class Sha256 {

    private final MessageDigest digest;

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    /// Starts with no content.
    public static Sha256 start() {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// The hash of a whole content.
    public static String of(byte[] content) {
        Sha256 hash = start();
        hash.digest.update(content);
        return hash.end();
    }

    /// Goes on with what is left in a buffer, which is empty afterwards.
    public void add(ByteBuffer content) {
        digest.update(content);
    }

    /// The hash of everything that was added. Starts again with no content.
    public String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
