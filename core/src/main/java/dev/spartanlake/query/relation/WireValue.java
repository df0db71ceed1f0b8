package dev.spartanlake.query.relation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.duckdb.DuckDBWritableVector;

/// Writes one Java value into DuckDB's memory, without ever changing it on the way.
final class WireValue {

    private static final BigInteger LEAST_HUGEINT = BigInteger.TWO.pow(127).negate();

    private static final BigInteger MOST_HUGEINT = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

    /// No column holds whole numbers of more digits.
    private static final int MOST_DIGITS = MOST_HUGEINT.toString().length();

    private WireValue() {}

    /// @throws ArithmeticException when a number is not one that the column can hold
    /// @throws ClassCastException when the value is of another kind than the column
    static void write(ColumnWire wire, Object value, DuckDBWritableVector vector, int row) {
        switch (wire.type()) {
            case BOOLEAN -> vector.setBoolean(row, truth(value));
            case TINYINT -> vector.setByte(row, (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SMALLINT -> vector.setShort(row, (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE));
            case INTEGER -> vector.setInt(row, (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case BIGINT -> vector.setLong(row, within(value, Long.MIN_VALUE, Long.MAX_VALUE));
            case HUGEINT -> vector.setHugeInt(row, within(value, LEAST_HUGEINT, MOST_HUGEINT));
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
        return switch (value) {
            case Double number -> number != 0;
            case Float number -> number != 0;
            case Number number -> decimal(number).signum() != 0;
            default -> (Boolean) value;
        };
    }

    private static long within(Object value, long least, long most) {
        if (!hasAtMost64Bits(value)) {
            return within(value, BigInteger.valueOf(least), BigInteger.valueOf(most))
                    .longValueExact();
        }
        long number = ((Number) value).longValue();
        if (number < least || number > most) {
            throw outside(value, least, most);
        }
        return number;
    }

    private static boolean hasAtMost64Bits(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static BigInteger within(Object value, BigInteger least, BigInteger most) {
        boolean isFinite =
                !(value instanceof Double || value instanceof Float) || Double.isFinite(((Number) value).doubleValue());
        BigDecimal number = isFinite ? decimal((Number) value) : null;
        if (number == null || !isWhole(number)) {
            throw outside(value, least, most);
        }
        BigInteger whole = number.signum() == 0 ? BigInteger.ZERO : number.toBigIntegerExact();
        if (whole.compareTo(least) < 0 || whole.compareTo(most) > 0) {
            throw outside(value, least, most);
        }
        return whole;
    }

    /// Whether a number is a whole one that some column may hold. It is asked before the digits are
    /// written out, of which `1E+1000000000` has many.
    private static boolean isWhole(BigDecimal number) {
        if (number.signum() == 0) {
            return true;
        }
        long digits = (long) number.precision() - number.scale();
        return digits > 0
                && digits <= MOST_DIGITS
                && number.stripTrailingZeros().scale() <= 0;
    }

    /// The number itself. Numbers of other classes than the JDK's values are taken by their texts.
    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case BigInteger whole -> new BigDecimal(whole);
            case Double floating -> new BigDecimal(floating);
            case Float floating -> new BigDecimal(floating);
            default -> new BigDecimal(number.toString());
        };
    }

    private static ArithmeticException outside(Object value, Object least, Object most) {
        return new ArithmeticException("expected a whole number from " + least + " to " + most + ", found " + value);
    }
}
