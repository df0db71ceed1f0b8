package dev.spartanlake.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.reference.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Duration now = Duration.ofHours(1);

    @Test
    void tellsHowFarItIsAndHowLongItWillTake() {
        ProgressLine progress = progress(Display.TERMINAL, Map.of());

        progress.advanced(256, 0, 1000);
        now = now.plusSeconds(30);
        progress.advanced(12_000, 250, 1000);

        assertThat(text()).isEqualTo("\r256 documents   0 %\r12,000 documents   400/s   25 %   1:30 left");
    }

    @Test
    void doesWithoutShareWhenTheLengthIsUnknown() {
        ProgressLine progress = progress(Display.TERMINAL, Map.of());

        now = now.plusSeconds(2);
        progress.advanced(1, 10, -1);

        assertThat(text()).isEqualTo("\r1 document   1/s");
    }

    @Test
    void writesNoMoreThanTenTimesASecond() {
        ProgressLine progress = progress(Display.TERMINAL, Map.of());

        progress.advanced(1, 0, -1);
        now = now.plusMillis(99);
        progress.advanced(2, 0, -1);
        now = now.plusMillis(1);
        progress.advanced(3, 0, -1);

        assertThat(text()).isEqualTo("\r1 document\r3 documents");
    }

    @Test
    void leavesACleanLineBehind() {
        ProgressLine progress = progress(Display.TERMINAL, Map.of());
        progress.advanced(1, 0, -1);

        progress.close();
        progress.close();

        assertThat(text()).isEqualTo("\r1 document\r          \r");
    }

    @Test
    void saysWhatGoesOnBeforeThereIsAnythingToCount() {
        ProgressLine progress = progress(Display.TERMINAL, Map.of());
        progress.say("asking");
        progress.advanced(7, 0, -1);

        progress.close();

        assertThat(text()).isEqualTo("\rasking\r7 documents\r           \r");
    }

    @Test
    void isSilentWhereNobodyWatches() {
        try (ProgressLine piped = progress(Display.PIPE, Map.of());
                ProgressLine dumb = progress(Display.TERMINAL, Map.of("TERM", "dumb"))) {
            piped.say("asking");
            dumb.say("asking");
            piped.advanced(1, 0, -1);
            dumb.advanced(1, 0, -1);
        }

        assertThat(text()).isEmpty();
    }

    private ProgressLine progress(Display display, Map<String, String> environment) {
        PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(InputStream.nullInputStream(), err, err, environment, display, StopSignal.NEVER);
        return new ProgressLine(surroundings, Messages.in(Language.EN), "progress.documents", () -> now.toNanos());
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
