package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.MatchId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkFileTest {

    private static final String MATCH = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "38_" + MATCH + ".gzip",
                "38_" + MATCH,
                "38_3FA85F64-5717-4562-B3FC-2C963F66AFA6.chunk",
                "films/38_" + MATCH + ".gzip"
            })
    void takesVersionAndMatchFromItsName(String name) {
        ChunkFile file = new ChunkFile(Path.of(name));

        assertThat(file.majorVersion()).isEqualTo(OptionalInt.of(38));
        assertThat(file.match()).contains(new MatchId(MATCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filmChunk26",
                MATCH + ".gzip",
                "38_3fa85f64.gzip",
                "38_3fa85f64-5717-4562-b3fc-2c963f66afa-.gzip",
                "1000_" + MATCH,
                "x38_" + MATCH,
                "/"
            })
    void knowsNothingByAnotherName(String name) {
        ChunkFile file = new ChunkFile(Path.of(name));

        assertThat(file.majorVersion()).isEmpty();
        assertThat(file.match()).isEmpty();
    }

    @Test
    void readsNoMoreThanTellsThatItIsTooLong() throws IOException {
        byte[] read = ChunkFile.read(new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        });

        assertThat(read).hasSize(HighlightChunk.MOST_CHUNK_BYTES + 1);
        assertThat(HighlightChunk.read(read, 41))
                .isEqualTo(new FilmReading.Refused("length", "at most 16777216 B", "more"));
    }

    @Test
    void tellsWhyItCannotBeRead() throws IOException {
        Path none = directory.resolve("none");
        Path folder = Files.createDirectory(directory.resolve("folder"));

        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(new ChunkFile(none)::read)
                .withMessage("the film '" + none
                        + "' cannot be read: there is no such file; name an existing file that you may read")
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(new ChunkFile(folder)::read)
                .withMessage("the film '" + folder
                        + "' cannot be read: it is a directory; name an existing file that you may read");
    }
}
