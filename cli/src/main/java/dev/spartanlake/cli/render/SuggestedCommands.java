package dev.spartanlake.cli.render;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Commands that a text suggests, made ones that a user may copy: about the warehouse that the text is about.
public final class SuggestedCommands {

    /// A command to copy stands at the end of a line, or before what else may be done; or it is a line of its own.
    private static final Pattern SUGGESTION =
            Pattern.compile("(?::|^ ) +spartanlake [^;\\[\n]*[^;\\[\n ]", Pattern.MULTILINE);

    private final @Nullable Path warehouse;

    /// Completes commands.
    ///
    /// @param warehouse the directory the user named; null when the user named none, which a copied command need
    ///     not do either
    public SuggestedCommands(@Nullable Path warehouse) {
        this.warehouse = warehouse;
    }

    /// The text with complete commands.
    public String in(String text) {
        if (warehouse == null) {
            return text;
        }
        String option = " --warehouse " + ShellWord.of(warehouse.toString());
        return SUGGESTION.matcher(text).replaceAll(found -> {
            String command = found.group();
            boolean isComplete = command.contains("--warehouse") || command.endsWith("--help");
            return Matcher.quoteReplacement(isComplete ? command : command + option);
        });
    }
}
