package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the next files of the partitions a change touches: the stored rows that stay, and the incoming ones,
/// sorted.
///
/// One statement per partition: writing several at once with `PARTITION_BY` is faster, but now and then breaks
/// the order of the rows within a file. Rows in Java of a partition that keeps no stored ones are sorted there and go
/// straight into the file: an engine that takes rows from one thread writes them as they come. Rows that all come after
/// the stored ones go behind them in the same way.
final class PartitionMerge {

    private static final int ROW_GROUP_ROWS = 100_000;

    /// Facts without a row there keep what they have.
    private static final String DERIVED_JOIN = "LEFT JOIN " + CareerUpdate.DERIVED
            + " AS derived ON merged.xuid = derived.xuid AND merged.match_id = derived.match_id";

    private final Engine engine;
    private final StoredFiles stored;
    private final Incoming incoming;
    private final ReplacedMatches replaced;
    private final CareerUpdate careers;

    PartitionMerge(
            Engine engine, StoredFiles stored, Incoming incoming, ReplacedMatches replaced, CareerUpdate careers) {
        this.engine = engine;
        this.stored = stored;
        this.incoming = incoming;
        this.replaced = replaced;
        this.careers = careers;
    }

    /// Those of these files that hold rows of replaced matches.
    List<DataFile> holdingReplaced(List<DataFile> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Path> paths = stored.checked(candidates);
        Set<String> holding = Set.copyOf(engine.query(
                "SELECT DISTINCT filename FROM " + Engine.parquet(paths, "filename = true") + " WHERE "
                        + replaced.goes(),
                row -> row.getString(1)));
        List<DataFile> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (holding.contains(paths.get(i).toString())) {
                found.add(candidates.get(i));
            }
        }
        return found;
    }

    /// The same over another connection to the engine, for another thread.
    PartitionMerge over(Engine connection) {
        return new PartitionMerge(connection, stored, incoming, replaced, careers);
    }

    /// Writes the next files of some partitions of one table, and reads them back.
    List<StagedFile> write(Table<?> table, List<PartitionWrite> writes, Path staging) {
        List<PartitionFile> written = new ArrayList<>(writes.size());
        for (PartitionWrite write : writes) {
            Partition partition = write.partition();
            Path file = staging.resolve(partition.stagedName());
            try (Relation rows = incoming.rows(partition)) {
                engine.execute(copy(table, rows(table, write.kept(), rows), file));
            }
            written.add(new PartitionFile(partition, file));
        }
        return new ReadBack(engine).check(table, written);
    }

    private static String copy(Table<?> table, String rows, Path file) {
        return """
                COPY (%s) TO %s (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE %s,
                    KV_METADATA {spartanlake_format: '%s', spartanlake_table: '%s'})
                """.formatted(
                        rows,
                        Engine.literal(file.toString()),
                        table.compression().name(),
                        ROW_GROUP_ROWS,
                        table.formatVersion(),
                        table.name());
    }

    private String rows(Table<?> table, @Nullable DataFile kept, Relation incomingRows) {
        String rows = "SELECT " + table.columnList() + " FROM " + incomingRows.sql();
        if (kept == null && incomingRows.isSorted()) {
            return rows;
        }
        if (kept != null) {
            rows = "SELECT " + table.columnList() + " FROM " + Engine.parquet(stored.checked(List.of(kept))) + " WHERE "
                    + replaced.stays() + " UNION ALL " + rows;
        }
        boolean derives = careers.derivesColumnsOf(table);
        if (kept != null && !derives && replaced.areNone() && incomingRows.isSortedAfter(kept.maxStartTime())) {
            // What a file holds is in order, and the engine keeps the order of both parts.
            return rows;
        }
        return """
                SELECT %s
                FROM (%s) AS merged %s
                ORDER BY %s
                """.formatted(
                        // Naming sixty columns once more takes the engine as long as writing a few rows.
                        derives ? derivedColumns(table) : "*",
                        rows,
                        derives ? DERIVED_JOIN : "",
                        table.order().stream().map(column -> "merged." + column).collect(Collectors.joining(", ")));
    }

    private static String derivedColumns(Table<?> table) {
        return table.columns().stream()
                .map(column -> switch (column.name()) {
                    case "session_id", "performance_score" ->
                        "CASE WHEN derived.match_id IS NULL THEN merged.%1$s ELSE derived.%1$s END AS %1$s"
                                .formatted(column.name());
                    default -> "merged." + column.name();
                })
                .collect(Collectors.joining(", "));
    }
}
