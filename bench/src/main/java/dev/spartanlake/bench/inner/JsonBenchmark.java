package dev.spartanlake.bench.inner;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What libraries take for reading one document, in the mean over 400 of 16.6 KB. See [TokenWalk].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(JsonBenchmark.DOCUMENTS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {

    static final int DOCUMENTS = 400;

    private final List<byte[]> documents = new ArrayList<>();
    private final TokenWalk walk = new TokenWalk();

    /// Generates the documents.
    public JsonBenchmark() {
        for (GeneratedDocument document : Career.of(CareerPlan.benchmark(DOCUMENTS))) {
            documents.add(document.json());
        }
    }

    /// Jackson as it is used: a name that stands twice in an object is refused.
    @Benchmark
    public long strictJackson() {
        documents.forEach(walk::strictJackson);
        return walk.total();
    }

    /// Jackson without the look for names that stand twice.
    @Benchmark
    public long jackson() {
        documents.forEach(walk::jackson);
        return walk.total();
    }

    /// Fastjson2.
    @Benchmark
    public long fastjson() {
        documents.forEach(walk::fastjson);
        return walk.total();
    }

    /// DSL-JSON.
    @Benchmark
    public long dslJson() throws IOException {
        for (byte[] document : documents) {
            walk.dslJson(document);
        }
        return walk.total();
    }

    /// Jsoniter.
    @Benchmark
    public long jsoniter() throws IOException {
        for (byte[] document : documents) {
            walk.jsoniter(document);
        }
        return walk.total();
    }
}
