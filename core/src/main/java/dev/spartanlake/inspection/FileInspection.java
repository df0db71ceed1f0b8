package dev.spartanlake.inspection;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.inspection.Discrepancy.Aspect;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads files of a table as any reader will, and says in what they are not what the format promises.
///
/// The engine is asked the same few questions however many files they are about.
public final class FileInspection {

    private final Engine engine;

    /// Prepares to read files.
    public FileInspection(Engine engine) {
        this.engine = engine;
    }

    /// Reads files of one table.
    ///
    /// @return what was found in each, in the same order
    public List<InspectedFile> of(Table<?> table, List<PartitionFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        try {
            return inspect(table, files);
        } catch (WarehouseException failed) {
            if (!Engine.isAboutFiles(failed)) {
                throw failed;
            }
            return files.size() > 1 ? oneByOne(table, files) : List.of(unreadable(files.getFirst(), failed));
        }
    }

    /// One file that cannot be read makes the engine refuse them all.
    private List<InspectedFile> oneByOne(Table<?> table, List<PartitionFile> files) {
        return files.stream().flatMap(file -> of(table, List.of(file)).stream()).toList();
    }

    private static InspectedFile unreadable(PartitionFile file, WarehouseException failed) {
        String message = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        return InspectedFile.withoutRows(
                file, List.of(new Discrepancy(Aspect.READABLE, Aspect.READABLE.description(), message)));
    }

    private List<InspectedFile> inspect(Table<?> table, List<PartitionFile> files) {
        String columns = columns(table);
        Map<String, String> schemas = schemas(files);
        Map<String, String> formats = formats(files);
        List<PartitionFile> withColumns = files.stream()
                .filter(file -> columns.equals(schemas.get(name(file))))
                .toList();
        Map<String, Content> contents = contents(table, withColumns);
        Map<String, Long> missingDocuments = missingDocuments(table, withColumns);
        List<InspectedFile> inspected = new ArrayList<>(files.size());
        for (PartitionFile file : files) {
            List<Discrepancy> discrepancies = new ArrayList<>();
            expect(Aspect.COLUMNS, columns, String.valueOf(schemas.get(name(file))), discrepancies);
            checkFormat(table, formats.getOrDefault(name(file), "-"), discrepancies);
            long missing = missingDocuments.getOrDefault(name(file), 0L);
            expect(Aspect.VALUES, "0", Long.toString(missing), discrepancies);
            inspected.add(inspected(file, contents.get(name(file)), discrepancies));
        }
        return inspected;
    }

    private static InspectedFile inspected(
            PartitionFile file, @Nullable Content content, List<Discrepancy> discrepancies) {
        if (content == null) {
            return InspectedFile.withoutRows(file, discrepancies);
        }
        discrepancies.addAll(content.discrepancies(file.partition()));
        return new InspectedFile(file, content.rows(), content.earliest(), content.latest(), discrepancies);
    }

    private static String columns(Table<?> table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type().duckDb())
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> schemas(List<PartitionFile> files) {
        return byFile("""
                SELECT file_name, string_agg(name || ' ' || duckdb_type, ', ' ORDER BY column_id)
                FROM parquet_schema(%s)
                WHERE duckdb_type IS NOT NULL
                GROUP BY file_name
                """.formatted(paths(files)), row -> row.getString(2));
    }

    private Map<String, String> formats(List<PartitionFile> files) {
        return byFile("""
                SELECT file_name, string_agg(value::VARCHAR, ' ' ORDER BY key)
                FROM parquet_kv_metadata(%s)
                WHERE key IN ('spartanlake_format'::BLOB, 'spartanlake_table'::BLOB)
                GROUP BY file_name
                """.formatted(paths(files)), row -> row.getString(2));
    }

    /// @param found format and table, as the file has them
    private static void checkFormat(Table<?> table, String found, List<Discrepancy> discrepancies) {
        boolean isKnown = found.matches("[1-9][0-9]{0,8} " + table.name())
                && Integer.parseInt(found.substring(0, found.indexOf(' '))) <= table.formatVersion();
        if (!isKnown) {
            discrepancies.add(new Discrepancy(Aspect.FORMAT, table.formatVersion() + " " + table.name(), found));
        }
    }

    /// The document itself is not decompressed; how many are missing stands in the footer.
    private Map<String, Long> missingDocuments(Table<?> table, List<PartitionFile> files) {
        if (!table.has("document") || files.isEmpty()) {
            return Map.of();
        }
        return byFile("""
                SELECT file_name, coalesce(sum(stats_null_count), 0)::BIGINT
                FROM parquet_metadata(%s)
                WHERE path_in_schema = 'document'
                GROUP BY file_name
                """.formatted(paths(files)), row -> row.getLong(2));
    }

    private Map<String, Content> contents(Table<?> table, List<PartitionFile> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        String key = String.join(", ", table.key());
        String order = String.join(", ", table.order());
        boolean byPlayer = table.partitioning() == Partitioning.PLAYER_MONTH;
        String required = table.columns().stream()
                .filter(column -> column.nullability() == Column.Nullability.REQUIRED)
                .filter(column -> !column.name().equals("document"))
                .map(column -> column.name() + " IS NULL")
                .collect(Collectors.joining(" OR "));
        List<Path> paths = files.stream().map(PartitionFile::file).toList();
        return byFile(
                """
                SELECT filename, count(*), epoch_us(min(start_time)), epoch_us(max(start_time)),
                    count(DISTINCT (%1$s)), count_if(sort_key < previous), count_if(incomplete),
                    min(year) * 12 + min(month) - 1, max(year) * 12 + max(month) - 1, min(player), max(player),
                    count_if(year <> date_part('year', start_time) OR month <> date_part('month', start_time))
                FROM (
                    SELECT filename, %6$s, (%2$s) AS sort_key, lag((%2$s)) OVER (PARTITION BY filename ORDER BY file_row_number) AS previous,
                        %3$s AS player, %4$s AS incomplete
                    FROM %5$s
                )
                GROUP BY filename
                """.formatted(
                                key,
                                order,
                                byPlayer ? "xuid" : "NULL",
                                required,
                                Engine.parquet(paths, "filename = true", "file_row_number = true"),
                                columnsUsed(table)),
                Content::of);
    }

    /// The columns by name, as planning takes longer for all sixty.
    private static String columnsUsed(Table<?> table) {
        Set<String> used = new TreeSet<>(Set.of("start_time", "year", "month"));
        used.addAll(table.key());
        return String.join(", ", used);
    }

    private <T> Map<String, T> byFile(String sql, Engine.RowMapper<T> mapper) {
        return engine.query(sql, row -> Map.entry(row.getString(1), mapper.map(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String paths(Collection<PartitionFile> files) {
        return Engine.paths(files.stream().map(PartitionFile::file).toList());
    }

    private static String name(PartitionFile file) {
        return file.file().toString();
    }

    private static void expect(Aspect aspect, String expected, String found, List<Discrepancy> discrepancies) {
        if (!expected.equals(found)) {
            discrepancies.add(new Discrepancy(aspect, expected, found));
        }
    }

    private record Content(
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

        private static final int MONTHS = 12;

        static Content of(ResultSet row) throws SQLException {
            return new Content(
                    row.getLong(2),
                    Engine.moment(row.getLong(3)),
                    Engine.moment(row.getLong(4)),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getString(10),
                    row.getString(11),
                    row.getLong(12));
        }

        List<Discrepancy> discrepancies(Partition partition) {
            List<Discrepancy> discrepancies = new ArrayList<>();
            expect(Aspect.KEYS, Long.toString(rows), Long.toString(distinctKeys), discrepancies);
            expect(Aspect.ORDER, "0", Long.toString(unsorted), discrepancies);
            expect(Aspect.VALUES, "0", Long.toString(incomplete), discrepancies);
            expectOfPartition(partition, discrepancies);
            return discrepancies;
        }

        /// Year and month are those of the directory and those of the start time; the player is the directory's.
        private void expectOfPartition(Partition partition, List<Discrepancy> discrepancies) {
            expect(
                    Aspect.PARTITION,
                    partition.month().toString(),
                    range(month(minMonth), month(maxMonth)),
                    discrepancies);
            Xuid xuid = partition.xuid();
            if (xuid != null) {
                expect(Aspect.PARTITION, xuid.text(), range(minPlayer, maxPlayer), discrepancies);
            }
            expect(Aspect.PARTITION, "0", Long.toString(wrongDate), discrepancies);
        }

        private static String month(long months) {
            return YearMonth.of((int) Math.floorDiv(months, MONTHS), Math.floorMod(months, MONTHS) + 1)
                    .toString();
        }

        private static String range(@Nullable String first, @Nullable String last) {
            return Objects.equals(first, last) ? String.valueOf(first) : first + " – " + last;
        }
    }
}
