package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.reference.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void aMachineThatSpeaksFrench() {
        Locale.setDefault(Locale.FRANCE);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void theLanguageDecidesNotTheMachine() {
        assertThat(Messages.in(Language.EN).text("status.matches")).isEqualTo("Matches");
        assertThat(Messages.in(Language.EN).number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Messages.in(Language.FR).text("status.matches")).isEqualTo("Matchs");
        assertThat(Messages.in(Language.FR).number(1_234_567)).isEqualTo("1\u00A0234\u00A0567");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle french = bundle(Locale.FRENCH);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(placeholders(french.getString(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getString(key))));
    }

    @Test
    void oneIsSingularAndNoneToo() {
        assertThat(Messages.in(Language.EN).counted("ingest.read", 0)).isEqualTo("0 documents read");
        assertThat(Messages.in(Language.EN).counted("ingest.read", 1)).isEqualTo("1 document read");
        assertThat(Messages.in(Language.FR).counted("ingest.read", 0)).isEqualTo("0 document lu");
        assertThat(Messages.in(Language.FR).counted("ingest.read", 2)).isEqualTo("2 documents lus");
    }

    @Test
    void lengthsHaveAFittingUnit() {
        Messages messages = Messages.in(Language.EN);

        assertThat(messages.bytes(0)).isEqualTo("0 B");
        assertThat(messages.bytes(999)).isEqualTo("999 B");
        assertThat(messages.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(messages.bytes(83_456_789)).isEqualTo("83.5 MB");
        assertThat(messages.bytes(Long.MAX_VALUE)).isEqualTo("9,223.4 PB");
    }

    @Test
    void frenchKeepsNumbersAndUnitsTogether() {
        Messages messages = Messages.in(Language.FR);

        assertThat(messages.bytes(83_456_789)).isEqualTo("83,5\u00A0MB");
        assertThat(messages.seconds(Duration.ofMillis(12_340))).isEqualTo("12,3\u00A0s");
        assertThat(messages.elapsed(Duration.ofMillis(12))).isEqualTo("12\u00A0ms");
        assertThat(messages.text("answer.hours", 156, 23)).isEqualTo("156\u00A0h\u00A023\u00A0min");
    }

    /// A number or placeholder, a plain blank and a unit would be broken apart at the end of a line.
    @Test
    void frenchHasNoPlainBlankBeforeAUnitOrASign() {
        ResourceBundle french = bundle(Locale.FRENCH);

        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key))
                        .as(key)
                        .doesNotContainPattern("\\} (%|s|h|min|ms)(?![\\p{L}'])|\\} %| [:;?!](\\s|$)"));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "dev.spartanlake.cli.render.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
