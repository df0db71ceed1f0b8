package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowBuffer;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.EventRow;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.MedalRow;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a change before they are merged.
///
/// They wait in Java, by partition, from where they go straight into files. Of a change that is larger than may be
/// kept there, the largest table goes to a table of the engine, which spills to its temporary directory what
/// does not fit into its memory, so a change may be larger than memory.
public final class Incoming {

    /// A table that is in the engine already gets further rows whenever there are so many of them, because every
    /// insert into a wide table has a high price of its own.
    private static final long FLUSH_BYTES = 32L << 20;

    private static final int SHARE_OF_MEMORY = 4;

    private final Engine engine;
    private final long keptBytes;
    private final IncomingRows<PlayerRow> facts;
    private final IncomingRows<MedalRow> medals;
    private final IncomingRows<PlayerRow> participants;
    private final IncomingRows<EventRow> events;
    private final IncomingRows<DocumentRow> skills;
    private final IncomingRows<DocumentRow> documents;
    private final Map<String, IncomingRows<?>> byTable;

    /// Starts with no rows. There is one of these for each engine.
    ///
    /// As much is kept in Java as a quarter of the engine's memory, or of Java's, whichever is less.
    public Incoming(Engine engine) {
        this(engine, Math.min(engine.memoryBytes(), Runtime.getRuntime().maxMemory()) / SHARE_OF_MEMORY);
    }

    /// @param keptBytes how much is kept in Java
    Incoming(Engine engine, long keptBytes) {
        this.engine = engine;
        this.keptBytes = keptBytes;
        facts = new IncomingRows<>(engine, Tables.MATCH_FACTS);
        medals = new IncomingRows<>(engine, Tables.MEDAL_AWARDS);
        participants = new IncomingRows<>(engine, Tables.MATCH_PARTICIPANTS);
        events = new IncomingRows<>(engine, Tables.HIGHLIGHT_EVENTS);
        skills = new IncomingRows<>(engine, Tables.SKILL_DOCUMENTS);
        documents = new IncomingRows<>(engine, Tables.MATCH_DOCUMENTS);
        byTable = Map.of(
                Tables.MATCH_FACTS.name(), facts,
                Tables.MEDAL_AWARDS.name(), medals,
                Tables.MATCH_PARTICIPANTS.name(), participants,
                Tables.HIGHLIGHT_EVENTS.name(), events,
                Tables.SKILL_DOCUMENTS.name(), skills,
                Tables.MATCH_DOCUMENTS.name(), documents);
    }

    /// The table of the engine that holds a table's incoming rows after a [#flush].
    public static String name(Table<?> table) {
        return "incoming_" + table.name();
    }

    /// A query for no row of a table.
    public static String noRows(Table<?> table) {
        return table.columns().stream()
                .map(column -> "NULL::" + column.type().duckDb() + " AS " + column.name())
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /// Starts with no rows again.
    public void clear() {
        byTable.values().forEach(IncomingRows::clear);
    }

    /// Adds everything about these matches.
    void add(Collection<MatchRows> matches, Set<Xuid> tracked) {
        for (MatchRows match : matches) {
            YearMonth month = month(match);
            participants.add(null, month, match.participants());
            events.add(null, month, match.events());
            skills.add(null, month, match.skillDocuments());
            documents.add(null, month, List.of(match.document()));
            addFacts(match, month, tracked);
        }
        keepWithinBounds();
    }

    /// Adds the facts and medals of some players in matches that are stored already.
    void addFacts(Collection<MatchRows> matches, Set<Xuid> players) {
        matches.forEach(match -> addFacts(match, month(match), players));
        keepWithinBounds();
    }

    private void addFacts(MatchRows match, YearMonth month, Set<Xuid> players) {
        match.facts(players).forEach(fact -> facts.add(fact.xuid(), month, List.of(fact)));
        addMedals(match, month, players);
    }

    private void addMedals(MatchRows match, YearMonth month, Set<Xuid> players) {
        match.medals(players).stream()
                .collect(Collectors.groupingBy(medal -> medal.owner().xuid()))
                .forEach((player, earned) -> medals.add(player, month, earned));
    }

    /// Adds the rows of matches that are stored already and belong into some partitions.
    ///
    /// @param tracked whose facts and medals are kept
    public void addAgain(Collection<MatchRows> matches, Set<Xuid> tracked, Predicate<Partition> into) {
        for (MatchRows match : matches) {
            YearMonth month = month(match);
            Set<Xuid> withFacts =
                    players(tracked, player -> into.test(Partition.of(Tables.MATCH_FACTS, player, month)));
            Set<Xuid> withMedals =
                    players(tracked, player -> into.test(Partition.of(Tables.MEDAL_AWARDS, player, month)));
            match.facts(withFacts).forEach(fact -> facts.add(fact.xuid(), month, List.of(fact)));
            addMedals(match, month, withMedals);
            if (into.test(Partition.of(Tables.MATCH_PARTICIPANTS, null, month))) {
                participants.add(null, month, match.participants());
            }
            if (into.test(Partition.of(Tables.HIGHLIGHT_EVENTS, null, month))) {
                events.add(null, month, match.events());
            }
            if (into.test(Partition.of(Tables.SKILL_DOCUMENTS, null, month))) {
                skills.add(null, month, match.skillDocuments());
            }
            if (into.test(Partition.of(Tables.MATCH_DOCUMENTS, null, month))) {
                documents.add(null, month, List.of(match.document()));
            }
        }
        keepWithinBounds();
    }

    private static YearMonth month(MatchRows match) {
        return Partition.monthOf(match.document().document().matchInfo().startTime());
    }

    private static Set<Xuid> players(Set<Xuid> tracked, Predicate<Xuid> wanted) {
        return tracked.stream().filter(wanted).collect(Collectors.toSet());
    }

    private void keepWithinBounds() {
        byTable.values().stream()
                .filter(rows -> rows.isInEngine() && rows.waitingBytes() >= Math.min(FLUSH_BYTES, keptBytes))
                .forEach(IncomingRows::flush);
        while (waitingBytes() > keptBytes) {
            byTable.values().stream()
                    .max(Comparator.comparingLong(IncomingRows::waitingBytes))
                    .ifPresent(IncomingRows::flush);
        }
    }

    private long waitingBytes() {
        return byTable.values().stream().mapToLong(IncomingRows::waitingBytes).sum();
    }

    /// Hands the rows of all tables to the engine.
    public void flush() {
        byTable.values().forEach(IncomingRows::flush);
    }

    /// Says that there are all rows now, before the first is read: those of each table are in one place.
    void complete() {
        byTable.values().stream().filter(IncomingRows::isInEngine).forEach(IncomingRows::flush);
    }

    /// What matches have beside their documents that may be taken out again.
    ///
    /// @param films what the events of each match were read from, by the match; null where there are none
    Map<String, MatchParts> parts(Map<String, @Nullable FilmIdentity> films) {
        flush();
        return new PartsQuery(
                        engine, Optional.of(name(Tables.SKILL_DOCUMENTS)), Optional.of(name(Tables.HIGHLIGHT_EVENTS)))
                .of(films);
    }

    /// Takes matches out again because a later content replaces them within the same change.
    ///
    /// @return the contents that were taken out
    List<Ledger.Content> remove(Collection<String> matchIds) {
        flush();
        List<Ledger.Content> removed = new ArrayList<>();
        for (Table<?> table : List.of(Tables.MATCH_DOCUMENTS, Tables.SKILL_DOCUMENTS)) {
            removed.addAll(new ContentQuery(engine, name(table)).of(matchIds));
        }
        String ids = "(SELECT unnest(" + Engine.literals(matchIds) + "))";
        for (Table<?> table : Tables.ALL) {
            engine.execute("DELETE FROM " + name(table) + " WHERE match_id IN " + ids);
        }
        return removed;
    }

    /// The partitions a table's incoming rows belong to.
    Set<Partition> partitions(Table<?> table) {
        return of(table.name()).partitions();
    }

    /// The players with incoming facts.
    Set<Xuid> players() {
        return facts.partitions().stream()
                .map(Partition::xuid)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// The incoming rows of a partition, for one statement.
    Relation rows(Partition partition) {
        return of(partition.table()).of(partition);
    }

    /// A player's incoming facts, for one statement.
    Relation facts(Xuid player) {
        return facts.of(player);
    }

    private IncomingRows<?> of(String table) {
        return Objects.requireNonNull(byTable.get(table));
    }

    /// Puts derived columns into a player's facts that are in Java.
    ///
    /// @param derived of each match
    /// @return those of other matches
    List<DerivedRow> derive(Xuid player, Collection<DerivedRow> derived) {
        Map<String, DerivedRow> remaining = derived.stream().collect(Collectors.toMap(DerivedRow::matchId, row -> row));
        for (RowBuffer<PlayerRow> rows : facts.buffers(player)) {
            List<String> matches = rows.texts("match_id");
            for (int i = 0; i < matches.size(); i++) {
                DerivedRow row = remaining.remove(matches.get(i));
                if (row != null) {
                    rows.set(i, "session_id", row.sessionId());
                    rows.set(i, "performance_score", row.performanceScore());
                }
            }
        }
        return List.copyOf(remaining.values());
    }
}
