package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.PartsByMatch;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads documents that are in the warehouse already.
///
/// A document may have been stored by a version that knew fewer rules, so that one that is there can be refused.
final class StoredDocuments implements DocumentStock {

    private static final System.Logger LOG = System.getLogger(StoredDocuments.class.getName());

    private final Engine engine;
    private final StoredFiles stored;
    private final DataFiles dataFiles;
    private final Ledger ledger;
    private final Predicate<Partition> isDiscarded;
    private final MatchReader reader = new MatchReader();

    /// @param isDiscarded the partitions whose stored rows are not even read
    StoredDocuments(Engine engine, StoredFiles stored, Catalog catalog, Predicate<Partition> isDiscarded) {
        this.engine = engine;
        this.stored = stored;
        this.isDiscarded = isDiscarded;
        dataFiles = catalog.dataFiles();
        ledger = catalog.ledger();
    }

    /// The contents of these matches.
    ///
    /// @param table the table of documents they are in
    List<Ledger.Content> contents(Table<DocumentRow> table, Collection<Ledger.Entry> matches) {
        List<String> ids = matches.stream().map(Ledger.Entry::matchId).toList();
        return relation(table, matches)
                .map(relation -> new ContentQuery(engine, relation).of(ids))
                .orElse(List.of());
    }

    /// What these matches have beside their documents.
    ///
    /// @param wanted of what kinds
    private Map<String, MatchParts> parts(Collection<Ledger.Entry> matches, Wanted wanted) {
        Map<String, @Nullable FilmIdentity> films = new HashMap<>();
        for (Ledger.Entry match : matches) {
            boolean isKept = wanted == Wanted.EVERYTHING
                    && !isDiscarded.test(Partition.of(Tables.HIGHLIGHT_EVENTS, null, match.startTime()));
            films.put(match.matchId(), isKept ? match.film() : null);
        }
        Optional<String> events =
                wanted == Wanted.EVERYTHING ? relation(Tables.HIGHLIGHT_EVENTS, matches) : Optional.empty();
        return new PartsQuery(engine, relation(Tables.SKILL_DOCUMENTS, matches), events).of(films);
    }

    /// Whether highlight events of a match are there.
    boolean hasEvents(String matchId) {
        return relation(Tables.HIGHLIGHT_EVENTS, ledger.find(List.of(matchId)).values())
                .filter(events -> !engine.query(
                                "SELECT 1 FROM " + events + " WHERE match_id = " + Engine.literal(matchId) + " LIMIT 1",
                                row -> true)
                        .isEmpty())
                .isPresent();
    }

    private Optional<String> relation(Table<?> table, Collection<Ledger.Entry> matches) {
        List<Path> files = files(table, matches);
        return files.isEmpty() ? Optional.empty() : Optional.of(Engine.parquet(files));
    }

    private List<Path> files(Table<?> table, Collection<Ledger.Entry> matches) {
        TreeSet<YearMonth> months = new TreeSet<>();
        matches.forEach(match -> months.add(Partition.monthOf(match.startTime())));
        return stored.checked(months.stream()
                .flatMap(month -> dataFiles.of(table.name(), month).stream())
                .filter(file -> !isDiscarded.test(file.partition()))
                .toList());
    }

    /// The matches with what is stored of them and they lack.
    List<MatchRows> completed(List<MatchRows> matches) {
        return completed(matches, Wanted.EVERYTHING);
    }

    private List<MatchRows> completed(List<MatchRows> matches, Wanted wanted) {
        Map<String, Ledger.Entry> entries =
                ledger.find(matches.stream().map(MatchRows::matchId).toList());
        List<Ledger.Entry> lacking = matches.stream()
                .filter(match -> lacks(match, entries.get(match.matchId()), wanted))
                .map(match -> Objects.requireNonNull(entries.get(match.matchId())))
                .toList();
        return lacking.isEmpty()
                ? matches
                : PartsByMatch.of(parts(lacking, wanted)).completing(matches);
    }

    private static boolean lacks(MatchRows match, Ledger.@Nullable Entry entry, Wanted wanted) {
        return entry != null
                && ((match.skill() == null && entry.skillSha256() != null)
                        || (wanted == Wanted.EVERYTHING && match.highlights() == null && entry.film() != null));
    }

    /// Hands on, month by month, the matches some players were in, with what facts follow from. A match whose document
    /// is refused is left out and told of in a warning, as the others need not wait for it: it stays stored, and is
    /// found by `verify --deep`.
    ///
    /// @param except matches to leave out
    void forMatchesOf(Collection<Xuid> players, Collection<String> except, Consumer<List<MatchRows>> consumer) {
        String wanted = Engine.literals(players.stream().map(Xuid::text).toList());
        for (DataFile participants : dataFiles.of(Tables.MATCH_PARTICIPANTS.name())) {
            YearMonth month = participants.partition().month();
            consumer.accept(completed(
                    accepted(read(
                            month,
                            "match_id IN (SELECT match_id FROM " + Engine.parquet(stored.checked(List.of(participants)))
                                    + " WHERE list_contains(" + wanted + ", xuid)) AND NOT list_contains("
                                    + Engine.literals(except) + "::VARCHAR[], match_id)")),
                    Wanted.SKILL));
        }
    }

    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a document is refused: rows that are made anew take the
    ///     place of others, which a match without any would lose
    @Override
    public List<MatchRows> ofMonth(YearMonth month) {
        return completed(read(month, "true").stream().map(StoredMatch::required).toList());
    }

    /// The stored ones of some matches, with everything that is known of them.
    List<MatchRows> of(Collection<String> matchIds) {
        Map<YearMonth, List<String>> months = new TreeMap<>();
        ledger.find(matchIds).values().stream()
                .filter(entry -> entry.contentSha256() != null)
                .forEach(entry -> months.computeIfAbsent(
                                Partition.monthOf(entry.startTime()), first -> new ArrayList<>())
                        .add(entry.matchId()));
        List<MatchRows> matches = new ArrayList<>();
        months.forEach((month, ids) -> read(month, "match_id IN (SELECT unnest(" + Engine.literals(ids) + "))")
                .forEach(match -> matches.add(match.required())));
        return completed(matches);
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

    /// What of a match's parts is needed.
    private enum Wanted {
        /// The skill document, from which facts follow. A month has ten times as many events as all else.
        SKILL,
        /// All of them.
        EVERYTHING
    }
}
