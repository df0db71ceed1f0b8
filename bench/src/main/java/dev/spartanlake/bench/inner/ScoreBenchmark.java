package dev.spartanlake.bench.inner;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.PerformanceScores;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.career.Sessions;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What is done with a whole career of 10,000 matches after each commit that changes it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoreBenchmark {

    static final int MATCHES = 10_000;

    private static final CareerPlan PLAN = CareerPlan.benchmark(MATCHES);

    private final Xuid player = new Xuid(PLAN.players().getFirst().xuid());
    private final List<CareerMatch> career = GeneratedCareer.of(PLAN, player);
    private final PerformanceScores scores = new PerformanceScores(ScoreWeights.STANDARD);
    private final Sessions sessions = new Sessions(Sessions.STANDARD_GAP);

    /// The score of each match.
    @Benchmark
    public Object scoresOfACareer() {
        return scores.of(career);
    }

    /// The play sessions.
    @Benchmark
    public Object sessionsOfACareer() {
        return sessions.of(player, career);
    }
}
