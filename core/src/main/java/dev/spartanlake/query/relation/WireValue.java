package dev.spartanlake.query.relation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.duckdb.DuckDBWritableVector;

/// Writes one Java value into DuckDB's memory, without ever changing it on the way.
final class WireValue {

    private WireValue() {}

    /// @throws ArithmeticException when a number does not fit the column
    /// @throws ClassCastException when the value is of another kind than the column
    static void write(ColumnWire wire, Object value, DuckDBWritableVector vector, int row) {
        switch (wire.type()) {
            case BOOLEAN -> vector.setBoolean(row, truth(value));
            case TINYINT -> vector.setByte(row, (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SMALLINT -> vector.setShort(row, (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE));
            case INTEGER -> vector.setInt(row, (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case BIGINT -> vector.setLong(row, within(value, Long.MIN_VALUE, Long.MAX_VALUE));
            case HUGEINT -> vector.setHugeInt(row, new BigInteger(value.toString()));
            case FLOAT -> vector.setFloat(row, ((Number) value).floatValue());
            case DOUBLE -> vector.setDouble(row, ((Number) value).doubleValue());
            case DATE -> vector.setDate(row, (LocalDate) value);
            case TIMESTAMP -> vector.setTimestamp(row, (LocalDateTime) value);
            case TIMESTAMP_WITH_TIME_ZONE -> vector.setOffsetDateTime(row, ((Instant) value).atOffset(ZoneOffset.UTC));
            default -> vector.setString(row, text(wire, value));
        }
    }

    private static String text(ColumnWire wire, Object value) {
        return wire.isBlob() ? Base64.getEncoder().encodeToString((byte[]) value) : value.toString();
    }

    private static boolean truth(Object value) {
        return value instanceof Number number ? number.longValue() != 0 : (Boolean) value;
    }

    private static long within(Object value, long least, long most) {
        long number = value instanceof BigInteger large ? large.longValueExact() : ((Number) value).longValue();
        boolean fraction =
                (value instanceof Double || value instanceof Float) && ((Number) value).doubleValue() != number;
        if (number < least || number > most || fraction) {
            throw new ArithmeticException("expected a whole number from " + least + " to " + most + ", found " + value);
        }
        return number;
    }
}
