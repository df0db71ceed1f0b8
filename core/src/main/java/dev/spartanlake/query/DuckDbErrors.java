package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.relation.RelationFunction;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.result.ResultLimit;
import dev.spartanlake.query.statement.DuckDbMessage;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns DuckDB's errors into those of the warehouse: the right code, what failed, what to do.
final class DuckDbErrors {

    private static final Map<String, ErrorCode> FEEDS = Map.of(
            RelationFunction.FILES, ErrorCode.DAMAGED,
            RelationFunction.REFUSED_FILES, ErrorCode.STORAGE,
            RelationFunction.ROWS, ErrorCode.ENGINE);

    private static final Pattern FAILED_FEED =
            Pattern.compile("(" + String.join("|", FEEDS.keySet()) + ")[^\n]* cannot be read: [^\n]*");

    private DuckDbErrors() {}

    static WarehouseException translate(SQLException failure, Limits limits) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Out of Memory Error")) {
            return error(ErrorCode.QUERY_LIMIT, QueryLimit.memory(limits), failure);
        }
        if (message.startsWith("INTERRUPT Error")) {
            return error(ErrorCode.QUERY_LIMIT, QueryLimit.time(limits), failure);
        }
        if (message.startsWith("Invalid Input Error: " + ResultLimit.LARGE_VALUE)) {
            return error(ErrorCode.QUERY_LIMIT, ResultLimit.value(), failure);
        }
        Matcher feed = FAILED_FEED.matcher(message);
        if (feed.find()) {
            return error(Objects.requireNonNull(FEEDS.get(feed.group(1))), feed.group(), failure);
        }
        if (message.startsWith("INTERNAL Error")
                || message.startsWith("FATAL Error")
                || message.contains("org.duckdb.")) {
            return error(ErrorCode.ENGINE, "The query engine failed: " + DuckDbMessage.tidy(message), failure);
        }
        boolean fenced = message.startsWith("Permission Error")
                || message.startsWith("TransactionContext Error")
                || message.contains("the configuration has been locked");
        return error(fenced ? ErrorCode.QUERY_REFUSED : ErrorCode.QUERY_INVALID, DuckDbMessage.tidy(message), failure);
    }

    /// Files that DuckDB cannot read are damage, not a mistake of the statement's author.
    static WarehouseException damaged(RelationName relation, SQLException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new WarehouseException(
                ErrorCode.DAMAGED,
                new Location(relation.toString(), null, null),
                RelationFunction.FILES + relation + " cannot be read: " + reason,
                failure);
    }

    private static WarehouseException error(ErrorCode code, String message, SQLException cause) {
        return new WarehouseException(code, Location.nowhere(), message, cause);
    }
}
