package dev.spartanlake.bench.inner;

import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.MatchDocumentParser;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
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
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/// What is done with one document, in the mean over 400 of 16.6 KB: a fifth of them in the shape of 2022.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(DocumentBenchmark.DOCUMENTS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentBenchmark {

    static final int DOCUMENTS = 400;

    private final List<byte[]> documents = new ArrayList<>();
    private final MatchReader reader = new MatchReader();
    private final MatchDocumentParser parser = new MatchDocumentParser();
    private final JsonMapper json = JsonMapper.shared();

    /// Generates the documents.
    public DocumentBenchmark() {
        for (GeneratedDocument document : Career.of(CareerPlan.benchmark(DOCUMENTS))) {
            documents.add(document.json());
        }
    }

    /// From the text to the rows of every table.
    @Benchmark
    public void rows(Blackhole sink) {
        documents.forEach(document -> sink.consume(reader.read(document)));
    }

    /// From the text to a document that breaks no rule, with its canonical text and hash.
    @Benchmark
    public void judgedDocument(Blackhole sink) {
        documents.forEach(document -> sink.consume(parser.parse(document)));
    }

    /// The canonical text and its hash.
    @Benchmark
    public void canonicalText(Blackhole sink) {
        documents.forEach(document -> sink.consume(DocumentContent.of(document)));
    }

    /// The yardstick of the canonical text: the hash alone.
    @Benchmark
    public void hashAlone(Blackhole sink) {
        documents.forEach(document -> sink.consume(DocumentContent.sha256(document)));
    }

    /// The yardstick of reading: Jackson's tree of the text, unjudged.
    @Benchmark
    public void jacksonTree(Blackhole sink) {
        documents.forEach(document -> sink.consume(json.readTree(document)));
    }
}
