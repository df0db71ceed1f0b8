package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.document.MatchDocumentParser;
import dev.spartanlake.document.ParseResult;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads documents that are in the warehouse already.
final class StoredDocuments {

    private final Engine engine;
    private final WarehouseDirectory directory;
    private final DataFiles dataFiles;
    private final MatchDocumentParser parser = new MatchDocumentParser();

    StoredDocuments(Engine engine, WarehouseDirectory directory, DataFiles dataFiles) {
        this.engine = engine;
        this.directory = directory;
        this.dataFiles = dataFiles;
    }

    /// The contents of these matches.
    List<Ledger.Superseded> contents(Collection<Ledger.Entry> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        TreeSet<YearMonth> months = new TreeSet<>();
        matches.forEach(match -> months.add(Partition.monthOf(match.startTime())));
        List<Path> files = months.stream()
                .flatMap(month -> dataFiles.of(Tables.MATCH_DOCUMENTS.name(), month).stream())
                .map(this::path)
                .toList();
        List<String> ids = matches.stream().map(Ledger.Entry::matchId).toList();
        return engine.query(
                "SELECT match_id, content_sha256, document FROM " + Engine.parquet(files)
                        + " WHERE match_id IN (SELECT unnest(" + Engine.literals(ids) + "))",
                row -> new Ledger.Superseded(row.getString(1), row.getString(2), row.getString(3)));
    }

    /// Hands on, month by month, the matches some players were in.
    ///
    /// @param except matches to leave out
    void forMatchesOf(Collection<Xuid> players, Collection<String> except, Consumer<List<MatchRows>> consumer) {
        String wanted = Engine.literals(players.stream().map(Xuid::text).toList());
        for (DataFile participants : dataFiles.of(Tables.MATCH_PARTICIPANTS.name())) {
            YearMonth month = participants.partition().month();
            List<Path> documents = dataFiles.of(Tables.MATCH_DOCUMENTS.name(), month).stream()
                    .map(this::path)
                    .toList();
            List<MatchRows> matches = engine.query(
                    "SELECT match_id, document FROM " + Engine.parquet(documents)
                            + " WHERE match_id IN (SELECT match_id FROM "
                            + Engine.parquet(List.of(path(participants))) + " WHERE list_contains(" + wanted
                            + ", xuid)) AND NOT list_contains(" + Engine.literals(except) + "::VARCHAR[], match_id)",
                    row -> rows(row.getString(1), row.getString(2), documents.getFirst()));
            consumer.accept(matches);
        }
    }

    private MatchRows rows(String matchId, String document, Path file) {
        return switch (parser.parse(document.getBytes(StandardCharsets.UTF_8))) {
            case ParseResult.Parsed parsed -> MatchRows.of(parsed);
            case ParseResult.Refused refused ->
                throw new WarehouseException(
                        ErrorCode.DAMAGED,
                        Location.of(file),
                        "the stored document of match " + matchId + " in " + file + " is not one: "
                                + refused.violations().getFirst());
        };
    }

    private Path path(DataFile file) {
        return directory.resolve(file.partition().file());
    }
}
