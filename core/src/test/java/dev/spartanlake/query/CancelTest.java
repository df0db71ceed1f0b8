package dev.spartanlake.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelTest {

    private static final String ENDLESS = "SELECT count(*) FROM range(100000000) a, range(100000) b";
    private static final Limits LONG = new Limits(100, Duration.ofMinutes(10), 256L << 20, 64L << 20);
    private static final int LOOKS = 5;

    private final AtomicBoolean unwanted = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aQuestionThatIsNoLongerWantedIsCancelledAndTheNextIsAnswered() {
        try (QueryEngine engine =
                QueryEngine.open(List.of(), LONG, new AtomicInteger(), () -> looks.incrementAndGet() == LOOKS)) {
            assertCancelled(engine);

            assertThat(looks).hasValue(LOOKS);
            assertThat(engine.query("SELECT 1", List.of()).rows()).containsExactly(List.of(1));
        }
    }

    @Test
    void aQuestionThatWasNeverWantedIsNotAnswered() {
        unwanted.set(true);
        try (QueryEngine engine = QueryEngine.open(List.of(), LONG, new AtomicInteger(), unwanted::get)) {
            assertCancelled(engine);
        }
    }

    @Test
    void anInterruptOfTheCallerCancelsAndIsKept() {
        try (QueryEngine engine = QueryEngine.open(List.of(), LONG)) {
            Thread.currentThread().interrupt();

            assertCancelled(engine);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(engine.query("SELECT 1", List.of()).rows()).containsExactly(List.of(1));
        }
    }

    private static void assertCancelled(QueryEngine engine) {
        assertThatExceptionOfType(WarehouseException.class)
                .isThrownBy(() -> engine.query(ENDLESS, List.of()))
                .withMessage("The query was cancelled before it was answered")
                .extracting(WarehouseException::code)
                .isEqualTo(ErrorCode.STOPPED);
    }
}
