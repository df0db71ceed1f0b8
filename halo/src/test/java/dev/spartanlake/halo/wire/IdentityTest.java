package dev.spartanlake.halo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    /// The same that the warehouse takes.
    @ParameterizedTest
    @CsvSource({
        "2533274800000001, 2533274800000001",
        "1, 1",
        "007, 7",
        "1000000000000000000, 1000000000000000000",
        "9223372036854775807, 9223372036854775807"
    })
    void takesNumbersThatFit(String text, long number) {
        assertThat(Identity.xuid(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-7", "+7", "7 ", "bid(1.0)", "9223372036854775808", "00000000000000000001"})
    void takesNothingElse(String text) {
        assertThat(Identity.xuid(text)).isEmpty();
    }
}
