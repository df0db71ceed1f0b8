package dev.spartanlake.halo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.reply.Bytes;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01-29T04:20:33Z, 0",
        "2025-01-29T04:20:33.5Z, 500000000",
        "2025-01-29T04:20:33.62Z, 620000000",
        "2025-01-29T04:20:33.1234567Z, 123456700"
    })
    void readsMomentsWithAnyFraction(String text, int nanos) throws UnexpectedJson {
        Instant read = value("\"" + text + "\"").instant();

        assertThat(read).isEqualTo(Instant.ofEpochSecond(1738124433, nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e400", "\"1\"", "true", "null", "[]"})
    void takesNothingElseForAWholeNumber(String json) throws UnexpectedJson {
        JsonValue value = JsonValue.parse(Bytes.of("[" + json + "]")).elements().getFirst();

        assertThatThrownBy(value::whole)
                .isInstanceOf(UnexpectedJson.class)
                .hasMessageStartingWith("/0: expected a whole number of 64 bits, found ");
    }

    @Test
    void takesATextThatMayBeAbsent() throws UnexpectedJson {
        JsonValue object = value("{\"a\": \"x\", \"b\": null, \"c\": 1}");

        assertThat(object.optionalText("a")).isEqualTo("x");
        assertThat(object.optionalText("b")).isNull();
        assertThat(object.optionalText("d")).isNull();
        assertThatThrownBy(() -> object.optionalText("c"))
                .isInstanceOf(UnexpectedJson.class)
                .hasMessage("/c: expected a text, found a number");
    }

    @Test
    void takesNumbersOf32BitsWithoutASign() throws UnexpectedJson {
        assertThat(value("4261842076").whole()).isEqualTo(4261842076L);
        assertThatThrownBy(() -> value("4261842076").integer())
                .isInstanceOf(UnexpectedJson.class)
                .hasMessage("expected a whole number of 32 bits, found a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "9e3b9529-4dd9-47b0-9669-1f589b9daaf", "", "9e3b95294dd947b096691f589b9daaf0"})
    void takesNothingElseForAGuid(String text) throws UnexpectedJson {
        JsonValue value = value("\"" + text + "\"");

        assertThatThrownBy(value::guid)
                .isInstanceOf(UnexpectedJson.class)
                .hasMessage("expected a GUID, found another text");
    }

    @Test
    void survivesDeepNesting() {
        assertThatThrownBy(() -> value("[".repeat(100_000)))
                .isInstanceOf(UnexpectedJson.class)
                .hasMessageEndingWith("expected JSON, found a text of 100000 bytes that is none");
    }

    @Test
    void showsNoValueInAMessage() {
        assertThatThrownBy(() -> value("{\"Token\": hush}"))
                .isInstanceOf(UnexpectedJson.class)
                .hasNoCause()
                .hasMessage("line 1, column 11: expected JSON, found a text of 15 bytes that is none");
    }

    private static JsonValue value(String json) throws UnexpectedJson {
        return JsonValue.parse(Bytes.of(json));
    }
}
