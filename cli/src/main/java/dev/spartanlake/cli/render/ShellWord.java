package dev.spartanlake.cli.render;

import java.util.regex.Pattern;

/// A text as one word of a command that a user may copy.
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./\\\\-]+");

    private ShellWord() {}

    /// The text itself, or within quotes where a shell would take it apart.
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
