package dev.spartanlake.bench.inner;

import dev.spartanlake.film.ChunkFile;
import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.HighlightChunk;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Decoding the highlight events of one film, from the chunk as it is downloaded: one of 1.6 MB once inflated, or the
/// one in a file that is named for its version, such as `-p chunk=38_<match>.gzip`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilmBenchmark {

    /// The file of the chunk; empty for a generated one.
    @Param("")
    public String chunk = "";

    private byte[] bytes = {};
    private int majorVersion;

    /// Reads the file, or generates the chunk.
    @Setup
    public void prepare() {
        if (chunk.isEmpty()) {
            bytes = GeneratedChunk.deflated();
            majorVersion = GeneratedChunk.MAJOR_VERSION;
        } else {
            ChunkFile file = new ChunkFile(Path.of(chunk));
            bytes = file.read();
            majorVersion = file.majorVersion()
                    .orElseThrow(() -> new IllegalArgumentException(chunk + " is not named for its version"));
        }
    }

    /// From the bytes to the events.
    @Benchmark
    public Object highlightsOfAFilm() {
        FilmReading reading = HighlightChunk.read(bytes, majorVersion);
        if (reading instanceof FilmReading.Refused refused) {
            throw new IllegalStateException("the film is refused: " + refused);
        }
        return reading;
    }
}
