package dev.spartanlake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileStoreTest {

    private final LocalFileStore files = new LocalFileStore();

    @TempDir
    private Path directory;

    @Test
    void appendsBehindWhatStays() throws IOException {
        Path file = directory.resolve("log");

        files.append(file, 0, bytes("first, torn"));
        files.append(file, 5, bytes(" second"));

        assertThat(file).hasContent("first second");
    }

    @Test
    void tellsWhatItCopied() throws IOException {
        Path source = Files.writeString(directory.resolve("source"), "abc");
        Path copy = directory.resolve("copy");

        Fingerprint copied = files.copy(source, copy);

        assertThat(copy).hasContent("abc");
        // The SHA-256 of "abc", from FIPS 180-2.
        assertThat(copied)
                .isEqualTo(new Fingerprint(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void failsWhenOneOfSeveralFilesCannotBeForced() throws IOException {
        Path there = Files.writeString(directory.resolve("there"), "x");
        Path gone = directory.resolve("gone");

        assertThatThrownBy(() -> files.forceAll(List.of(there, gone, there)))
                .isInstanceOfSatisfying(WarehouseException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE);
                    assertThat(refused).hasMessageContaining("gone");
                });
        files.forceAll(List.of(there));
        files.forceDirectories(List.of(directory));
    }

    @Test
    void makesDirectoriesWithThoseAbove() {
        Path deep = directory.resolve("a/b/c");

        files.createDurableDirectories(deep);
        files.createDurableDirectories(deep);

        assertThat(deep).isDirectory();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
