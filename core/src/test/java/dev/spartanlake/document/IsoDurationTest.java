package dev.spartanlake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDurationTest {

    @Test
    void agreesWithTheJdkOnDurationsOfEveryPrecision() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long nanosPerStep = (long) Math.pow(10, random.nextInt(10));
            String text = Duration.ofSeconds(
                            random.nextLong(1L << random.nextInt(1, 40)),
                            random.nextLong(1_000_000_000L) / nanosPerStep * nanosPerStep)
                    .toString();

            assertThat(IsoDuration.parse(text)).as(text).isEqualTo(Duration.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT7M38.651785S",
                "PT1H0.5S",
                "PT90M",
                "PT1H",
                "P1DT2H3M4.5S",
                "PT000000012S",
                "PT1.S",
                "PT-5S",
                "PT+5S",
                "-PT5S",
                "pt5s",
                "PT0.000000001S",
                "PT12345678901S",
                "P2D",
                "PT1H2M"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(IsoDuration.parse(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "PTS",
                "PT.S",
                "PT.5S",
                "PT5",
                "PTM5S",
                "PTH1M5S",
                "PT1M2H5S",
                "PT1H2H3S",
                "PT1M1M3S",
                "PT1.5.5S",
                "PT1.5M2S",
                "PT0.0000000001S",
                "PT1S2S",
                "PT 1S",
                "PT\u0662S",
                "PT1H1",
                "five"
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Duration.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoDuration.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
