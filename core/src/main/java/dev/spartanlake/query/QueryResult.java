package dev.spartanlake.query;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a query. Values are plain Java types: integers, `Double`, `Float`, `BigDecimal`, `BigInteger`,
/// `Boolean`,
/// `String`, `Instant`, `LocalDate`, `LocalTime`, `LocalDateTime`, `List`, `Map`, `byte[]`.
///
/// @param columns the columns
/// @param rows the rows, each a value per column
/// @param truncated whether there were more rows than the limit allows
/// @param elapsed how long it took
public record QueryResult(
        List<ResultColumn> columns, List<List<@Nullable Object>> rows, boolean truncated, Duration elapsed) {}
