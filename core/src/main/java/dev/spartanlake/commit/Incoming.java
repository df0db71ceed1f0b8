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
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The rows of a change before they are merged: one temporary table of the engine per table of the warehouse. What
/// does
/// not fit
/// into the engine's memory it spills to its temporary directory, so a change may be larger than memory.
final class Incoming {

    private final Engine engine;
    private final RowFeed<PlayerRow> facts;
    private final RowFeed<MedalRow> medals;
    private final RowFeed<PlayerRow> participants;
    private final RowFeed<DocumentRow> documents;

    Incoming(Engine engine) {
        this.engine = engine;
        facts = feed(Tables.MATCH_FACTS);
        medals = feed(Tables.MEDAL_AWARDS);
        participants = feed(Tables.MATCH_PARTICIPANTS);
        documents = feed(Tables.MATCH_DOCUMENTS);
        clear();
    }

    private <R> RowFeed<R> feed(Table<R> table) {
        return RowFeed.register(engine, table);
    }

    /// The temporary table that holds a table's incoming rows.
    static String name(Table<?> table) {
        return "incoming_" + table.name();
    }

    void clear() {
        facts.createTable(name(Tables.MATCH_FACTS));
        medals.createTable(name(Tables.MEDAL_AWARDS));
        participants.createTable(name(Tables.MATCH_PARTICIPANTS));
        documents.createTable(name(Tables.MATCH_DOCUMENTS));
    }

    /// Adds everything about these matches.
    void add(Collection<MatchRows> matches, Set<Xuid> tracked) {
        addFacts(matches, tracked);
        participants.append(
                name(Tables.MATCH_PARTICIPANTS),
                matches.stream().flatMap(match -> match.participants().stream()).toList());
        documents.append(
                name(Tables.MATCH_DOCUMENTS),
                matches.stream().map(MatchRows::document).toList());
    }

    /// Adds the facts and medals of some players in matches that are stored already.
    void addFacts(Collection<MatchRows> matches, Set<Xuid> players) {
        facts.append(
                name(Tables.MATCH_FACTS),
                matches.stream().flatMap(match -> match.facts(players).stream()).toList());
        medals.append(
                name(Tables.MEDAL_AWARDS),
                matches.stream()
                        .flatMap(match -> match.medals(players).stream())
                        .toList());
    }

    /// Takes matches out again because a later content replaces them within the same change.
    ///
    /// @return the contents that were taken out
    List<Ledger.Superseded> remove(Collection<String> matchIds) {
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

    /// How many rows are incoming for a table.
    long count(Table<?> table) {
        return engine.query("SELECT count(*) FROM " + name(table), row -> row.getLong(1))
                .getFirst();
    }
}
