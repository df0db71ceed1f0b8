package dev.spartanlake.commit;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads documents that are in the warehouse already.
final class StoredDocuments implements DocumentStock {

    private final Engine engine;
    private final StoredFiles stored;
    private final DataFiles dataFiles;
    private final MatchReader reader = new MatchReader();

    StoredDocuments(Engine engine, StoredFiles stored, DataFiles dataFiles) {
        this.engine = engine;
        this.stored = stored;
        this.dataFiles = dataFiles;
    }

    /// The contents of these matches.
    List<Ledger.Superseded> contents(Collection<Ledger.Entry> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        TreeSet<YearMonth> months = new TreeSet<>();
        matches.forEach(match -> months.add(Partition.monthOf(match.startTime())));
        List<Path> files = stored.checked(months.stream()
                .flatMap(month -> dataFiles.of(Tables.MATCH_DOCUMENTS.name(), month).stream())
                .toList());
        if (files.isEmpty()) {
            return List.of();
        }
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
            consumer.accept(matches(
                    month,
                    "match_id IN (SELECT match_id FROM " + Engine.parquet(stored.checked(List.of(participants)))
                            + " WHERE list_contains(" + wanted + ", xuid)) AND NOT list_contains("
                            + Engine.literals(except) + "::VARCHAR[], match_id)"));
        }
    }

    @Override
    public List<MatchRows> ofMonth(YearMonth month) {
        return matches(month, "true");
    }

    private List<MatchRows> matches(YearMonth month, String condition) {
        List<Path> files = stored.checked(dataFiles.of(Tables.MATCH_DOCUMENTS.name(), month));
        return files.isEmpty()
                ? List.of()
                : engine.query(
                        "SELECT match_id, document FROM " + Engine.parquet(files) + " WHERE " + condition
                                + " ORDER BY start_time, match_id",
                        row -> rows(row.getString(1), row.getString(2), files.getFirst()));
    }

    private MatchRows rows(String matchId, String document, Path file) {
        return switch (reader.read(document)) {
            case MatchReading.Accepted accepted -> accepted.rows();
            case MatchReading.Refused refused ->
                throw new WarehouseException(
                        ErrorCode.DAMAGED,
                        Location.of(file),
                        "the stored document of match " + matchId + " in " + file + " is not one: "
                                + refused.violations().getFirst());
        };
    }
}
