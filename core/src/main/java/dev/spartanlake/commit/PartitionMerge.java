package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the next files of the partitions a change touches: the stored rows that stay, and the incoming ones,
/// sorted.
///
/// One statement per partition: writing several at once with `PARTITION_BY` is faster, but now and then breaks
/// the order of the rows within a file.
final class PartitionMerge {

    /// The table of the matches whose stored rows go.
    static final String REPLACED = "replaced";

    private static final int ROW_GROUP_ROWS = 100_000;

    private final Engine engine;
    private final StoredFiles stored;

    PartitionMerge(Engine engine, StoredFiles stored) {
        this.engine = engine;
        this.stored = stored;
    }

    /// Says which matches' stored rows go.
    void replace(Collection<String> matchIds) {
        engine.execute("CREATE OR REPLACE TABLE " + REPLACED + " AS SELECT unnest(" + Engine.literals(matchIds)
                + "::VARCHAR[]) AS match_id");
    }

    /// Those of these files that hold rows of replaced matches.
    List<DataFile> holdingReplaced(List<DataFile> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Path> paths = stored.checked(candidates);
        Set<String> holding = Set.copyOf(engine.query(
                "SELECT DISTINCT filename FROM " + Engine.parquet(paths, "filename = true")
                        + " WHERE match_id IN (SELECT match_id FROM " + REPLACED + ")",
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
        return new PartitionMerge(connection, stored);
    }

    /// Writes the next files of some partitions of one table, and reads them back.
    List<StagedFile> write(Table<?> table, List<PartitionWrite> writes, Path staging) {
        List<PartitionFile> written = new ArrayList<>(writes.size());
        for (PartitionWrite write : writes) {
            Partition partition = write.partition();
            Path file = staging.resolve(partition.stagedName());
            engine.execute(copy(table, partition, write.kept(), file));
            written.add(new PartitionFile(partition, file));
        }
        return new ReadBack(engine).check(table, written);
    }

    private String copy(Table<?> table, Partition partition, @Nullable DataFile kept, Path file) {
        String rows = "SELECT " + table.columnList() + " FROM " + Incoming.name(table) + " WHERE " + rowsOf(partition);
        if (kept != null) {
            rows = "SELECT " + table.columnList() + " FROM " + Engine.parquet(stored.checked(List.of(kept)))
                    + " WHERE match_id NOT IN (SELECT match_id FROM " + REPLACED + ") UNION ALL " + rows;
        }
        return """
                COPY (
                    SELECT %s
                    FROM (%s) AS merged %s
                    ORDER BY %s
                ) TO %s (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE %s,
                    KV_METADATA {spartanlake_format: '%s', spartanlake_table: '%s'})
                """.formatted(
                        outputColumns(table),
                        rows,
                        CareerUpdate.derivesColumnsOf(table) ? derivedJoin() : "",
                        table.order().stream().map(column -> "merged." + column).collect(Collectors.joining(", ")),
                        Engine.literal(file.toString()),
                        table.compression().name(),
                        ROW_GROUP_ROWS,
                        Tables.FORMAT_VERSION,
                        table.name());
    }

    private static String rowsOf(Partition partition) {
        Xuid xuid = partition.xuid();
        String month = "year = " + partition.month().getYear() + " AND month = "
                + partition.month().getMonthValue();
        return xuid == null ? month : month + " AND xuid = " + Engine.literal(xuid.text());
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
}
