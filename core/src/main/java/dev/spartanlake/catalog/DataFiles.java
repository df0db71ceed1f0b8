package dev.spartanlake.catalog;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The list of files that are the truth.
public final class DataFiles {

    /// The name of the table.
    public static final String TABLE = "data_files";

    private final Database database;

    DataFiles(Database database) {
        this.database = database;
    }

    /// All files, by table, player and month.
    public List<DataFile> all() {
        return database.query("SELECT * FROM data_files ORDER BY table_name, xuid, year, month", DataFile::of);
    }

    /// The files of a table.
    public List<DataFile> of(String table) {
        return database.query(
                "SELECT * FROM data_files WHERE table_name = ? ORDER BY xuid, year, month", DataFile::of, table);
    }

    /// The same, of which no more is told than whoever reads their rows has to know.
    public List<CommittedFile> committed(String table) {
        return database.query(
                "SELECT " + CommittedFile.COLUMNS + " FROM data_files WHERE table_name = ? ORDER BY xuid, year, month",
                CommittedFile::of,
                table);
    }

    /// The files of a table for one player.
    public List<DataFile> of(String table, Xuid xuid) {
        return database.query(
                "SELECT * FROM data_files WHERE table_name = ? AND xuid = ? ORDER BY year, month",
                DataFile::of,
                table,
                xuid.text());
    }

    /// The files of a table for one month, of all players.
    public List<DataFile> of(String table, YearMonth month) {
        return database.query(
                "SELECT * FROM data_files WHERE table_name = ? AND year = ? AND month = ? ORDER BY xuid",
                DataFile::of,
                table,
                month.getYear(),
                month.getMonthValue());
    }

    /// The months in which a table has files, in order.
    public List<YearMonth> months(String table) {
        return database.query(
                "SELECT DISTINCT year, month FROM data_files WHERE table_name = ? ORDER BY year, month",
                row -> YearMonth.of(row.getInt(1), row.getInt(2)),
                table);
    }

    /// The file of a partition; empty when the partition has no rows.
    public Optional<DataFile> find(Partition partition) {
        return database.first(
                "SELECT * FROM data_files WHERE table_name = ? AND path = ?",
                DataFile::of,
                partition.table(),
                partition.file());
    }

    /// The file at a path below the warehouse; empty when there is none.
    public Optional<DataFile> at(String path) {
        return database.first("SELECT * FROM data_files WHERE path = ?", DataFile::of, path);
    }

    /// Makes these files the truth about their partitions.
    public void put(Collection<DataFile> files) {
        database.updateAll("""
                INSERT INTO data_files (table_name, path, xuid, year, month, row_count, size_bytes, min_start_time,
                    max_start_time, sha256, commit_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (table_name, path) DO UPDATE SET row_count = excluded.row_count,
                    size_bytes = excluded.size_bytes, min_start_time = excluded.min_start_time,
                    max_start_time = excluded.max_start_time, sha256 = excluded.sha256, commit_id = excluded.commit_id
                """, files.stream().map(DataFiles::values).toList());
    }

    /// Forgets the files of partitions that have no rows any more.
    public void remove(Collection<Partition> partitions) {
        database.updateAll(
                "DELETE FROM data_files WHERE table_name = ? AND path = ?",
                partitions.stream()
                        .map(partition -> Database.Parameters.of(partition.table(), partition.file()))
                        .toList());
    }

    /// The files whose entries have the path of their partition's file, in the order of [#all].
    public List<DataFile> right() {
        return entries().stream().filter(Entry::isRight).map(Entry::file).toList();
    }

    /// The paths of all other entries, which damage has made.
    public Set<String> wrong() {
        return entries().stream()
                .filter(entry -> !entry.isRight())
                .map(Entry::path)
                .collect(Collectors.toSet());
    }

    /// Takes out the entries of [#wrong].
    public void removeWrong() {
        database.updateAll(
                "DELETE FROM data_files WHERE path = ?",
                wrong().stream().map(Database.Parameters::of).toList());
    }

    private List<Entry> entries() {
        return database.query(
                "SELECT * FROM data_files ORDER BY table_name, xuid, year, month",
                row -> new Entry(DataFile.of(row), row.getString("path")));
    }

    /// An entry with the path it has. No two entries have the same.
    private record Entry(DataFile file, String path) {

        boolean isRight() {
            Partition partition = file.partition();
            return path.equals(partition.file())
                    && Tables.ALL.stream().anyMatch(table -> table.name().equals(partition.table()));
        }
    }

    private static Database.Parameters values(DataFile file) {
        Partition partition = file.partition();
        Xuid xuid = partition.xuid();
        return Database.Parameters.of(
                partition.table(),
                partition.file(),
                xuid == null ? null : xuid.text(),
                partition.month().getYear(),
                partition.month().getMonthValue(),
                file.rowCount(),
                file.fingerprint().sizeBytes(),
                SqlTime.format(file.minStartTime()),
                SqlTime.format(file.maxStartTime()),
                file.fingerprint().sha256(),
                file.commitId());
    }
}
