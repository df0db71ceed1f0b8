package dev.spartanlake.reference;

import java.util.Locale;

/// A language in which names are shown.
public enum Language {
    /// English, in which every name is known.
    EN("en-US"),
    /// French, in which most names are known.
    FR("fr-FR");

    private final String locale;

    Language(String locale) {
        this.locale = locale;
    }

    /// Understands what [#tag()] says, in any letter case.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Language parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "en" -> EN;
            case "fr" -> FR;
            default -> throw new IllegalArgumentException("expected the language en or fr, found '" + text + "'");
        };
    }

    /// The language as users write it: `en` or `fr`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The locale under which the game's own texts in this language stand, such as `fr-FR`.
    String locale() {
        return locale;
    }
}
