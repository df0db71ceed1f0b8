package dev.spartanlake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @Test
    void agreesWithTheJdkOnMomentsOfEveryPrecision() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long nanosPerStep = (long) Math.pow(10, random.nextInt(10));
            Instant moment = Instant.ofEpochSecond(
                    random.nextLong(-2_000_000_000L, 8_000_000_000L),
                    random.nextLong(1_000_000_000L) / nanosPerStep * nanosPerStep);
            String text = moment.toString();

            assertThat(IsoTime.parse(text)).as(text).isEqualTo(Instant.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-28T23:59:59Z",
                "2024-02-29T00:00:00.1Z",
                "2025-01-29T04:07:25.9640001Z",
                "2025-01-29T04:07:25+02:00",
                "+12025-01-29T04:07:25Z"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(IsoTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-29T24:00:00Z",
                "2025-01-29T24:00:00.000+02:00",
                "2016-12-31T23:59:60Z",
                "2016-12-31T23:59:60.5Z"
            })
    void refusesWhatTheJdkWouldMakeAnotherMomentOf(String text) {
        assertThatThrownBy(() -> IsoTime.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("hours end at 23 and seconds at 59");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2025-02-29T00:00:00Z",
                "2025-13-01T00:00:00Z",
                "2025-01-29 04:07:25Z",
                "2025-01-29T25:00:00Z",
                "2025-01-29T04:07:25",
                "2025-01-29T04:07:2xZ",
                "2025-01-29T04:07:25.Z.Z",
                "\u0662025-01-29T04:07:25Z"
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
