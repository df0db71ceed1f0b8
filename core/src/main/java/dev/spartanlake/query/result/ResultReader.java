package dev.spartanlake.query.result;

import dev.spartanlake.query.statement.QueryErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Copies a result into Java, chunk by chunk and column by column, counting what it takes.
public final class ResultReader {

    /// A boxed value or an empty text with its reference.
    private static final int VALUE_BYTES = 24;

    private static final ValueType BLOB = new ValueType.Scalar("BLOB");

    private final List<ValueType> types;
    private final long mostBytes;
    private long bytes;

    /// Counts from zero.
    ///
    /// @param columns the statement's columns
    /// @param mostBytes what the rows may take in Java's memory
    public ResultReader(List<ResultColumn> columns, long mostBytes) {
        this.types = columns.stream()
                .map(column -> ValueType.parse(column.duckDbType()))
                .toList();
        this.mostBytes = mostBytes;
    }

    /// Reads all rows that are left.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when they take too much
    public List<List<@Nullable Object>> read(DuckDBChunkedResult result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.nextChunk()) {
            read(result.chunk(), rows);
        }
        return rows;
    }

    /// Reads the next rows, as many as come at once. What was read before no longer counts.
    ///
    /// @return the rows; none at the end
    /// @throws dev.spartanlake.error.WarehouseException when they take too much
    public List<List<@Nullable Object>> readSome(DuckDBChunkedResult result) {
        bytes = 0;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (rows.isEmpty() && result.nextChunk()) {
            read(result.chunk(), rows);
        }
        return rows;
    }

    /// Reads all rows that are left of a query by [ResultProjection#sqlToTheEnd].
    ///
    /// @return empty when the last row did not come, because an error came instead
    /// @throws dev.spartanlake.error.WarehouseException when they take too much
    public Optional<List<List<@Nullable Object>>> readToTheEnd(DuckDBChunkedResult result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            int count = Math.toIntExact(chunk.rowCount());
            if (count > 0 && chunk.vector(types.size()).getBoolean(count - 1L)) {
                read(chunk, count - 1, rows);
                return Optional.of(rows);
            }
            read(chunk, count, rows);
        }
        return Optional.empty();
    }

    private void read(DuckDBDataChunkReader chunk, List<List<@Nullable Object>> rows) {
        read(chunk, Math.toIntExact(chunk.rowCount()), rows);
    }

    private void read(DuckDBDataChunkReader chunk, int count, List<List<@Nullable Object>> rows) {
        @Nullable Object[][] read = new Object[count][types.size()];
        for (int column = 0; column < types.size(); column++) {
            count((long) VALUE_BYTES * count);
            DuckDBReadableVector vector = chunk.vector(column);
            Reading reading = reading(vector.getType(), types.get(column));
            for (int row = 0; row < count; row++) {
                @Nullable Object value = vector.isNull(row) ? null : reading.value(vector, row);
                if (value != null) {
                    read[row][column] = value;
                }
            }
            count(0);
        }
        for (@Nullable Object[] row : read) {
            rows.add(Collections.unmodifiableList(Arrays.asList(row)));
        }
    }

    private void count(long more) {
        bytes += more;
        if (bytes > mostBytes) {
            throw QueryErrors.limit(ResultLimit.result(mostBytes));
        }
    }

    /// Reads a value that is not null.
    @FunctionalInterface
    private interface Reading {
        @Nullable
        Object value(DuckDBReadableVector vector, int row);
    }

    private Reading reading(DuckDBColumnType vectorType, ValueType type) {
        return switch (vectorType) {
            case BOOLEAN -> (vector, row) -> vector.getBoolean(row);
            case TINYINT -> (vector, row) -> vector.getByte(row);
            case SMALLINT -> (vector, row) -> vector.getShort(row);
            case UTINYINT -> (vector, row) -> vector.getUint8(row);
            case INTEGER -> (vector, row) -> vector.getInt(row);
            case USMALLINT -> (vector, row) -> vector.getUint16(row);
            case BIGINT -> (vector, row) -> vector.getLong(row);
            case UINTEGER -> (vector, row) -> vector.getUint32(row);
            case UBIGINT -> DuckDBReadableVector::getUint64;
            case HUGEINT -> DuckDBReadableVector::getHugeInt;
            case UHUGEINT -> DuckDBReadableVector::getUHugeInt;
            case FLOAT -> (vector, row) -> vector.getFloat(row);
            case DOUBLE -> (vector, row) -> vector.getDouble(row);
            case DECIMAL -> DuckDBReadableVector::getBigDecimal;
            case DATE -> DuckDBReadableVector::getLocalDate;
            case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> DuckDBReadableVector::getLocalDateTime;
            case TIMESTAMP_WITH_TIME_ZONE ->
                (vector, row) -> vector.getOffsetDateTime(row).toInstant();
            default -> (vector, row) -> text(type, Objects.requireNonNull(vector.getString(row)));
        };
    }

    private @Nullable Object text(ValueType type, String text) {
        count(type.isNested() ? 4L * text.length() : text.length());
        if (type.isNested()) {
            return NestedValue.of(text, type);
        }
        return type.equals(BLOB) ? Base64.getDecoder().decode(text) : text;
    }
}
