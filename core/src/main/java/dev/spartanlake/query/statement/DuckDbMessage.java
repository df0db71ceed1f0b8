package dev.spartanlake.query.statement;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// DuckDB's messages as the author of a statement should read them: one or two lines, about the statement only.
public final class DuckDbMessage {

    private static final int EXCERPT = 24;
    private static final Pattern KIND = Pattern.compile("^(?:[A-Za-z]+ )+Error: ");

    private DuckDbMessage() {}

    /// A parser's message with the place it is about.
    static String withPosition(String message, JsonNode position, String statement) {
        int at = position.isMissingNode() ? -1 : Integer.parseInt(position.asString());
        if (at < 0 || at >= statement.length()) {
            return tidy(message);
        }
        String around = statement
                .substring(at, Math.min(statement.length(), at + EXCERPT))
                .replaceAll("\\s+", " ");
        return tidy(message) + " (character " + (at + 1) + ": " + around + ")";
    }

    /// A message without what repeats the statement or advises on DuckDB's settings.
    public static String tidy(String message) {
        // What follows an empty line or a stack frame repeats the statement or advises on DuckDB's settings.
        String shown = message.split("\n\n|\n\tat ", 2)[0].strip();
        shown = KIND.matcher(shown).replaceFirst("");
        shown = shown.replaceAll("Use \"SET [^\n]*", "").strip();
        if (shown.contains(SizedFunctions.OVERSIZE)) {
            shown += ". Sizes given to " + SizedFunctions.NAMES + " may be at most " + SizedFunctions.MOST;
        }
        String[] lines = shown.split("\n", 3);
        return lines.length < 2 ? lines[0] : lines[0] + "\n" + lines[1];
    }
}
