package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryEngine;
import dev.spartanlake.query.QueryResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Questions of no or several statements: of which one fails, or which nobody waits for any more.
class FailingStatementTest {

    private static final String ENDLESS = "SELECT count(*) FROM range(100000000) a, range(100000) b";
    private static final String WRONG = "SELECT no_such_column FROM range(3)";

    /// Whoever waits for an endless statement has this error and no other.
    private static final Limits LIMITS = new Limits(100, Duration.ofSeconds(90), 256L << 20, 64L << 20);

    private static final Filter ANY = Filter.of(new Xuid(1));

    private record Several(List<String> statements) implements Question<List<QueryResult>> {

        @Override
        public List<Query> queries(Scope scope) {
            return statements.stream().map(sql -> new Query(sql, List.of())).toList();
        }

        @Override
        public List<QueryResult> answer(List<QueryResult> results, Scope scope) {
            return results;
        }
    }

    /// An engine without tables, of which it is known that it was asked.
    private record Engine(QueryEngine engine, CountDownLatch begun) implements Analytics.Source {

        @Override
        public <T> T onOneCommit(Function<Analytics.Statements, T> work) {
            return work.apply(query -> {
                begun.countDown();
                return engine.query(query.sql(), query.parameters());
            });
        }
    }

    @Test
    void aStatementThatFailsStopsThoseBeforeIt() {
        try (QueryEngine engine = QueryEngine.open(List.of(), LIMITS)) {
            Analytics analytics = new Analytics(Viewpoint.standard(), new Engine(engine, new CountDownLatch(2)));

            assertThatExceptionOfType(WarehouseException.class)
                    .isThrownBy(() -> analytics.ask(new Several(List.of(ENDLESS, WRONG)), ANY))
                    .withMessageContaining("no_such_column")
                    .extracting(WarehouseException::code)
                    .isEqualTo(ErrorCode.QUERY_INVALID);
            assertNoThreadIsLeft();
            assertThat(analytics.ask(new Several(List.of("SELECT 1", "SELECT 2")), ANY))
                    .extracting(QueryResult::rows)
                    .containsExactly(List.of(List.of(1)), List.of(List.of(2)));
        }
    }

    @Test
    void aQuestionMayHaveNoStatement() {
        try (QueryEngine engine = QueryEngine.open(List.of(), LIMITS)) {
            Analytics analytics = new Analytics(Viewpoint.standard(), new Engine(engine, new CountDownLatch(0)));

            assertThat(analytics.ask(new Several(List.of()), ANY)).isEmpty();
        }
    }

    @Test
    void anInterruptOfTheCallerStopsAllStatements() throws InterruptedException {
        try (QueryEngine engine = QueryEngine.open(List.of(), LIMITS)) {
            CountDownLatch begun = new CountDownLatch(1);
            Analytics analytics = new Analytics(Viewpoint.standard(), new Engine(engine, begun));
            AtomicReference<Throwable> error = new AtomicReference<>();
            Thread caller = Thread.ofPlatform()
                    .uncaughtExceptionHandler((_, thrown) -> error.set(thrown))
                    .start(() -> analytics.ask(new Several(List.of(ENDLESS, ENDLESS)), ANY));
            begun.await();

            caller.interrupt();
            caller.join();

            assertThat(error.get())
                    .isInstanceOfSatisfying(
                            WarehouseException.class,
                            stopped -> assertThat(stopped.code()).isEqualTo(ErrorCode.STOPPED));
            assertNoThreadIsLeft();
        }
    }

    /// A thread may still be on its way out; one in an endless statement never gets there.
    private static void assertNoThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("spartanlake-question")
                                || thread.getName().equals("spartanlake-query"))
                        .filter(thread -> !hasEnded(thread)))
                .isEmpty();
    }

    private static boolean hasEnded(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
