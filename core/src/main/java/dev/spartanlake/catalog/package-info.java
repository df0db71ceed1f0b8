/// The metadata database: which data files are the truth and since when, and the small relational things beside
/// them.
///
/// SQLite, in one file `metadata.db`. Its schema is in the resources `V1.sql`, `V2.sql` and so on;
/// every class here is about one group of tables.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.catalog;
