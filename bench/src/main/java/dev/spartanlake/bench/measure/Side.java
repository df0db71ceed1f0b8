package dev.spartanlake.bench.measure;

/// Who does the work.
public enum Side {
    /// This project.
    PRODUCT("SpartanLake"),
    /// The least that DuckDB alone takes for the same, called through JDBC.
    FLOOR("DuckDB"),
    /// DuckDB alone on the warehouse's Parquet files instead of its own tables.
    PARQUET("DuckDB on Parquet"),
    /// DuckDB alone on a pattern that all Parquet files of a table match, of which it keeps one player's by their
    /// directory.
    GLOB("DuckDB on a glob");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /// The heading of its column.
    public String title() {
        return title;
    }
}
