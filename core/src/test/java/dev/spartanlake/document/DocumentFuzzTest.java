package dev.spartanlake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.spartanlake.Documents;
import dev.spartanlake.fact.MatchRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Documents that were damaged at random end as accepted or refused, and in no other way.
///
/// `-Dspartanlake.fuzz.seconds=600` runs longer, `-Dspartanlake.fuzz.seed=N` another sequence.
class DocumentFuzzTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("spartanlake.fuzz.seconds", 4));
    private static final long SEED = Long.getLong("spartanlake.fuzz.seed", 20_261_125L);

    /// What is likely to be taken for something else.
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "-1",
            "-0.0",
            "1e309",
            "99999999999999999999",
            "0.1e-400",
            "\"NaN\"",
            "\"Infinity\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"P1D\"",
            "\"PT-1S\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"xuid(18446744073709551616)\"",
            "\"xuid(-1)\"",
            "\"../../metadata.db\"",
            "\"'; DROP TABLE players; --\"",
            "\"*?[a]\\n\"",
            "[".repeat(300),
            "{\"a\":".repeat(300));

    private final MatchDocumentParser parser = new MatchDocumentParser();
    private final Random random = new Random(SEED);

    @Test
    @Timeout(1200) // a hang, not a slow machine
    void endsAsAcceptedOrRefused() {
        List<byte[]> seeds = seeds();
        long end = System.nanoTime() + LENGTH.toNanos();
        long accepted = 0;
        long refused = 0;
        while (System.nanoTime() < end) {
            byte[] document = mutated(seeds.get(random.nextInt(seeds.size())));
            switch (parse(document)) {
                case ParseResult.Parsed parsed -> {
                    accepted++;
                    assertStable(parsed, document);
                }
                case ParseResult.Refused broken -> {
                    refused++;
                    assertThat(broken.violations()).isNotEmpty();
                }
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    private ParseResult parse(byte[] document) {
        ParseResult[] result = new ParseResult[1];
        assertThatCode(() -> result[0] = parser.parse(document))
                .as(() -> "seed " + SEED + ": " + new String(document, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
        return result[0];
    }

    /// What was accepted can be stored, read back as text, and is the same then.
    private void assertStable(ParseResult.Parsed parsed, byte[] document) {
        assertThatCode(() -> MatchRows.of(parsed))
                .as(() -> "seed " + SEED + ": " + new String(document, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
        byte[] stored = parsed.content().toString().getBytes(StandardCharsets.UTF_8);
        assertThat(stored).isEqualTo(parsed.content().text());
        assertThat(parser.parse(stored))
                .isInstanceOfSatisfying(
                        ParseResult.Parsed.class,
                        again -> assertThat(again.content().sha256())
                                .isEqualTo(parsed.content().sha256()));
    }

    private byte[] mutated(byte[] seed) {
        byte[] document = seed.clone();
        int mutations = 1 + random.nextInt(3);
        for (int i = 0; i < mutations && document.length > 2; i++) {
            document = switch (random.nextInt(6)) {
                case 0 -> withFlippedBit(document);
                case 1 -> without(document, random.nextInt(document.length), 1 + random.nextInt(200));
                case 2 -> Arrays.copyOf(document, random.nextInt(document.length));
                case 3 -> withDuplicate(document);
                default -> withToken(document);
            };
        }
        return document;
    }

    private byte[] withFlippedBit(byte[] document) {
        document[random.nextInt(document.length)] ^= (byte) (1 << random.nextInt(8));
        return document;
    }

    private byte[] withDuplicate(byte[] document) {
        int from = random.nextInt(document.length);
        int to = Math.min(document.length, from + 1 + random.nextInt(400));
        return joined(document, from, Arrays.copyOfRange(document, from, to), from);
    }

    /// Puts a token in the place of a value.
    private byte[] withToken(byte[] document) {
        int from = random.nextInt(document.length);
        while (from < document.length && document[from] != ':') {
            from++;
        }
        int to = from + 1;
        while (to < document.length && document[to] != ',' && document[to] != '}' && document[to] != ']') {
            to++;
        }
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return joined(document, Math.min(from + 1, document.length), token, Math.min(to, document.length));
    }

    private static byte[] without(byte[] document, int from, int length) {
        return joined(document, from, new byte[0], Math.min(document.length, from + length));
    }

    private static byte[] joined(byte[] document, int to, byte[] inserted, int from) {
        byte[] joined = Arrays.copyOf(document, to + inserted.length + document.length - from);
        System.arraycopy(inserted, 0, joined, to, inserted.length);
        System.arraycopy(document, from, joined, to + inserted.length, document.length - from);
        return joined;
    }

    private static List<byte[]> seeds() {
        // Generated ones have every shape of the recorded ones, and are there on every machine.
        List<byte[]> seeds = new ArrayList<>();
        Documents.mixed(32).forEach(document -> seeds.add(document.toString().getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }
}
