package dev.spartanlake.cli.render;

import java.util.Locale;

/// Makes text from outside harmless to a terminal: what would move the cursor, change colours or turn the
/// direction of writing becomes an escape one can read.
public final class Printable {

    private Printable() {}

    /// The text with escapes such as `\n` and `\u001B` in place of what is not printable.
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isUnprintable)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(point -> printable.append(isUnprintable(point) ? escape(point) : Character.toString(point)));
        return printable.toString();
    }

    /// The text on one line: line breaks and the blanks around them become one space, the rest as in [#of].
    public static String line(String text) {
        return of(text.strip().replaceAll("\\h*\\R\\s*", " "));
    }

    private static boolean isUnprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04X", point);
        };
    }
}
