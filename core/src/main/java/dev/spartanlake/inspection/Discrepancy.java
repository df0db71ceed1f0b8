package dev.spartanlake.inspection;

/// In what a file is not what a partition's file has to be.
///
/// @param aspect what was looked at
/// @param expected what should be there
/// @param found what is there
public record Discrepancy(Aspect aspect, String expected, String found) {

    /// What is looked at in a file.
    public enum Aspect {
        /// It can be read as Parquet.
        READABLE("a Parquet file"),
        /// It has the columns of the table, with their types, in their order.
        COLUMNS("the columns of the table"),
        /// Its metadata name the table and a format that is known.
        FORMAT("the table and a known format in the file's metadata"),
        /// No two rows have the same key.
        KEYS("keys that differ"),
        /// Rows are sorted by start time and key.
        ORDER("rows sorted by start time and key"),
        /// Every required column has a value in every row.
        VALUES("a value in every required column"),
        /// Every row belongs to the partition.
        PARTITION("rows of its own partition");

        private final String description;

        Aspect(String description) {
            this.description = description;
        }

        /// What is expected, in words.
        public String description() {
            return description;
        }
    }
}
