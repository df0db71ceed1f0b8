package dev.spartanlake.halo.reply;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change, such as the body of an answer as it was served, after decompression.
public final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of some bytes.
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /// A text in UTF-8.
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// How many there are.
    public int sizeBytes() {
        return bytes.length;
    }

    /// A copy of them.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// A stream over them, without copying.
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /// Their SHA-256, in lower-case hexadecimal digits.
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes those && Arrays.equals(bytes, those.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Says how many there are, and not which: answers of the sign-in have tokens in them.
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
