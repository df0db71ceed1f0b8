package dev.spartanlake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes in comes out, byte for byte and in order, whatever it is packed in.
class RoundTripPropertyTest {

    private static final int LONGEST = 200_000;
    private static final String ALPHABET = "{}[]\",:\\ \tabc018äß\u2028\uFF5E";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void linesSurviveEveryContainer(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> documents = documents(random);
        byte[] text = lines(documents, random);

        Map<String, byte[]> containers = new LinkedHashMap<>();
        containers.put("a.ndjson", text);
        containers.put("b.jsonl.gz", gzipMembers(text, random));
        containers.put("c.ndjson.zst", zstdFrames(text, random));
        containers.put("d.zip", Containers.zip(Map.of("deep/lines.jsonl", text)));
        containers.put("e.zip", Containers.storedZip(Map.of("lines.ndjson.gz", gzipMembers(text, random))));

        for (Map.Entry<String, byte[]> container : containers.entrySet()) {
            Path file = Files.write(directory.resolve(container.getKey()), container.getValue());
            assertSame(Pulled.from(file), documents, container.getKey(), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void linesSurviveAPipeThatDripsHoweverTheyArePacked(long seed) {
        Random random = new Random(seed);
        List<byte[]> documents = documents(random);
        documents.addFirst("{\"first\":1}".getBytes(StandardCharsets.UTF_8));
        documents.addLast("{\"last\":1}".getBytes(StandardCharsets.UTF_8));
        byte[] text = lines(documents, random);

        List<byte[]> pipes = List.of(
                text,
                gzipMembers(text, random),
                zstdFrames(text, random),
                Containers.zip(Map.of("a.ndjson", text)),
                Containers.storedZip(Map.of("a.ndjson", text)));
        for (byte[] pipe : pipes) {
            Pulled pulled = Pulled.from(SourceLimits.defaults(), new DrippingStream(pipe, random), List.of("-"));
            assertSame(pulled, documents, "pipe", seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void documentsSurviveDirectoriesAndArchives(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> documents = documents(random);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Path tree = directory.resolve("tree");
        for (byte[] document : documents) {
            String name = String.format(Locale.ROOT, "%05d/match", entries.size());
            switch (random.nextInt(3)) {
                case 0 -> entries.put(name + ".json", document);
                case 1 -> entries.put(name + ".json.gz", gzipMembers(document, random));
                default -> entries.put(name + ".json.zst", zstdFrames(document, random));
            }
        }
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Path file = tree.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        Path deflated = Files.write(directory.resolve("a.zip"), Containers.zip(entries));
        Path stored = Files.write(directory.resolve("b.zip"), Containers.storedZip(entries));

        assertSame(Pulled.from(tree), documents, "directory", seed);
        assertSame(Pulled.from(deflated), documents, "deflated archive", seed);
        assertSame(Pulled.from(stored), documents, "stored archive", seed);
    }

    private static void assertSame(Pulled pulled, List<byte[]> documents, String container, long seed) {
        assertThat(pulled.refusals()).as("%s, seed %d", container, seed).isEmpty();
        assertThat(pulled.documents()).as("%s, seed %d", container, seed).hasSameSizeAs(documents);
        for (int i = 0; i < documents.size(); i++) {
            assertThat(pulled.documents().get(i).bytes())
                    .as("%s, seed %d, document %d", container, seed, i)
                    .isEqualTo(documents.get(i));
        }
    }

    /// Texts that no line end, blank line or byte order mark can be mistaken in; most are short, some exceed
    /// buffers.
    private static List<byte[]> documents(Random random) {
        List<byte[]> documents = new ArrayList<>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(10) == 0 ? random.nextInt(LONGEST) : random.nextInt(200);
            StringBuilder text = new StringBuilder("{");
            random.ints(length, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
            documents.add(text.append('}').toString().getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private static byte[] lines(List<byte[]> documents, Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<String> ends = List.of("\n", "\r\n", "\n\n", "\r\n \t\r\n");
        for (byte[] document : documents) {
            text.writeBytes(document);
            text.writeBytes(ends.get(random.nextInt(ends.size())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = text.toByteArray();
        boolean endless = random.nextBoolean();
        return endless && bytes[bytes.length - 2] == '}' ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private static byte[] gzipMembers(byte[] bytes, Random random) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        split(bytes, random).forEach(part -> packed.writeBytes(Containers.gzip(part)));
        return packed.toByteArray();
    }

    private static byte[] zstdFrames(byte[] bytes, Random random) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        split(bytes, random).forEach(part -> packed.writeBytes(Containers.zstd(part)));
        return packed.toByteArray();
    }

    private static List<byte[]> split(byte[] bytes, Random random) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        while (from < bytes.length && parts.size() < 5) {
            int to = from + random.nextInt(bytes.length - from + 1);
            parts.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        parts.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return parts;
    }

    /// A pipe that yields some bytes at a time and never promises more.
    private static final class DrippingStream extends InputStream {

        private final ByteArrayInputStream bytes;
        private final Random random;

        private DrippingStream(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
        }
    }
}
