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
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads documents that are in the warehouse already.
///
/// A document may have been stored by a version that knew fewer rules, so that one that is there can be refused.
final class StoredDocuments implements DocumentStock {

    private static final System.Logger LOG = System.getLogger(StoredDocuments.class.getName());

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

    /// Hands on, month by month, the matches some players were in. A match whose document is refused is left out and
    /// told of in a warning, as the others need not wait for it: it stays stored, and is found by `verify --deep`.
    ///
    /// @param except matches to leave out
    void forMatchesOf(Collection<Xuid> players, Collection<String> except, Consumer<List<MatchRows>> consumer) {
        String wanted = Engine.literals(players.stream().map(Xuid::text).toList());
        for (DataFile participants : dataFiles.of(Tables.MATCH_PARTICIPANTS.name())) {
            YearMonth month = participants.partition().month();
            consumer.accept(accepted(read(
                    month,
                    "match_id IN (SELECT match_id FROM " + Engine.parquet(stored.checked(List.of(participants)))
                            + " WHERE list_contains(" + wanted + ", xuid)) AND NOT list_contains("
                            + Engine.literals(except) + "::VARCHAR[], match_id)")));
        }
    }

    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a document is refused: rows that are made anew take the
    ///     place of others, which a match without any would lose
    @Override
    public List<MatchRows> ofMonth(YearMonth month) {
        return read(month, "true").stream().map(StoredDocuments::required).toList();
    }

    private List<StoredMatch> read(YearMonth month, String condition) {
        List<Path> files = stored.checked(dataFiles.of(Tables.MATCH_DOCUMENTS.name(), month));
        return files.isEmpty()
                ? List.of()
                : engine.query(
                        "SELECT match_id, document FROM " + Engine.parquet(files) + " WHERE " + condition
                                + " ORDER BY start_time, match_id",
                        row -> new StoredMatch(row.getString(1), files.getFirst(), reader.read(row.getString(2))));
    }

    private static List<MatchRows> accepted(List<StoredMatch> matches) {
        List<MatchRows> accepted = new ArrayList<>();
        for (StoredMatch match : matches) {
            switch (match.reading()) {
                case MatchReading.Accepted(MatchRows rows) -> accepted.add(rows);
                case MatchReading.Refused refused ->
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "match " + match.matchId()
                                    + " stays out of the careers that begin now, its stored document "
                                    + "breaks a rule: " + match.reason(refused)
                                    + "; list all of its kind with: spartanlake verify --deep");
            }
        }
        return accepted;
    }

    private static MatchRows required(StoredMatch match) {
        return switch (match.reading()) {
            case MatchReading.Accepted(MatchRows rows) -> rows;
            case MatchReading.Refused refused ->
                throw new WarehouseException(
                        ErrorCode.DAMAGED,
                        Location.of(match.file()),
                        "the stored document of match " + match.matchId() + " breaks a rule: " + match.reason(refused)
                                + "; put it aside with: spartanlake repair");
        };
    }

    /// A match as it is stored.
    ///
    /// @param file the file its document is in
    /// @param reading what the document is by the rules of today
    private record StoredMatch(String matchId, Path file, MatchReading reading) {

        String reason(MatchReading.Refused refused) {
            return new Rejection(file.toString(), refused.violations().getFirst()).sentence();
        }
    }
}
