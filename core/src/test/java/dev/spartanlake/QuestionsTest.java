package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class QuestionsTest {

    private static final Limits LIMITS = Limits.standard();
    private static final Query COUNT = new Query("SELECT count(*) FROM match_facts", List.of());

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private Fixture fixture = new Fixture(Path.of("."));
    private Questions questions = new Questions(new WarehouseDirectory(Path.of(".")), () -> false);

    @BeforeEach
    void ingest() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        Path file = directory.resolve("matches.ndjson");
        Files.write(file, Documents.mixed(9).stream().map(ObjectNode::toString).toList());
        fixture.ingest(List.of(file), Set.of(player));
        questions = new Questions(new WarehouseDirectory(fixture.warehouse().directory()), () -> false);
    }

    @AfterEach
    void close() {
        questions.close();
    }

    private Snapshot asked(Language language, Limits limits) {
        return questions.onOneCommit(language, limits, snapshot -> snapshot);
    }

    @Test
    void keepsWhatIsLoadedWhileOtherLanguagesAndLimitsTakeTurns() {
        Snapshot english = asked(Language.EN, LIMITS);
        Snapshot french = asked(Language.FR, LIMITS);

        assertThat(french).isNotSameAs(english);
        assertThat(asked(Language.EN, LIMITS.withRows(1).withTime(Duration.ofHours(1))))
                .isSameAs(english);
        assertThat(asked(Language.FR, LIMITS)).isSameAs(french);
    }

    @Test
    void followsTheWarehouseWithWhatIsLoaded() throws IOException {
        Snapshot before = asked(Language.EN, LIMITS);
        long matches = count();
        Path more = directory.resolve("more.ndjson");
        Files.write(
                more,
                Documents.mixed(14).subList(9, 14).stream()
                        .map(ObjectNode::toString)
                        .toList());
        fixture.ingest(List.of(more), Set.of());

        assertThat(count()).isGreaterThan(matches);
        // Had another engine taken the place of this one, it would be closed.
        assertThatThrownBy(() -> before.query(COUNT, LIMITS)).hasMessageContaining("has changed since");
    }

    /// Tables are made of metadata while other questions follow the metadata.
    @Test
    void followsWhileNamesAreBeingRead() throws Exception {
        Query names = new Query("SELECT count(*) FROM matches WHERE map_name IS NOT NULL", List.of());
        Object expected = questions.ask(names, Language.EN, LIMITS).rows();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 12; i++) {
                fixture.warehouse().namePlayer(player, "Name" + i);
                List<Future<Object>> answers = new ArrayList<>();
                for (int asker = 0; asker < 3; asker++) {
                    answers.add(threads.submit(
                            () -> questions.ask(names, Language.EN, LIMITS).rows()));
                }
                for (Future<Object> answer : answers) {
                    assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void keepsNothingOfWhatWasForgotten() {
        Snapshot before = asked(Language.EN, LIMITS);
        Snapshot french = asked(Language.FR, LIMITS);
        count();
        fixture.warehouse().forget(player);

        assertThat(count()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> before.query(COUNT, LIMITS));
        assertThatIllegalStateException().isThrownBy(() -> french.query(COUNT, LIMITS));
    }

    private long count() {
        return (long)
                questions.ask(COUNT, Language.EN, LIMITS).rows().getFirst().getFirst();
    }

    @Test
    void leavesTheOneAskedLongestAgo() {
        Snapshot first = asked(Language.EN, LIMITS);
        Snapshot second = asked(Language.FR, LIMITS);
        asked(Language.EN, LIMITS);
        asked(Language.EN, new Limits(1, Duration.ofMinutes(1), 256L << 20, 0));
        asked(Language.EN, new Limits(1, Duration.ofMinutes(1), 128L << 20, 0));

        assertThat(asked(Language.EN, LIMITS)).isSameAs(first);
        assertThatIllegalStateException().isThrownBy(() -> second.query(COUNT, LIMITS));
    }

    @Test
    void aQuestionMayAskAnother() {
        long nested = questions.onOneCommit(
                Language.EN,
                LIMITS,
                outer -> (long) questions
                                .ask(COUNT, Language.FR, LIMITS.withRows(1))
                                .rows()
                                .getFirst()
                                .getFirst()
                        - (long) outer.query(COUNT, LIMITS).rows().getFirst().getFirst());

        assertThat(nested).isZero();
    }

    @Test
    void questionsRunSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = threads.submit(() -> meet(both));
            Future<Integer> other = threads.submit(() -> meet(both));

            assertThat(one.get() + other.get()).isEqualTo(1);
        }
    }

    /// @return the place in the order of arrival, which nobody learns who is alone
    private int meet(CyclicBarrier both) {
        return questions.onOneCommit(Language.EN, LIMITS, _ -> {
            try {
                return both.await(1, TimeUnit.MINUTES);
            } catch (Exception alone) {
                throw new AssertionError(alone);
            }
        });
    }

    /// Every attempt lasts until a commit has happened, or none happens although there is a writer.
    @Test
    void aStreamOfCommitsIsHeldUpForAQuestionItOvertakes() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        AtomicBoolean isAnswered = new AtomicBoolean();
        Semaphore commits = new Semaphore(0);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; !isAnswered.get(); i++) {
                    fixture.warehouse().namePlayer(player, "Name" + i);
                    commits.release();
                }
            });
            try {
                questions.onOneCommit(Language.EN, LIMITS, _ -> {
                    attempts.incrementAndGet();
                    commits.drainPermits();
                    return isAnotherCommit(commits);
                });
            } finally {
                isAnswered.set(true);
            }
            writer.get(1, TimeUnit.MINUTES);
        }
        assertThat(attempts).hasValueGreaterThan(1);
    }

    private static boolean isAnotherCommit(Semaphore commits) {
        try {
            return commits.tryAcquire(2, 2, TimeUnit.SECONDS);
        } catch (InterruptedException alone) {
            throw new AssertionError(alone);
        }
    }

    @Test
    void whatIsAskedWhileTheLastOneClosesIsStillAnswered() {
        long matches = questions.onOneCommit(Language.EN, LIMITS, snapshot -> {
            questions.close();
            return (long) snapshot.query(COUNT, LIMITS).rows().getFirst().getFirst();
        });

        assertThat(matches).isPositive();
    }

    @Test
    void answersKeepTheLimitsTheyAreGiven() {
        assertThatThrownBy(() -> fixture.warehouse()
                        .analytics(Viewpoint.standard(), LIMITS.withTime(Duration.ofMillis(1)))
                        .ask(new CareerSummary(), Filter.of(player)))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        late -> assertThat(late.code()).isEqualTo(ErrorCode.QUERY_LIMIT))
                .hasMessageContaining("time limit of 1 ms; ask for less");
    }
}
