package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the next files of the partitions a change touches: the stored rows that stay, and the incoming ones,
/// sorted.
///
/// All partitions of a table are written by few statements, because a statement costs several times what a
/// partition
/// does.
final class PartitionMerge {

    /// The temporary table of the matches whose stored rows go.
    static final String REPLACED = "replaced";

    private static final String TOUCHED = "touched";
    private static final int ROW_GROUP_ROWS = 100_000;

    /// The engine keeps at most this many files open while writing, and splits a partition when it has to open
    /// more.
    private static final int PARTITIONS_AT_ONCE = 100;

    private final Engine engine;
    private final WarehouseDirectory directory;
    private final FileStore files;

    PartitionMerge(Engine engine, WarehouseDirectory directory, FileStore files) {
        this.engine = engine;
        this.directory = directory;
        this.files = files;
    }

    /// Says which matches' stored rows go.
    void replace(Collection<String> matchIds) {
        engine.execute("CREATE OR REPLACE TEMP TABLE " + REPLACED + " AS SELECT unnest(" + Engine.literals(matchIds)
                + "::VARCHAR[]) AS match_id");
    }

    /// Those of these files that hold rows of replaced matches.
    List<DataFile> holdingReplaced(List<DataFile> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Path> paths = candidates.stream().map(this::path).toList();
        List<String> holding = engine.query(
                "SELECT DISTINCT filename FROM " + Engine.parquet(paths, "filename = true")
                        + " WHERE match_id IN (SELECT match_id FROM " + REPLACED + ")",
                row -> row.getString(1));
        return candidates.stream()
                .filter(file -> holding.contains(path(file).toString()))
                .toList();
    }

    /// Writes the next file of each of these partitions of one table. A partition that has no rows left gets none.
    List<StagedFile> write(Table<?> table, List<Partition> partitions, DataFiles stored, Path staging) {
        List<StagedFile> written = new ArrayList<>();
        List<Partition> ordered = partitions.stream().sorted().toList();
        for (int from = 0; from < ordered.size(); from += PARTITIONS_AT_ONCE) {
            List<Partition> group = ordered.subList(from, Math.min(ordered.size(), from + PARTITIONS_AT_ONCE));
            written.addAll(writeGroup(table, group, stored, staging));
        }
        return written;
    }

    private List<StagedFile> writeGroup(Table<?> table, List<Partition> group, DataFiles stored, Path staging) {
        describeTouched(group);
        List<DataFile> present =
                group.stream().map(stored::find).flatMap(Optional::stream).toList();
        Path output = staging.resolve(table.name());
        files.createDirectories(output);
        engine.execute(copy(table, present, output));
        List<StagedFile> written = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Path folder = output.resolve("part=" + i);
            if (files.exists(folder)) {
                Path flat =
                        staging.resolve(group.get(i).file().replace('/', '_').replace('=', '-') + ".staged");
                files.replace(onlyFile(table, folder), flat);
                written.add(ReadBack.unread(group.get(i), flat));
            }
        }
        files.deleteTree(output);
        return new ReadBack(engine).check(table, written);
    }

    /// The engine writes one file per partition when rows come sorted by partition; more than one would break the
    /// format.
    private Path onlyFile(Table<?> table, Path folder) {
        if (files.exists(folder.resolve("data_1.staged"))) {
            throw new WarehouseException(
                    ErrorCode.COMMIT_REFUSED,
                    Location.of(folder),
                    "a partition of " + table.name() + " was staged as several files; nothing was changed");
        }
        return folder.resolve("data_0.staged");
    }

    private void describeTouched(List<Partition> group) {
        String rows = IntStream.range(0, group.size())
                .mapToObj(i -> touchedRow(i, group.get(i)))
                .collect(Collectors.joining(", "));
        engine.execute("CREATE OR REPLACE TEMP TABLE " + TOUCHED + " AS SELECT * FROM (VALUES " + rows
                + ") AS rows (part, touched_xuid, touched_year, touched_month)");
    }

    private static String touchedRow(int part, Partition partition) {
        Xuid xuid = partition.xuid();
        String player = xuid == null ? "NULL::VARCHAR" : Engine.literal(xuid.text());
        return "(" + part + ", " + player + ", " + partition.month().getYear() + ", "
                + partition.month().getMonthValue() + ")";
    }

    private String copy(Table<?> table, List<DataFile> present, Path output) {
        String rows = "SELECT " + table.columnList() + " FROM " + Incoming.name(table);
        if (!present.isEmpty()) {
            rows = "SELECT " + table.columnList() + " FROM "
                    + Engine.parquet(present.stream().map(this::path).toList())
                    + " WHERE match_id NOT IN (SELECT match_id FROM " + REPLACED + ") UNION ALL " + rows;
        }
        boolean byPlayer = table.partitioning() == Partitioning.PLAYER_MONTH;
        String onPartition =
                "year = touched_year AND month = touched_month" + (byPlayer ? " AND xuid = touched_xuid" : "");
        return """
                COPY (
                    SELECT %s, part
                    FROM (%s) AS merged JOIN %s ON %s %s
                    ORDER BY part, %s
                ) TO %s (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE %d, PARTITION_BY (part),
                    FILE_EXTENSION 'staged', KV_METADATA {spartanlake_format: '%d', spartanlake_table: '%s'})
                """.formatted(
                        outputColumns(table),
                        rows,
                        TOUCHED,
                        onPartition,
                        CareerUpdate.derivesColumnsOf(table) ? derivedJoin() : "",
                        table.order().stream().map(column -> "merged." + column).collect(Collectors.joining(", ")),
                        Engine.literal(output.toString()),
                        table.compression().name(),
                        ROW_GROUP_ROWS,
                        Tables.FORMAT_VERSION,
                        table.name());
    }

    /// Facts of players whom the change does not concern keep what they have.
    private static String derivedJoin() {
        return " LEFT JOIN " + CareerUpdate.DERIVED + " AS derived ON merged.xuid = derived.xuid"
                + " AND merged.match_id = derived.match_id";
    }

    private static String outputColumns(Table<?> table) {
        if (!CareerUpdate.derivesColumnsOf(table)) {
            return table.columns().stream()
                    .map(column -> "merged." + column.name())
                    .collect(Collectors.joining(", "));
        }
        return table.columns().stream()
                .map(column -> switch (column.name()) {
                    case "session_id", "performance_score" ->
                        "CASE WHEN derived.match_id IS NULL THEN merged.%1$s ELSE derived.%1$s END AS %1$s"
                                .formatted(column.name());
                    default -> "merged." + column.name();
                })
                .collect(Collectors.joining(", "));
    }

    private Path path(DataFile file) {
        return directory.resolve(file.partition().file());
    }
}
