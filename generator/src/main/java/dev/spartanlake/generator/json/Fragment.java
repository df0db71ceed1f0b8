package dev.spartanlake.generator.json;

import java.nio.charset.StandardCharsets;

/// JSON text that is encoded once and copied into many documents. It never changes.
public final class Fragment {

    private final byte[] bytes;

    private Fragment(String text) {
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A member name with its quotes and colon. The name needs no escaping.
    public static Fragment name(String name) {
        return new Fragment('"' + name + "\":");
    }

    /// A string value with its quotes. The text needs no escaping.
    public static Fragment text(String text) {
        return new Fragment('"' + text + '"');
    }

    /// A whole value, already JSON.
    public static Fragment value(String json) {
        return new Fragment(json);
    }

    int length() {
        return bytes.length;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
