package dev.spartanlake.cli.render.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Screen.Symbols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

    private static final Screen SCREEN = new Screen(80, Symbols.ASCII);

    @ParameterizedTest
    @CsvSource({
        "100, ##########",
        "130, ##########",
        "99.99, #########.",
        "98, #########.",
        "94, #########.",
        "50, #####.....",
        "1, #.........",
        "0, ..........",
        "-3, .........."
    })
    void onlyTheWholeIsAFullBarAndOnlyNothingAnEmptyOne(double value, String bar) {
        assertThat(Picture.bar(value, 100, 10, SCREEN)).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0"})
    void aPartOfNothingIsEmpty(double value, double whole) {
        assertThat(Picture.bar(value, whole, 4, SCREEN)).isEqualTo("....");
    }
}
