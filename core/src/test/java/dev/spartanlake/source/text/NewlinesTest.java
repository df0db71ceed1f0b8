package dev.spartanlake.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewlinesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheFirstLineFeedAmongTheBytesMostLikeIt(long seed) {
        Random random = new Random(seed);
        byte[] likely = {'\n', 0x0B, 0x09, 0x00, 0x01, (byte) 0x8A, (byte) 0x80, (byte) 0xFF, 'x', 'x', 'x', 'x'};

        for (int round = 0; round < 5000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = likely[random.nextInt(likely.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(Newlines.indexOf(bytes, from, to))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(firstLineFeed(bytes, from, to));
        }
    }

    private static int firstLineFeed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 10) {
                return i;
            }
        }
        return -1;
    }
}
