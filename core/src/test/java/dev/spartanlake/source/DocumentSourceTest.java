package dev.spartanlake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSourceTest {

    @TempDir
    Path directory;

    @Test
    void refusesAllUnreadableArgumentsAtOnceBeforeReadingAny() throws IOException {
        Path good = Files.writeString(directory.resolve("good.json"), "{}");
        Path missing = directory.resolve("missing.json");
        Path absent = directory.resolve("absent");

        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> open(good, missing, absent))
                .withMessage("Cannot read '" + missing + "' (there is no such file or directory), '" + absent
                        + "' (there is no such file or directory); expected files, directories or '-' that can be read."
                        + " Nothing was read: correct the paths and run the command again.")
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
                    assertThat(failure.location().file()).isEqualTo(missing);
                });
    }

    @Test
    void refusesArgumentsThatAreNoPaths() {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> open(List.of("", "a\0b")))
                .withMessageStartingWith("Cannot read '' (an empty path), 'a\uFFFDb' (not a path: ")
                .satisfies(failure -> assertThat(failure.location().file()).isNull());
    }

    @Test
    void refusesStandardInputNamedTwice() {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> open(List.of("-", "-")))
                .withMessageStartingWith("Cannot read '-' (standard input, named twice);");
    }

    @Test
    void readsArgumentsInTheirOrder() throws IOException {
        Path second = Files.writeString(directory.resolve("a.json"), "2");
        Path first = Files.writeString(directory.resolve("b.json"), "1");

        assertThat(Pulled.from(first, second, first).texts()).containsExactly("1", "2", "1");
    }

    @Test
    void readsANamedPipeThatIsNamed() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assumeTrue(run("mkfifo", pipe.toString()), "needs mkfifo");
        Process writer = new ProcessBuilder("sh", "-c", "printf '{}\\n[]\\n' > \"$0\"", pipe.toString()).start();

        Pulled pulled = Pulled.from(pipe);

        assertThat(writer.waitFor()).isZero();
        assertThat(pulled.texts()).containsExactly("{}", "[]");
        assertThat(pulled.totalBytes()).isEqualTo(-1);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        Path first = Files.writeString(directory.resolve("a.json"), "{\"a\": 1}");
        Path second = Files.write(directory.resolve("b.ndjson.gz"), Containers.gzip("{}\n{}\n"));
        long total = Files.size(first) + Files.size(second);

        try (DocumentSource source = open(first, second)) {
            assertThat(source.totalBytes()).isEqualTo(total);
            assertThat(source.bytesRead()).isZero();

            source.next();
            assertThat(source.bytesRead()).isEqualTo(Files.size(first));

            source.next();
            source.next();
            assertThat(source.next()).isNull();
            assertThat(source.bytesRead()).isEqualTo(total);
        }
    }

    @Test
    void closesTheOpenFileAndYieldsNothingAfterwards() throws IOException {
        Path file = Files.writeString(directory.resolve("a.ndjson"), "{}\n{}\n");

        DocumentSource source = open(file, file);
        source.next();
        source.close();
        source.close();

        assertThat(source.next()).isNull();
        // Would fail on Windows if the file were still open.
        Files.delete(file);
    }

    @Test
    void findsNothingWithoutArguments() {
        try (DocumentSource source = open(List.of())) {
            assertThat(source.next()).isNull();
            assertThat(source.totalBytes()).isZero();
        }
    }

    private static DocumentSource open(Path... paths) {
        return open(Arrays.stream(paths).map(Path::toString).toList());
    }

    private static DocumentSource open(List<String> arguments) {
        return DocumentSource.open(arguments, InputStream.nullInputStream(), SourceLimits.defaults());
    }
}
