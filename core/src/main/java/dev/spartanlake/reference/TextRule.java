package dev.spartanlake.reference;

import java.util.regex.Pattern;

/// What a text must look like to be kept, as a test and as the words that tell a user about it.
enum TextRule {
    /// What is shown as a label.
    NAME("a text of 1 to 200 characters, not blank and without control characters", Plain.TEXT + "{1,200}"),
    /// What is shown as a sentence.
    DESCRIPTION("a text of 1 to 2000 characters, not blank and without control characters", Plain.TEXT + "{1,2000}"),
    /// What the game calls an asset by.
    ASSET_ID(
            "a UUID such as 1b1691dc-d8b9-4b1f-825d-cb1c065184c1",
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"),
    /// The language, and as a rule the country, of a translation.
    LOCALE("a locale such as fr-FR", "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    /// In UTF-16 units, above what any of the patterns lets through; longer texts are not worth matching.
    private static final int LONGEST = 4000;

    private final String words;
    private final Pattern pattern;

    TextRule(String words, String regex) {
        this.words = words;
        this.pattern = Pattern.compile(regex);
    }

    /// The rule in words that fit after "expected".
    String words() {
        return words;
    }

    boolean accepts(String text) {
        return text.length() <= LONGEST && pattern.matcher(text).matches();
    }

    /// The text without the spaces around it, or an error of the programmer who passed it.
    String require(String component, String text) {
        if (!accepts(text)) {
            throw new IllegalArgumentException(component + ": expected " + words + ", found '" + text + "'");
        }
        return text.strip();
    }

    /// A holder, because the constants of an enum cannot refer to its static fields.
    private static final class Plain {

        /// Line separators and bidirectional overrides can make a terminal show another text than the one stored,
        /// and a lone surrogate cannot be stored as UTF-8 at all. The text must have something to see.
        static final String TEXT =
                "(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]";
    }
}
