package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Turns DuckDB's errors into those of the warehouse: the right code, one or two lines, what to do.
final class DuckDbMessage {

    /// Starts the message of a failure while files are read. DuckDB passes on text only.
    static final String FILES = "The files of ";

    /// Starts the message of a failure of a [RowSource].
    static final String ROWS = "The rows of ";

    /// Raised by [ResultProjection] for a value too large to be copied.
    static final String LARGE_VALUE = "spartanlake: large value";

    private static final int EXCERPT = 24;
    private static final Pattern KIND = Pattern.compile("^(?:[A-Za-z]+ )+Error: ");
    private static final Pattern FAILED_FEED =
            Pattern.compile("(" + FILES + "|" + ROWS + ")[^\n]* cannot be read: [^\n]*");

    private DuckDbMessage() {}

    static WarehouseException translate(SQLException failure, Limits limits) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Out of Memory Error")) {
            return error(ErrorCode.QUERY_LIMIT, QueryLimit.memory(limits), failure);
        }
        if (message.startsWith("INTERRUPT Error")) {
            return error(ErrorCode.QUERY_LIMIT, QueryLimit.time(limits), failure);
        }
        if (message.startsWith("Invalid Input Error: " + LARGE_VALUE)) {
            return error(ErrorCode.QUERY_LIMIT, QueryLimit.value(), failure);
        }
        Matcher feed = FAILED_FEED.matcher(message);
        if (feed.find()) {
            boolean files = feed.group().startsWith(FILES);
            return error(files ? ErrorCode.DAMAGED : ErrorCode.ENGINE, feed.group(), failure);
        }
        if (message.startsWith("INTERNAL Error")
                || message.startsWith("FATAL Error")
                || message.contains("org.duckdb.")) {
            return error(ErrorCode.ENGINE, "The query engine failed: " + tidy(message), failure);
        }
        boolean fenced = message.startsWith("Permission Error")
                || message.startsWith("TransactionContext Error")
                || message.contains("locked");
        return error(fenced ? ErrorCode.QUERY_REFUSED : ErrorCode.QUERY_INVALID, tidy(message), failure);
    }

    /// Files that DuckDB cannot read are damage, not a mistake of the statement's author.
    static WarehouseException damaged(RelationName relation, SQLException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new WarehouseException(
                ErrorCode.DAMAGED,
                new Location(relation.toString(), null, null),
                FILES + relation + " cannot be read: " + reason,
                failure);
    }

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

    private static String tidy(String message) {
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

    private static WarehouseException error(ErrorCode code, String message, SQLException cause) {
        return new WarehouseException(code, Location.nowhere(), message, cause);
    }
}
