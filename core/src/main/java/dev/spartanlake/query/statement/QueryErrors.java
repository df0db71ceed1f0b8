package dev.spartanlake.query.statement;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;

/// The errors a statement can end with that are not DuckDB's.
public final class QueryErrors {

    private QueryErrors() {}

    /// The statement cannot be understood or evaluated.
    public static WarehouseException invalid(String message) {
        return new WarehouseException(ErrorCode.QUERY_INVALID, Location.nowhere(), message);
    }

    /// The statement asks for more than reading the relations.
    public static WarehouseException refused(String message) {
        return new WarehouseException(ErrorCode.QUERY_REFUSED, Location.nowhere(), message);
    }

    /// The statement costs too much.
    public static WarehouseException limit(String message) {
        return new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), message);
    }

    /// Whoever asked no longer wants the answer.
    public static WarehouseException cancelled() {
        return new WarehouseException(
                ErrorCode.STOPPED, Location.nowhere(), "The query was cancelled before it was answered");
    }
}
