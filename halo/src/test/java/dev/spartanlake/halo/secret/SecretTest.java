package dev.spartanlake.halo.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void hidesItsText() {
        assertThat(Secret.of("hush")).hasToString("(hidden)").isEqualTo(Secret.of("hush"));
        assertThat(Secret.of("hush")).isNotEqualTo(Secret.of("hush2"));
        assertThat(Secret.of("hush").reveal()).isEqualTo("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "hush\nX-Header: y", "hush\r", "h\u00fbsh", "hush\0"})
    void refusesWhatNoHeaderCanCarry(String text) {
        assertThatThrownBy(() -> Secret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a secret: expected ")
                .message()
                .doesNotContain("hush");
    }
}
