package dev.spartanlake.imports;

import dev.spartanlake.Warehouse;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Imports what LevelUp has stored.
///
/// Its raw databases hold the services' responses as they came, in the tables of Workshop, and are
/// imported like Workshop's. Its warehouse of Parquet files holds figures and no documents: matches
/// cannot be stored from these, and which of them are missing is said. Of its metadata database the
/// names of players are taken, and those of assets in the version that was played last; its
/// sessions, scores and translations are made anew here.
public final class LevelUpImport {

    private static final int DEPTH = 8;
    private static final String PARQUET = ".parquet";

    private LevelUpImport() {}

    /// Imports a raw database, a warehouse, or a folder with any of them.
    ///
    /// @param path a file or a folder
    /// @param progress is told numbers of rows, of one database after the other
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#SOURCE_UNREADABLE] when there is nothing of LevelUp, or
    ///     it is damaged; with [dev.spartanlake.error.ErrorCode#SOURCE_BUSY] when another program
    ///     keeps a database locked. What was committed before stays
    public static ImportReport run(Warehouse warehouse, Path path, ImportOptions options, ImportProgress progress) {
        Tally tally = new Tally();
        Delivery delivery = new Delivery(warehouse, options, tally);
        List<Path> files = files(path);
        List<Path> facts = files.stream().filter(LevelUpImport::isFacts).toList();
        List<Path> metadata = new ArrayList<>();
        Xuid owner = options.player();
        boolean isAny = !facts.isEmpty();
        for (Path file : files) {
            delivery.goOn();
            if (!isDatabase(file)) {
                continue;
            }
            try (ForeignDatabase database = ResponseDatabase.open(file, options)) {
                if (ResponseDatabase.isOne(database)) {
                    Xuid found =
                            new ResponseDatabase(database, file.toString(), warehouse, options, tally).run(progress);
                    owner = owner == null ? found : owner;
                    isAny = true;
                } else if (LevelUpNames.isOne(database)) {
                    metadata.add(file);
                }
            }
        }
        if (!isAny && metadata.isEmpty()) {
            throw nothing(path);
        }
        names(warehouse, metadata, options, delivery, tally);
        if (!facts.isEmpty()) {
            missing(facts, delivery, tally);
        }
        return tally.report(path.toString(), owner, options.mode());
    }

    private static void names(
            Warehouse warehouse, List<Path> metadata, ImportOptions options, Delivery delivery, Tally tally) {
        for (Path file : metadata) {
            try (ForeignDatabase database = ResponseDatabase.open(file, options)) {
                new LevelUpNames(new TableScan(database, delivery)).run(new Known(warehouse, delivery, tally));
                delivery.commit();
            }
        }
    }

    private static void missing(List<Path> facts, Delivery delivery, Tally tally) {
        Set<MatchId> played = LevelUpFacts.matches(facts, delivery);
        int missing = tally.missing(played, delivery.holdings(played));
        tally.remark(ImportRemark.of(ImportRemark.Kind.WITHOUT_DOCUMENTS, played.size(), missing));
    }

    /// The files of a folder in the order of their paths, links not followed; a file itself.
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path, DEPTH)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(path, failed.toString(), failed);
        }
    }

    private static boolean isFacts(Path file) {
        return file.toString().endsWith(PARQUET)
                && Stream.of(file.toString().split("[/\\\\]", -1)).anyMatch("match_facts"::equals);
    }

    private static boolean isDatabase(Path file) {
        String name = file.toString();
        return !name.endsWith(PARQUET) && ForeignDatabase.isDatabase(file);
    }

    private static WarehouseException nothing(Path path) {
        return unreadable(
                path,
                "there is no raw database of LevelUp, no metadata.db and no match_facts in it; nothing was imported",
                null);
    }

    static WarehouseException unreadable(Path path, String reason, @Nullable Throwable cause) {
        return new WarehouseException(
                ErrorCode.SOURCE_UNREADABLE, Location.of(path), "cannot import " + path + ": " + reason, cause);
    }
}
