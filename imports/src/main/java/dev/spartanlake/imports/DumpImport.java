package dev.spartanlake.imports;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.source.listing.FoundFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Imports a folder of answers of the game's services, as SPNKr and similar clients dump them.
///
/// What an answer is shows in its fields, not in its name. Taken are match documents, skill data
/// whose match is clear, films, names of assets and players, and, where the player is said, service
/// records and ranks. The folder is read twice: skill data have to be known before the matches they
/// belong to.
public final class DumpImport {

    private final Path folder;
    private final ImportOptions options;
    private final Tally tally = new Tally();
    private final DumpFilms films = new DumpFilms();
    private final DumpSkill skill = new DumpSkill();

    private DumpImport(Path folder, ImportOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /// Imports a folder.
    ///
    /// @param folder a folder of answers; archives and texts with an answer on each line may be
    ///     among them
    /// @param progress is told bytes of files
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#SOURCE_UNREADABLE] when there is nothing that can be
    ///     read. What was committed before stays
    public static ImportReport run(Warehouse warehouse, Path folder, ImportOptions options, ImportProgress progress) {
        return new DumpImport(folder, options).run(warehouse, progress);
    }

    private ImportReport run(Warehouse warehouse, ImportProgress progress) {
        Delivery delivery = new Delivery(warehouse, options, tally);
        DumpAnswers answers = new DumpAnswers(delivery, tally, skill, films, options.player());
        try (DocumentSource source = open(films::look)) {
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                delivery.goOn();
                if (item instanceof SourceItem.Document found) {
                    answers.look(found.document());
                }
            }
        }
        skill.assign();
        Xuid player = options.player();
        if (player != null) {
            delivery.track(player);
            answers.confirm(player);
        } else if (answers.hasMatches() && !isAnybodyTracked(warehouse)) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.OWNER_UNKNOWN));
        }
        try (DocumentSource source = open(_ -> {})) {
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                delivery.goOn();
                switch (item) {
                    case SourceItem.Document found -> answers.take(found.document());
                    case SourceItem.Refused refused -> tally.refuse(refused.rejection());
                }
                progress.advanced(tally.documents(), source.bytesRead(), source.totalBytes());
            }
        }
        answers.finish(warehouse);
        skill.unassigned().forEach(name -> tally.remark(ImportRemark.of(ImportRemark.Kind.SKILL_UNASSIGNED, name)));
        return tally.report(String.valueOf(folder), options.player(), options.mode());
    }

    private static boolean isAnybodyTracked(Warehouse warehouse) {
        return warehouse.exists()
                && warehouse.players().stream().anyMatch(known -> known.tracking() == Players.Tracking.TRACKED);
    }

    private DocumentSource open(Consumer<FoundFile> others) {
        return DocumentSource.open(
                List.of(folder.toString()), InputStream.nullInputStream(), Warehouse.sourceLimits(), others);
    }
}
