package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Bytes;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Undoes the compression of a body, and stops where it gets longer than it may be.
sealed interface ContentCoding {

    /// The body as it was before compression.
    record Plain(Bytes body) implements ContentCoding {
        @Override
        public Outcome outcome(int status, Map<String, String> headers) {
            return new Outcome.Answered(new Answer(status, headers, body));
        }
    }

    /// It cannot be had.
    record Spoilt(Outcome.Unreadable problem) implements ContentCoding {
        @Override
        public Outcome outcome(int status, Map<String, String> headers) {
            return problem;
        }
    }

    /// What an exchange with this body comes to.
    Outcome outcome(int status, Map<String, String> headers);

    /// Undoes what a header says was done.
    ///
    /// @param coding the value of the header `Content-Encoding`
    static ContentCoding decode(String coding, Bytes body, int mostBytes) {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> new Plain(body);
            case "gzip", "x-gzip" -> gunzip(body, mostBytes);
            default -> new Spoilt(new Outcome.Unreadable("expected gzip or no compression, found another"));
        };
    }

    private static ContentCoding gunzip(Bytes body, int mostBytes) {
        if (body.sizeBytes() == 0) {
            return new Plain(body);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(body.open())) {
            byte[] plain = gzip.readNBytes(mostBytes);
            return gzip.read() < 0 ? new Plain(Bytes.of(plain)) : new Spoilt(overlong(mostBytes));
        } catch (IOException _) {
            return new Spoilt(new Outcome.Unreadable("expected gzip as its header says, found data that is broken"));
        }
    }

    static Outcome.Unreadable overlong(int mostBytes) {
        return new Outcome.Unreadable("expected at most " + mostBytes + " bytes, found more");
    }
}
