package dev.spartanlake.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightChunk;
import java.io.ByteArrayInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class GeneratedChunkTest {

    @Test
    void isAsLargeAsThatOfALongMatchAndIsDecoded() throws Exception {
        byte[] chunk = GeneratedChunk.deflated();

        try (InflaterInputStream content = new InflaterInputStream(new ByteArrayInputStream(chunk))) {
            assertThat(content.readAllBytes().length).isBetween(1_600_000, 1_800_000);
        }
        assertThat(HighlightChunk.read(chunk, GeneratedChunk.MAJOR_VERSION))
                .isInstanceOfSatisfying(
                        FilmReading.Decoded.class,
                        decoded -> assertThat(decoded.events())
                                .hasSizeGreaterThan(200)
                                .extracting(event -> event.happening() instanceof Happening.Kill)
                                .contains(true, false));
    }
}
