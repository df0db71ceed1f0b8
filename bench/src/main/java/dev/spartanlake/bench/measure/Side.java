package dev.spartanlake.bench.measure;

/// Who does the work.
public enum Side {
    /// This project.
    PRODUCT("SpartanLake"),
    /// The least that DuckDB alone takes for the same, called through JDBC.
    FLOOR("DuckDB"),
    /// DuckDB alone on the warehouse's Parquet files instead of its own tables.
    PARQUET("DuckDB on Parquet");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /// The heading of its column.
    public String title() {
        return title;
    }
}
