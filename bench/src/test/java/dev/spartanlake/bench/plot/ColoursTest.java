package dev.spartanlake.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColoursTest {

    @Test
    void textsAndLinesAreReadableInTheLightAndInTheDark() {
        for (Colours colours : List.of(Colours.LIGHT, Colours.DARK)) {
            assertThat(Stream.concat(Stream.of(colours.ink(), colours.quiet()), colours.lines().stream()))
                    .hasSize(2 + Colours.NUMBER)
                    .doesNotHaveDuplicates()
                    .allSatisfy(colour ->
                            assertThat(contrast(colour, colours.ground())).isGreaterThan(4.5));
        }
        assertThat(contrast("#777777", "#ffffff")).as("the oracle").isBetween(4.47, 4.49);
    }

    @Test
    void theDarkTakesThePlaceOfTheLight() {
        List<String> parts = List.of(Colours.style().split("@media \\(prefers-color-scheme: dark\\)", -1));

        assertThat(parts).hasSize(2);
        assertThat(colours(parts.getFirst())).hasSameSizeAs(colours(parts.getLast()));
        assertThat(colours(parts.getFirst())).doesNotContainAnyElementsOf(colours(parts.getLast()));
    }

    private static List<String> colours(String style) {
        return Stream.of(style.split("(?=#)", -1))
                .filter(part -> part.startsWith("#"))
                .map(part -> part.substring(0, 7))
                .toList();
    }

    /// As WCAG 2 defines it.
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
