package dev.spartanlake.generator.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int MANY = 20_000;

    @Test
    void theSameSeedGivesTheSameDraws() {
        Draw one = Draw.of(5);
        Draw other = Draw.of(5);

        assertThat(IntStream.range(0, 100).allMatch(_ -> one.next() == other.next()))
                .isTrue();
    }

    /// The draws are a promise: a change here changes every career.
    @Test
    void drawsAreTheSameOnEveryPlatform() {
        Draw draw = Draw.of(1);

        assertThat(List.of(draw.next(), draw.next(), draw.next()))
                .containsExactly(-4616330145664149646L, 6869446166584666695L, 8084911050856847527L);
    }

    @Test
    void neighbouringIndexesGiveDistinctSeeds() {
        Set<Long> seeds = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            for (long index = 0; index < 100; index++) {
                seeds.add(Draw.seed(seed, index));
            }
        }

        assertThat(seeds).hasSize(10_000);
    }

    @Test
    void staysWithinTheBounds() {
        Draw draw = Draw.of(9);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            seen.add(draw.between(-2, 3));
            assertThat(draw.unit()).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(draw.around(10, 0.2)).isBetween(8.0, 12.0);
            assertThat(draw.count(1.5)).isBetween(0, 3);
        }

        assertThat(seen).containsExactlyInAnyOrder(-2, -1, 0, 1, 2, 3);
        assertThat(draw.below(0)).isZero();
    }

    @Test
    void countsHaveTheirMean() {
        Draw draw = Draw.of(11);

        double mean =
                IntStream.range(0, MANY).map(_ -> draw.count(0.7)).average().orElseThrow();

        assertThat(mean).isBetween(0.67, 0.73);
    }

    @Test
    void earlyChoicesComeMoreOften() {
        Draw draw = Draw.of(13);
        List<Integer> choices = List.of(0, 1, 2, 3);
        int[] counts = new int[4];
        for (int i = 0; i < MANY; i++) {
            counts[draw.early(choices)]++;
        }

        assertThat(counts[0]).isGreaterThan(counts[1]);
        assertThat(counts[1]).isGreaterThan(counts[2]);
        assertThat(counts[2]).isGreaterThan(counts[3]);
        assertThat(counts[3]).isPositive();
    }
}
