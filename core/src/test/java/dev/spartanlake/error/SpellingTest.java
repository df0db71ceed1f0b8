package dev.spartanlake.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> MAPS =
            List.of("Live Fire", "Aquarius", "Solitude - Ranked", "Solitude", "Forêt", "Streets", "Oasis");

    @Test
    void namesWhatAFewEditsMake() {
        assertThat(Spelling.closest("Aquaris", MAPS)).containsExactly("Aquarius");
        assertThat(Spelling.closest("livefire", MAPS)).containsExactly("Live Fire");
        assertThat(Spelling.closest("foret", MAPS)).containsExactly("Forêt");
    }

    @Test
    void namesWhatHoldsTheTextTheClosestFirst() {
        assertThat(Spelling.closest("solitud", MAPS)).containsExactly("Solitude", "Solitude - Ranked");
        assertThat(Spelling.closest("aqua", MAPS)).containsExactly("Aquarius");
    }

    @Test
    void namesNothingThatIsFarAway() {
        assertThat(Spelling.closest("Nowhere", MAPS)).isEmpty();
        assertThat(Spelling.closest("", MAPS)).isEmpty();
        assertThat(Spelling.closest("s", MAPS)).isEmpty();
        assertThat(Spelling.closest("Aquarius", List.of())).isEmpty();
    }

    @Test
    void namesThreeAtMost() {
        assertThat(Spelling.closest("arena", List.of("Arena:A", "Arena:B", "Arena:C", "Arena:D")))
                .containsExactly("Arena:A", "Arena:B", "Arena:C");
    }

    @Test
    void countsEdits() {
        assertThat(Spelling.edits("", "abc")).isEqualTo(3);
        assertThat(Spelling.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.edits("match", "match")).isZero();
    }
}
