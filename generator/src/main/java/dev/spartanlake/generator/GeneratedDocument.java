package dev.spartanlake.generator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/// One match document: minified JSON in UTF-8, without a line break. It never changes.
public final class GeneratedDocument {

    private final String matchId;
    private final Instant startTime;
    private final byte[] json;

    GeneratedDocument(String matchId, Instant startTime, byte[] json) {
        this.matchId = matchId;
        this.startTime = startTime;
        this.json = json;
    }

    /// The id of the match, a UUID in lower case.
    public String matchId() {
        return matchId;
    }

    /// When the match started, to the millisecond.
    public Instant startTime() {
        return startTime;
    }

    /// How many bytes the text has.
    public int sizeBytes() {
        return json.length;
    }

    /// A copy of the text.
    public byte[] json() {
        return json.clone();
    }

    /// The text as a stream that needs no closing.
    public InputStream openStream() {
        return new ByteArrayInputStream(json);
    }

    /// Writes the text, and nothing after it.
    ///
    /// @throws IOException when the stream fails
    public void writeTo(OutputStream stream) throws IOException {
        stream.write(json);
    }
}
