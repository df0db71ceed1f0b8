package dev.spartanlake.bench.career;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// Files of match documents, one on each line.
final class Documents {

    private static final int BUFFER_BYTES = 1 << 20;

    private Documents() {}

    /// Writes the next documents.
    ///
    /// @param number how many at most
    static void write(Iterator<GeneratedDocument> documents, int number, Path file) throws IOException {
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            for (int i = 0; i < number && documents.hasNext(); i++) {
                documents.next().writeTo(output);
                output.write('\n');
            }
        }
    }

    /// Writes the next documents to several files.
    ///
    /// @param number how many at most in each
    static void write(Iterator<GeneratedDocument> documents, int number, List<Path> files) throws IOException {
        for (Path file : files) {
            write(documents, number, file);
        }
    }
}
