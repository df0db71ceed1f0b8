package dev.spartanlake.schema;

/// The types a column can have, each with its name in DuckDB and its two names in Parquet.
public enum ColumnType {
    /// UTF-8 text.
    STRING("VARCHAR", "BYTE_ARRAY", "STRING"),
    /// A moment in UTC, to the microsecond.
    TIMESTAMP("TIMESTAMP WITH TIME ZONE", "INT64", "TIMESTAMP(MICROS, UTC)"),
    /// True or false.
    BOOLEAN("BOOLEAN", "BOOLEAN", "-"),
    /// An integer from −128 to 127.
    INT8("TINYINT", "INT32", "INT(8, signed)"),
    /// An integer from −32,768 to 32,767.
    INT16("SMALLINT", "INT32", "INT(16, signed)"),
    /// An integer of 32 bits.
    INT32("INTEGER", "INT32", "INT(32, signed)"),
    /// An integer of 64 bits.
    INT64("BIGINT", "INT64", "INT(64, signed)"),
    /// A number in single precision.
    FLOAT("FLOAT", "FLOAT", "-");

    private final String duckDb;
    private final String parquetPhysical;
    private final String parquetLogical;

    ColumnType(String duckDb, String parquetPhysical, String parquetLogical) {
        this.duckDb = duckDb;
        this.parquetPhysical = parquetPhysical;
        this.parquetLogical = parquetLogical;
    }

    /// The type's name in SQL.
    public String duckDb() {
        return duckDb;
    }

    /// The physical type in a Parquet file.
    public String parquetPhysical() {
        return parquetPhysical;
    }

    /// The logical type in a Parquet file, `-` where there is none.
    public String parquetLogical() {
        return parquetLogical;
    }
}
