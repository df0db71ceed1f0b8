package dev.spartanlake.query.result;

import dev.spartanlake.query.statement.QueryErrors;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBChunkedResult;
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

    private void read(DuckDBDataChunkReader chunk, List<List<@Nullable Object>> rows) {
        int count = Math.toIntExact(chunk.rowCount());
        List<List<@Nullable Object>> open = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            open.add(new ArrayList<>(types.size()));
        }
        for (int column = 0; column < types.size(); column++) {
            DuckDBReadableVector vector = chunk.vector(column);
            for (int row = 0; row < count; row++) {
                open.get(row).add(vector.isNull(row) ? null : value(types.get(column), vector, row));
                count();
            }
        }
        open.forEach(row -> rows.add(Collections.unmodifiableList(row)));
    }

    private void count() {
        bytes += VALUE_BYTES;
        if (bytes > mostBytes) {
            throw QueryErrors.limit(ResultLimit.result(mostBytes));
        }
    }

    private @Nullable Object value(ValueType type, DuckDBReadableVector vector, int row) {
        return switch (vector.getType()) {
            case BOOLEAN -> vector.getBoolean(row);
            case TINYINT -> vector.getByte(row);
            case SMALLINT -> vector.getShort(row);
            case UTINYINT -> vector.getUint8(row);
            case INTEGER -> vector.getInt(row);
            case USMALLINT -> vector.getUint16(row);
            case BIGINT -> vector.getLong(row);
            case UINTEGER -> vector.getUint32(row);
            case UBIGINT -> vector.getUint64(row);
            case HUGEINT -> vector.getHugeInt(row);
            case UHUGEINT -> vector.getUHugeInt(row);
            case FLOAT -> vector.getFloat(row);
            case DOUBLE -> vector.getDouble(row);
            case DECIMAL -> vector.getBigDecimal(row);
            case DATE -> vector.getLocalDate(row);
            case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> vector.getLocalDateTime(row);
            case TIMESTAMP_WITH_TIME_ZONE ->
                vector.getOffsetDateTime(row)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant();
            default -> text(type, Objects.requireNonNull(vector.getString(row)));
        };
    }

    private @Nullable Object text(ValueType type, String text) {
        bytes += type.isNested() ? 4L * text.length() : text.length();
        if (type.isNested()) {
            return NestedValue.of(text, type);
        }
        return type.equals(BLOB) ? Base64.getDecoder().decode(text) : text;
    }
}
