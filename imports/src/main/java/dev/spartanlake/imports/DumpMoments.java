package dev.spartanlake.imports;

import dev.spartanlake.source.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When an answer was obtained that does not say so itself.
final class DumpMoments {

    private DumpMoments() {}

    /// The moment at which the file of an answer was last written to; empty because it is in an
    /// archive or on a line, whose file is younger than it.
    static Optional<Instant> of(SourceDocument document) {
        Path file = document.file();
        if (file == null || !document.name().endsWith(String.valueOf(file.getFileName()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (IOException gone) {
            System.getLogger(DumpMoments.class.getName())
                    .log(System.Logger.Level.DEBUG, "no moment is known of " + file, gone);
            return Optional.empty();
        }
    }
}
