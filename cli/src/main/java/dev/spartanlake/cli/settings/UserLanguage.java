package dev.spartanlake.cli.settings;

import dev.spartanlake.reference.Language;
import java.util.List;
import java.util.Locale;

/// The language of a user who does not name one.
final class UserLanguage {

    /// In the order of POSIX, which Windows does not know.
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private UserLanguage() {}

    /// French for users whose environment, or else whose operating system, is French; English for all others.
    static Language of(Machine machine) {
        String locale = VARIABLES.stream()
                .map(machine::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(machine.locale().getLanguage());
        return locale.toLowerCase(Locale.ROOT).matches("fr([^a-z].*)?") ? Language.FR : Language.EN;
    }
}
