package dev.spartanlake.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table of Parquet files. Every table has the columns `match_id`, `start_time`, `year` and
/// `month`, and `xuid` where it is partitioned by player.
///
/// @param <R> the row
/// @param name the table's name, which is also its directory's
/// @param description what a row is
/// @param formatVersion the format version in which the table last changed
/// @param partitioning by what it is cut into files
/// @param compression how its files are compressed
/// @param key the columns that identify a row; rows are sorted by `start_time` and then by these
/// @param columns the columns in their order
public record Table<R>(
        String name,
        String description,
        int formatVersion,
        Partitioning partitioning,
        Compression compression,
        List<String> key,
        List<Column<R>> columns) {

    /// Copies the lists.
    public Table {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /// The names of the columns in their order, as an SQL list. Names are plain identifiers and need no quotes.
    public String columnList() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /// The columns rows are sorted by within a file.
    public List<String> order() {
        List<String> order = new ArrayList<>(key);
        order.addFirst("start_time");
        return List.copyOf(order);
    }

    /// Whether the table has a column of this name.
    public boolean has(String column) {
        return columns.stream().anyMatch(candidate -> candidate.name().equals(column));
    }
}
