package dev.spartanlake.erasure;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Looks for a player in what a warehouse keeps as it was, whole or damaged, and takes no for an answer only where
/// everything could be read.
final class KeptTraces {

    private static final String PARQUET = ".parquet";

    private final PlayerTraces traces;
    private final Engine engine;

    KeptTraces(PlayerTraces traces, Engine engine) {
        this.traces = traces;
        this.engine = engine;
    }

    /// Whether anything in a directory names the player, or cannot be read.
    boolean mayBeIn(Path directory) {
        return Directories.below(directory).stream()
                .anyMatch(entry -> traces.isOwn(entry) || (Files.isRegularFile(entry) && mayName(entry)));
    }

    private boolean mayName(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(PARQUET)) {
                return table(file)
                        .map(table -> traces.isNamedIn(table, file, engine))
                        .orElse(true);
            }
            return traces.areIn(file) || (name.endsWith(".db") && areInRows(file));
        } catch (WarehouseException unreadable) {
            return true;
        }
    }

    private static Optional<Table<?>> table(Path file) {
        for (Path step : file) {
            for (Table<?> table : Tables.ALL) {
                if (step.toString().equals(table.name())) {
                    return Optional.of(table);
                }
            }
        }
        return Optional.empty();
    }

    /// Replaced documents are compressed in the database, and texts stand side by side in it, so that its bytes tell
    /// little of either.
    private boolean areInRows(Path database) {
        try (Catalog catalog = Catalog.openOlderCopy(database)) {
            return traces.areIn(catalog);
        }
    }
}
