package dev.spartanlake.repair;

import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What is to be mended in a warehouse.
///
/// @param files partitions whose files are missing or not what was committed
/// @param rows partitions whose files are what was committed, but do not follow from the documents, or
///     documents that do not agree with the ledger
/// @param secondCopies partitions whose second copies are missing or not what was committed
/// @param unlisted files in the tree that the catalog does not know
/// @param obstacles what stands where a directory or a file belongs
/// @param entries paths of entries in the list of data files that are not those of a partition's file
/// @param careers players whose sessions or synchronisation state do not follow from their matches, also such as are
///     not tracked and should have none
record Damage(
        Set<Partition> files,
        Set<Partition> rows,
        Set<Partition> secondCopies,
        Set<Path> unlisted,
        Set<Path> obstacles,
        Set<String> entries,
        Set<Xuid> careers) {

    /// Copies the sets.
    Damage {
        files = Set.copyOf(files);
        rows = Set.copyOf(rows);
        secondCopies = Set.copyOf(secondCopies);
        unlisted = Set.copyOf(unlisted);
        obstacles = Set.copyOf(obstacles);
        entries = Set.copyOf(entries);
        careers = Set.copyOf(careers);
    }

    /// What findings ask for. Those about the metadata database itself are dealt with before.
    static Damage of(WarehouseDirectory directory, Collection<Finding> findings) {
        Map<Target, Set<Partition>> partitions = new EnumMap<>(Target.class);
        Map<Target, Set<Path>> paths = new EnumMap<>(Target.class);
        Set<String> entries = new TreeSet<>();
        Set<Xuid> careers = new TreeSet<>();
        for (Finding finding : findings) {
            Target target = target(finding.kind());
            switch (target) {
                case FILE, ROWS, SECOND_COPY ->
                    finding.partition()
                            .ifPresent(partition -> partitions
                                    .computeIfAbsent(target, first -> new TreeSet<>())
                                    .add(partition));
                case UNLISTED, OBSTACLE -> {
                    Path file = finding.where().file();
                    if (file != null) {
                        paths.computeIfAbsent(target, first -> new TreeSet<>())
                                .add(directory.root().resolve(file));
                    }
                }
                case ENTRY -> {
                    if (DataFiles.TABLE.equals(finding.where().table())) {
                        entries.add(finding.found());
                    }
                }
                case CAREERS -> finding.player().ifPresent(careers::add);
                case NOTHING -> {}
            }
        }
        return new Damage(
                partitions.getOrDefault(Target.FILE, Set.of()),
                partitions.getOrDefault(Target.ROWS, Set.of()),
                partitions.getOrDefault(Target.SECOND_COPY, Set.of()),
                paths.getOrDefault(Target.UNLISTED, Set.of()),
                paths.getOrDefault(Target.OBSTACLE, Set.of()),
                entries,
                careers);
    }

    private static Target target(Kind kind) {
        return switch (kind) {
            case FILE_MISSING, FILE_TRUNCATED, FILE_CHANGED, FILE_UNREADABLE -> Target.FILE;
            case NOT_PARQUET,
                    FORMAT_WRONG,
                    COLUMNS_WRONG,
                    ROW_COUNT_WRONG,
                    START_TIMES_WRONG,
                    ROWS_UNSORTED,
                    KEYS_REPEATED,
                    ROWS_MISPLACED,
                    VALUES_MISSING,
                    DOCUMENT_MISSING,
                    DOCUMENT_UNLISTED,
                    CONTENT_DIFFERS,
                    START_DIFFERS,
                    MATCH_UNLISTED,
                    PLAYER_UNTRACKED,
                    DOCUMENT_CHANGED,
                    DOCUMENT_MALFORMED,
                    ROW_MISSING,
                    ROW_UNEXPECTED,
                    VALUE_DIFFERS,
                    CAREER_DIFFERS -> Target.ROWS;
            case COPY_MISSING, COPY_CHANGED -> Target.SECOND_COPY;
            case FILE_UNLISTED, COPY_UNLISTED -> Target.UNLISTED;
            case IN_THE_WAY -> Target.OBSTACLE;
            case CATALOG_ENTRY_WRONG -> Target.ENTRY;
            case SESSION_DIFFERS, PROGRESS_DIFFERS -> Target.CAREERS;
            case METADATA_UNREADABLE,
                    METADATA_CORRUPT,
                    METADATA_REFERENCE_BROKEN,
                    METADATA_CHANGED,
                    METADATA_COPY_CHANGED,
                    METADATA_COPY_MISSING,
                    METADATA_COPY_STALE,
                    FILE_FOREIGN,
                    LINK_FOREIGN,
                    DOCUMENT_LOST,
                    EVENT_DIFFERS,
                    SUPERSEDED_CHANGED,
                    COMMIT_PENDING,
                    STAGING_LEFT,
                    QUARANTINED,
                    DAMAGED_KEPT -> Target.NOTHING;
        };
    }

    /// What a finding asks to be mended.
    private enum Target {
        FILE,
        ROWS,
        SECOND_COPY,
        UNLISTED,
        OBSTACLE,
        ENTRY,
        CAREERS,
        NOTHING
    }
}
