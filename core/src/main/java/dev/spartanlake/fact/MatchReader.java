package dev.spartanlake.fact;

import dev.spartanlake.document.MatchDocumentParser;
import dev.spartanlake.document.ParseResult;
import java.nio.charset.StandardCharsets;

/// From the text of a match document to the rows the warehouse stores of it: the one way there is, whether the
/// text comes from outside or was stored before.
///
/// **Threads**: one instance serves any number of threads.
public final class MatchReader {

    private final MatchDocumentParser parser = new MatchDocumentParser();

    /// Reads a text.
    ///
    /// @param text JSON in UTF-8, with or without a byte order mark
    public MatchReading read(byte[] text) {
        return switch (parser.parse(text)) {
            case ParseResult.Parsed parsed -> new MatchReading.Accepted(MatchRows.of(parsed));
            case ParseResult.Refused refused -> new MatchReading.Refused(refused.violations());
        };
    }

    /// Reads a text as the warehouse stores it. One that was accepted when it was stored may be refused today, by a
    /// rule that came later.
    public MatchReading read(String stored) {
        return read(stored.getBytes(StandardCharsets.UTF_8));
    }
}
