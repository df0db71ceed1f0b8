package dev.spartanlake.query;

import dev.spartanlake.query.result.ResultColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to one statement.
///
/// Values are plain Java: `TINYINT` [Byte], `SMALLINT` and `UTINYINT` [Short], `INTEGER` and `USMALLINT`
/// [Integer], `BIGINT` and `UINTEGER` [Long], `UBIGINT`, `HUGEINT` and `UHUGEINT` [java.math.BigInteger],
/// `FLOAT` [Float], `DOUBLE` [Double], `DECIMAL` [java.math.BigDecimal], `BOOLEAN` [Boolean], `DATE`
/// [java.time.LocalDate], `TIMESTAMP` [java.time.LocalDateTime], `TIMESTAMP WITH TIME ZONE`
/// [java.time.Instant], `BLOB` `byte[]`, lists and arrays [List], structs and maps [java.util.Map] in their
/// order; everything else, such as `VARCHAR`, `UUID`, `TIME`, `ENUM` and `INTERVAL`, its text.
///
/// @param columns the columns, in order
/// @param rows the rows, in the statement's order, each as wide as `columns`; a `null` element is SQL `NULL`
/// @param truncated whether the statement had more rows than the limit allowed
/// @param elapsed how long it took, loading included
public record QueryResult(
        List<ResultColumn> columns, List<List<@Nullable Object>> rows, boolean truncated, Duration elapsed) {

    /// Copies the columns and closes the rows to change.
    public QueryResult {
        columns = List.copyOf(columns);
        // Rows may hold nulls, which List.copyOf refuses, and may be many: the list is copied, its rows are not.
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
