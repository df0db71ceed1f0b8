package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;

/// The errors a statement can end with that are not DuckDB's.
final class QueryErrors {

    private QueryErrors() {}

    static WarehouseException invalid(String message) {
        return new WarehouseException(ErrorCode.QUERY_INVALID, Location.nowhere(), message);
    }

    static WarehouseException refused(String message) {
        return new WarehouseException(ErrorCode.QUERY_REFUSED, Location.nowhere(), message);
    }

    static WarehouseException limit(String message) {
        return new WarehouseException(ErrorCode.QUERY_LIMIT, Location.nowhere(), message);
    }
}
