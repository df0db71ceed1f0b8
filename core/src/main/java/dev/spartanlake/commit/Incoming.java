package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.MedalRow;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rows of a change before they are merged: one table of the engine per table of the warehouse. What does
/// not fit into the engine's memory it spills to its temporary directory, so a change may be larger than
/// memory.
///
/// Rows wait in Java until there are many, because every insert into a wide table has a high price of its own.
/// [#flush] makes all of them visible to the engine.
public final class Incoming {

    private static final long FLUSH_BYTES = 32L << 20;

    private final Engine engine;
    private final Waiting<PlayerRow> facts;
    private final Waiting<MedalRow> medals;
    private final Waiting<PlayerRow> participants;
    private final Waiting<DocumentRow> documents;
    private final List<Waiting<?>> all;
    private long waitingBytes;

    /// Starts with no rows. There is one of these for each engine.
    public Incoming(Engine engine) {
        this.engine = engine;
        facts = new Waiting<>(engine, Tables.MATCH_FACTS);
        medals = new Waiting<>(engine, Tables.MEDAL_AWARDS);
        participants = new Waiting<>(engine, Tables.MATCH_PARTICIPANTS);
        documents = new Waiting<>(engine, Tables.MATCH_DOCUMENTS);
        all = List.of(facts, medals, participants, documents);
        clear();
    }

    /// The table that holds a table's incoming rows.
    public static String name(Table<?> table) {
        return "incoming_" + table.name();
    }

    /// Starts with no rows again.
    public void clear() {
        all.forEach(Waiting::clear);
        waitingBytes = 0;
    }

    /// Adds everything about these matches.
    void add(Collection<MatchRows> matches, Set<Xuid> tracked) {
        for (MatchRows match : matches) {
            participants.rows.addAll(match.participants());
            documents.rows.add(match.document());
        }
        addFacts(matches, tracked);
    }

    /// Adds the facts and medals of some players in matches that are stored already.
    void addFacts(Collection<MatchRows> matches, Set<Xuid> players) {
        for (MatchRows match : matches) {
            facts.rows.addAll(match.facts(players));
            medals.rows.addAll(match.medals(players));
            waitingBytes += match.document().content().sizeBytes();
        }
        if (waitingBytes >= FLUSH_BYTES) {
            flush();
        }
    }

    /// Adds the rows of matches that are stored already and belong into some partitions.
    ///
    /// @param tracked whose facts and medals are kept
    public void addAgain(Collection<MatchRows> matches, Set<Xuid> tracked, Predicate<Partition> into) {
        for (MatchRows match : matches) {
            YearMonth month =
                    Partition.monthOf(match.document().document().matchInfo().startTime());
            Set<Xuid> withFacts =
                    players(tracked, player -> into.test(Partition.of(Tables.MATCH_FACTS, player, month)));
            Set<Xuid> withMedals =
                    players(tracked, player -> into.test(Partition.of(Tables.MEDAL_AWARDS, player, month)));
            facts.rows.addAll(match.facts(withFacts));
            medals.rows.addAll(match.medals(withMedals));
            if (into.test(Partition.of(Tables.MATCH_PARTICIPANTS, null, month))) {
                participants.rows.addAll(match.participants());
            }
            if (into.test(Partition.of(Tables.MATCH_DOCUMENTS, null, month))) {
                documents.rows.add(match.document());
            }
            waitingBytes += match.document().content().sizeBytes();
        }
        if (waitingBytes >= FLUSH_BYTES) {
            flush();
        }
    }

    private static Set<Xuid> players(Set<Xuid> tracked, Predicate<Xuid> wanted) {
        return tracked.stream().filter(wanted).collect(Collectors.toSet());
    }

    /// Hands the waiting rows to the engine.
    public void flush() {
        all.forEach(Waiting::flush);
        waitingBytes = 0;
    }

    /// Takes matches out again because a later content replaces them within the same change.
    ///
    /// @return the contents that were taken out
    List<Ledger.Superseded> remove(Collection<String> matchIds) {
        flush();
        String ids = "(SELECT unnest(" + Engine.literals(matchIds) + "))";
        List<Ledger.Superseded> removed = engine.query(
                "SELECT match_id, content_sha256, document FROM " + name(Tables.MATCH_DOCUMENTS) + " WHERE match_id IN "
                        + ids,
                row -> new Ledger.Superseded(row.getString(1), row.getString(2), row.getString(3)));
        for (Table<?> table : Tables.ALL) {
            engine.execute("DELETE FROM " + name(table) + " WHERE match_id IN " + ids);
        }
        return removed;
    }

    /// The partitions a table's incoming rows belong to.
    List<Partition> partitions(Table<?> table) {
        String player = table.has("player_id") || !table.has("xuid") ? "NULL" : "xuid";
        return engine.query(
                "SELECT DISTINCT " + player + ", year, month FROM " + name(table),
                row -> Partition.of(
                        table,
                        row.getString(1) == null ? null : Xuid.parse(row.getString(1)),
                        YearMonth.of(row.getInt(2), row.getInt(3))));
    }

    /// The players with incoming facts.
    List<Xuid> players() {
        return engine.query(
                "SELECT DISTINCT xuid FROM " + name(Tables.MATCH_FACTS), row -> Xuid.parse(row.getString(1)));
    }

    /// Rows on their way to one table.
    private static final class Waiting<R> {

        private final RowFeed<R> feed;
        private final String table;
        private final List<R> rows = new ArrayList<>();

        Waiting(Engine engine, Table<R> table) {
            feed = RowFeed.register(engine, table);
            this.table = name(table);
        }

        void flush() {
            feed.append(table, rows);
            rows.clear();
        }

        void clear() {
            rows.clear();
            feed.createTable(table);
        }
    }
}
