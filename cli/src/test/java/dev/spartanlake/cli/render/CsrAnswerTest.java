package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.analytics.trend.CsrHistory.Ranking;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.cli.render.answer.CsrAnswer;
import dev.spartanlake.cli.render.answer.FigureText;
import dev.spartanlake.reference.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsrAnswerTest {

    private static final Instant START = Instant.parse("2025-01-31T20:00:00Z");
    private static final FigureText FIGURES = new FigureText(Messages.in(Language.EN), ZoneOffset.UTC);
    private static final CsrAnswer ANSWER = new CsrAnswer(
            List.of(
                    ranking(0, "arena", "Ranked Arena", null, 1200),
                    ranking(1, "arena", "Ranked Arena", 1200, 1215),
                    ranking(2, "slayer", "Ranked Slayer", 900, null),
                    ranking(3, "arena", "Ranked Arena", 1215, 1205)),
            FIGURES);

    @Test
    void showsALineForEachPlaylist() {
        assertThat(ANSWER.text(new Screen(80, Symbols.ASCII)).lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Ranked Arena ")
                        .containsSubsequence("3", "2025-01-31", "1,200", "1,205", "1,215"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Ranked Slayer")
                        .containsSubsequence("1", "2025-01-31", "900", "900", "900"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void givesProgramsEveryMatch() {
        assertThat(ANSWER.grid().rows()).hasSize(4);
        assertThat(ANSWER.json()).contains("\"csr_before\":null,\"csr_after\":1200");
    }

    private static Ranking ranking(
            int hour, String id, String name, @Nullable Integer before, @Nullable Integer after) {
        return new Ranking("match-" + hour, START.plus(Duration.ofHours(hour)), id, name, before, after);
    }
}
