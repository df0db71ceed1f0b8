package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads staged files as any reader will, before they become the truth: columns and types, rows in their
/// partition, keys unique, rows sorted.
final class ReadBack {

    private final Engine engine;

    ReadBack(Engine engine) {
        this.engine = engine;
    }

    /// A file that was written and not read yet, or has no rows.
    static StagedFile unread(Partition partition, Path file) {
        return new StagedFile(partition, file, 0, Instant.EPOCH, Instant.EPOCH);
    }

    /// Reads files of one table.
    ///
    /// @return the files with what was found in them
    /// @throws WarehouseException with [ErrorCode#COMMIT_REFUSED] when a file is not what it should be
    List<StagedFile> check(Table<?> table, List<StagedFile> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        checkSchema(table, written);
        Map<String, Content> contents =
                contents(table, written).stream().collect(Collectors.toMap(Content::file, Function.identity()));
        return written.stream()
                .map(file -> checked(file, contents.get(file.file().toString())))
                .toList();
    }

    private void checkSchema(Table<?> table, List<StagedFile> written) {
        String expected = table.columns().stream()
                .map(column -> column.name() + " " + column.type().duckDb())
                .collect(Collectors.joining(", "));
        List<Path> files = written.stream().map(StagedFile::file).toList();
        Map<String, String> schemas = engine
                .query("""
                        SELECT file_name, string_agg(name || ' ' || duckdb_type, ', ' ORDER BY column_id)
                        FROM parquet_schema(%s)
                        WHERE duckdb_type IS NOT NULL
                        GROUP BY file_name
                        """.formatted(Engine.paths(files)), row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (StagedFile file : written) {
            String found = schemas.get(file.file().toString());
            if (!expected.equals(found)) {
                throw refused(file, "columns " + expected, String.valueOf(found));
            }
        }
    }

    private List<Content> contents(Table<?> table, List<StagedFile> written) {
        List<Path> files = written.stream().map(StagedFile::file).toList();
        String key = String.join(", ", table.key());
        String order = String.join(", ", table.order());
        boolean byPlayer = table.partitioning() == Partitioning.PLAYER_MONTH;
        String required = table.columns().stream()
                .filter(column -> column.nullability() == Column.Nullability.REQUIRED)
                // The document itself is not decompressed a second time; its null count stands in the footer.
                .filter(column -> !column.name().equals("document"))
                .map(column -> column.name() + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return engine.query(
                """
                SELECT filename, count(*), epoch_us(min(start_time)), epoch_us(max(start_time)),
                    count(DISTINCT (%1$s)), count_if(sort_key < previous), count_if(incomplete),
                    min(year) * 12 + min(month) - 1, max(year) * 12 + max(month) - 1, min(player), max(player),
                    count_if(year <> date_part('year', start_time) OR month <> date_part('month', start_time))
                FROM (
                    SELECT *, (%2$s) AS sort_key, lag((%2$s)) OVER (PARTITION BY filename ORDER BY file_row_number) AS previous,
                        %3$s AS player, %4$s AS incomplete
                    FROM %5$s
                )
                GROUP BY filename
                """.formatted(
                                key,
                                order,
                                byPlayer ? "xuid" : "NULL",
                                required,
                                Engine.parquet(files, "filename = true", "file_row_number = true")),
                Content::of);
    }

    private static StagedFile checked(StagedFile file, @Nullable Content content) {
        if (content == null) {
            return unread(file.partition(), file.file());
        }
        expect(file, "keys that differ", content.rows(), content.distinctKeys());
        expect(file, "rows sorted by start time and key", 0, content.unsorted());
        expect(file, "a value in every required column", 0, content.incomplete());
        expect(file, "year and month of each start time", 0, content.wrongDate());
        long month = file.partition().month().getYear() * 12L
                + file.partition().month().getMonthValue()
                - 1;
        expect(file, "rows of its own month", month, content.minMonth());
        expect(file, "rows of its own month", month, content.maxMonth());
        Xuid xuid = file.partition().xuid();
        String player = xuid == null ? null : xuid.text();
        if (!Objects.equals(player, content.minPlayer()) || !Objects.equals(player, content.maxPlayer())) {
            throw refused(file, "rows of player " + player, content.minPlayer() + " to " + content.maxPlayer());
        }
        return new StagedFile(file.partition(), file.file(), content.rows(), content.earliest(), content.latest());
    }

    private static void expect(StagedFile file, String what, long expected, long found) {
        if (expected != found) {
            throw refused(file, what + " (" + expected + ")", Long.toString(found));
        }
    }

    private static WarehouseException refused(StagedFile file, String expected, String found) {
        return new WarehouseException(
                ErrorCode.COMMIT_REFUSED,
                new Location(file.partition().table(), file.partition().path(), file.file()),
                "a staged file of " + file.partition() + " is not what was to be written: expected " + expected
                        + ", found " + found + "; nothing was changed, please report this");
    }

    private record Content(
            String file,
            long rows,
            Instant earliest,
            Instant latest,
            long distinctKeys,
            long unsorted,
            long incomplete,
            long minMonth,
            long maxMonth,
            @Nullable String minPlayer,
            @Nullable String maxPlayer,
            long wrongDate) {

        static Content of(ResultSet row) throws SQLException {
            return new Content(
                    row.getString(1),
                    row.getLong(2),
                    Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS),
                    Instant.EPOCH.plus(row.getLong(4), ChronoUnit.MICROS),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getString(10),
                    row.getString(11),
                    row.getLong(12));
        }
    }
}
