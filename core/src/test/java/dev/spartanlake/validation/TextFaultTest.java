package dev.spartanlake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextFaultTest {

    @Test
    void showsTheTextAroundTheFaultOnItsLineOnly() {
        String text = "first\nsecond, which is a longer line than is shown\nthird";

        assertThat(fault(text, text.indexOf("longer"))).hasToString("'ch is a longer line than' at line 2, column 20");
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(fault("\u00e9\uD83D\uDE00x", 6)).isEqualTo(new TextFault("\u00e9\uD83D\uDE00x", 1, 3));
    }

    @Test
    void showsNoHalfOfACharacter() {
        String faces = "\uD83D\uDE00".repeat(20);

        assertThat(fault("x" + faces + faces, 1 + 80).near())
                .isEqualTo("\uD83D\uDE00".repeat(4) + "\uD83D\uDE00".repeat(8));
        assertThat(fault(faces + "x" + faces, 81).near())
                .startsWith("\uD83D\uDE00")
                .doesNotContain("\uFFFD");
    }

    @Test
    void takesAnOffsetBeyondTheTextForItsEnd() {
        assertThat(fault("ab", 1_000_000_000_000L)).isEqualTo(new TextFault("ab", 1, 3));
        assertThat(fault("", -1)).isEqualTo(new TextFault("", 1, 1));
    }

    private static TextFault fault(String text, long offset) {
        return TextFault.at(text.getBytes(StandardCharsets.UTF_8), offset);
    }
}
