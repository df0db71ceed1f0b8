package dev.spartanlake.cli.render;

import dev.spartanlake.reference.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The words, numbers and dates of one language. The locale of the machine has no part in it.
public final class Messages {

    private static final int UNIT = 1000;
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ResourceBundle texts;
    private final Locale locale;

    private Messages(Language language) {
        // An empty language tag would let French through on a French machine: the root bundle is the English one.
        locale = Locale.of(language.tag());
        texts = ResourceBundle.getBundle(
                "dev.spartanlake.cli.render.messages",
                language == Language.EN ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The messages in a language.
    public static Messages in(Language language) {
        return new Messages(language);
    }

    /// The text of a key, `{0}` and so on replaced by the arguments.
    ///
    /// @throws java.util.MissingResourceException when there is no such text
    public String text(String key, Object... arguments) {
        String text = texts.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /// A text about a number of things: `key.one` for one (in French for none, too), else `key.other`.
    ///
    /// @param count the number, which is `{0}`
    /// @param more what `{1}` and so on stand for
    public String counted(String key, long count, Object... more) {
        boolean isSingular = count == 1 || (count == 0 && locale.getLanguage().equals(Language.FR.tag()));
        Object[] arguments =
                Stream.concat(Stream.of(number(count)), Stream.of(more)).toArray();
        return text(key + (isSingular ? ".one" : ".other"), arguments);
    }

    /// The texts of a key that stand behind each other, a bar between them.
    public List<String> list(String key) {
        return List.of(text(key).split("\\|"));
    }

    /// A whole number with its thousands apart.
    public String number(long number) {
        return characters(String.format(locale, "%,d", number));
    }

    /// A number with so many decimal places.
    public String decimal(double number, int places) {
        // Nothing is less than nothing: -0.04 with one place is 0.0.
        String text = characters(String.format(locale, "%,." + places + "f", number));
        return isZero(text) && text.startsWith("-") ? text.substring(1) : text;
    }

    /// The same with its sign, also where that is a plus; zero has none.
    public String signed(double number, int places) {
        String text = decimal(number, places);
        return number > 0 && !isZero(text) ? "+" + text : text;
    }

    private static boolean isZero(String number) {
        return number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    /// A number with its unit, which French keeps on the same line.
    public String amount(String number, String unit) {
        return text("unit", number, unit);
    }

    /// A length in bytes with one decimal of a fitting unit, each a thousand of the one before.
    public String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= UNIT && unit < BYTE_UNITS.length - 1) {
            amount /= UNIT;
            unit++;
        }
        String shown = unit == 0 ? number(bytes) : characters(String.format(locale, "%,.1f", amount));
        return amount(shown, BYTE_UNITS[unit]);
    }

    /// Seconds with one decimal.
    public String seconds(Duration duration) {
        return amount(decimal((double) duration.toMillis() / UNIT, 1), "s");
    }

    /// Milliseconds, or seconds where it is at least one.
    public String elapsed(Duration duration) {
        return duration.toSeconds() > 0 ? seconds(duration) : amount(number(duration.toMillis()), "ms");
    }

    /// A day as `2025-01-31`, in UTC.
    public String day(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(moment.atOffset(ZoneOffset.UTC));
    }

    /// A moment as `2025-01-31 20:15 UTC`.
    public String minute(Instant moment) {
        return MINUTES.format(moment);
    }

    /// The narrow space of French numbers is missing from many terminals' fonts and encodings; the wide one is not.
    private static String characters(String number) {
        return number.replace('\u202F', '\u00A0');
    }
}
