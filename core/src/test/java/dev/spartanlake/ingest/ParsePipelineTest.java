package dev.spartanlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.source.SourceLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsePipelineTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void readsNoFurtherAheadThanItsMemoryAllows() throws IOException {
        String large = "{\"x\":\"" + "y".repeat(8 * MEBIBYTE) + "\"}";
        for (int i = 0; i < 12; i++) {
            Files.writeString(directory.resolve("large-" + i + ".json"), large);
        }

        try (DocumentSource source = open(directory);
                ParsePipeline pipeline = new ParsePipeline(source, 2)) {
            assertThat(pipeline.next()).hasSize(1);

            assertThat(source.bytesRead()).isLessThan(40L * MEBIBYTE);
        }
    }

    @Test
    void countsTheBytesOfWhatWasHandedOnAndNotOfWhatWasReadAhead() throws IOException {
        Path file = directory.resolve("lines.ndjson");
        Files.write(file, Collections.nCopies(4_000, "x".repeat(999)));

        try (DocumentSource source = open(file);
                ParsePipeline pipeline = new ParsePipeline(source, 2)) {
            int firstBytes = pipeline.next().size() * 1_000;

            // What one read from the disk brings beyond the group counts with it.
            assertThat(pipeline.bytesTaken()).isBetween((long) firstBytes, 4L * firstBytes);
            assertThat(source.bytesRead()).isGreaterThan(pipeline.bytesTaken());
            long before = 0;
            while (!pipeline.next().isEmpty()) {
                assertThat(pipeline.bytesTaken()).isGreaterThanOrEqualTo(before);
                before = pipeline.bytesTaken();
            }
            assertThat(pipeline.bytesTaken()).isEqualTo(source.totalBytes());
        }
    }

    @Test
    void handsOnEveryItemInTheOrderOfTheSource() throws IOException {
        Path file = directory.resolve("lines.ndjson");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(i % 3 == 0 ? "{\"n\":" + i + "}" : "no json " + i);
        }
        Files.write(file, lines);

        List<String> handedOn = new ArrayList<>();
        try (DocumentSource source = open(file);
                ParsePipeline pipeline = new ParsePipeline(source, 2)) {
            for (List<ParsedItem> group = pipeline.next(); !group.isEmpty(); group = pipeline.next()) {
                group.forEach(item -> handedOn.add(text(item)));
            }
        }

        assertThat(handedOn).isEqualTo(lines);
    }

    private static String text(ParsedItem item) {
        byte[] bytes = switch (item) {
            case ParsedItem.Accepted accepted -> accepted.source().bytes();
            case ParsedItem.Refused refused -> refused.source().bytes();
            case ParsedItem.Unreadable unreadable -> unreadable.item().excerpt().bytes();
        };
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static DocumentSource open(Path path) {
        InputStream none = new ByteArrayInputStream(new byte[0]);
        return DocumentSource.open(List.of(path.toString()), none, SourceLimits.defaults());
    }
}
