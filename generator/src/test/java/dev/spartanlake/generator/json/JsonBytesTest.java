package dev.spartanlake.generator.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    private static final long NANOS_PER_TICK = 100;

    @Test
    void separatesMembersAndElements() {
        String text = written(json -> {
            json.openObject();
            json.name(Fragment.name("a")).openArray();
            json.number(1);
            json.text("x");
            json.openObject();
            json.closeObject();
            json.nothing();
            json.closeArray();
            json.name(Fragment.name("b")).truth(true);
            json.name(Fragment.name("c")).value(Fragment.value("{\"d\":2}"));
            json.name(Fragment.name("e")).openArray();
            json.closeArray();
            json.closeObject();
        });

        assertThat(text).isEqualTo("{\"a\":[1,\"x\",{},null],\"b\":true,\"c\":{\"d\":2},\"e\":[]}");
    }

    @Test
    void startsAnewAfterARestart() {
        JsonBytes json = new JsonBytes();
        json.openArray();
        json.number(1);
        json.restart();
        json.number(2);

        assertThat(new String(json.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("2");
    }

    @Test
    void growsWithTheDocument() {
        String text = written(json -> {
            json.openArray();
            for (int i = 0; i < 100_000; i++) {
                json.number(i);
            }
            json.closeArray();
        });

        assertThat(text).hasSize(588_891).startsWith("[0,1,2,").endsWith(",99998,99999]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, -1, 99, 100, 2_147_483_647, 2_147_483_648L, 4_294_967_295L, 2533270000000001L})
    void writesWholeNumbers(long value) {
        assertThat(written(json -> json.number(value))).isEqualTo(Long.toString(value));
    }

    @ParameterizedTest
    @CsvSource({"0,0.0", "-1400,-14.0", "266,2.66", "-66,-0.66", "5,0.05", "-5,-0.05", "10000,100.0", "3759,37.59"})
    void writesHundredthsWithOneOrTwoDigits(long hundredths, String text) {
        assertThat(written(json -> json.hundredths(hundredths))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "34,PT0.0000034S",
        "5494211615,PT9M9.4211615S",
        "3600000000,PT6M",
        "36000000000,PT1H",
        "37200000000,PT1H2M",
        "37234000000,PT1H2M3.4S",
        "36030000000,PT1H3S"
    })
    void writesDurationsAsTheApiDoes(long ticks, String text) {
        assertThat(written(json -> json.duration(ticks))).isEqualTo('"' + text + '"');
    }

    static LongStream someTicks() {
        return LongStream.iterate(1, ticks -> ticks < 1_000_000_000_000L, ticks -> ticks * 3 + 17);
    }

    @ParameterizedTest
    @MethodSource("someTicks")
    void durationsReadBackAsTheyWere(long ticks) {
        String text = written(json -> json.duration(ticks)).replace("\"", "");

        assertThat(Duration.parse(text)).isEqualTo(Duration.ofNanos(ticks * NANOS_PER_TICK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59.999Z",
                "2023-12-31T23:59:59Z",
                "2025-01-01T00:00:00Z",
                "2024-09-30T03:58:30.59Z",
                "2025-01-24T03:52:16.1Z",
                "2022-06-22T04:25:35.802Z",
                "1970-01-01T00:00:00.001Z"
            })
    void writesTimestampsWithTheDigitsTheyNeed(String text) {
        long millis = Instant.parse(text).toEpochMilli();

        assertThat(written(json -> json.timestamp(millis))).isEqualTo('"' + text + '"');
    }

    private static String written(Consumer<JsonBytes> writing) {
        JsonBytes json = new JsonBytes();
        writing.accept(json);
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
