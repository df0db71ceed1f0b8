package dev.spartanlake.document;

import dev.spartanlake.hash.Sha256;
import java.nio.charset.StandardCharsets;

/// The canonical text of a document and the hash by which equal documents are recognised.
///
/// Two texts that differ only in white space between tokens have the same content.
public final class DocumentContent {

    private final byte[] text;
    private final String sha256;

    private DocumentContent(byte[] text, String sha256) {
        this.text = text;
        this.sha256 = sha256;
    }

    /// Canonicalises a JSON text.
    public static DocumentContent of(byte[] document) {
        byte[] text = CompactJson.of(document);
        return new DocumentContent(text, Sha256.of(text));
    }

    /// SHA-256 of a text as it stands, 64 lower-case hexadecimal digits.
    public static String sha256(byte[] text) {
        return Sha256.of(text);
    }

    /// The canonical text in UTF-8. Shared, not copied, because it is the bulk of an ingest: callers do not change
    /// it.
    public byte[] text() {
        return text;
    }

    /// SHA-256 of the canonical text, 64 lower-case hexadecimal digits.
    public String sha256() {
        return sha256;
    }

    /// The length of the canonical text.
    public int sizeBytes() {
        return text.length;
    }

    @Override
    public String toString() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
