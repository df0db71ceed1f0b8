package dev.spartanlake.commit;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import java.util.List;

/// Recomputes sessions and scores of the players a change concerns, and finds out which stored facts change by
/// it.
final class CareerUpdate {

    /// The table of the derived columns of all facts of the players concerned.
    static final String DERIVED = "derived";

    private final StoredFiles storedFiles;
    private final CareerDerivation derivation;
    private final RowFeed<DerivedRow> feed;

    CareerUpdate(Engine engine, StoredFiles storedFiles, CareerRules rules) {
        this.storedFiles = storedFiles;
        derivation = new CareerDerivation(engine, rules);
        feed = RowFeed.register(engine, DERIVED, DerivedRow.COLUMNS);
    }

    /// Whether a table has columns that follow from whole careers.
    static boolean derivesColumnsOf(Table<?> table) {
        return table.name().equals(Tables.MATCH_FACTS.name());
    }

    /// Starts with no player concerned.
    void clear() {
        feed.createTable(DERIVED);
    }

    /// Computes one player's career from the stored facts that stay and the incoming ones.
    Career update(Xuid xuid, List<DataFile> stored) {
        Career career = derivation.of(xuid, facts(xuid, stored));
        feed.append(DERIVED, career.facts().stream().map(Career.Fact::derived).toList());
        return career;
    }

    private String facts(Xuid xuid, List<DataFile> stored) {
        String incoming =
                "SELECT * FROM " + Incoming.name(Tables.MATCH_FACTS) + " WHERE xuid = " + Engine.literal(xuid.text());
        if (stored.isEmpty()) {
            return incoming;
        }
        return "SELECT * FROM " + Engine.parquet(storedFiles.checked(stored))
                + " WHERE match_id NOT IN (SELECT match_id FROM " + PartitionMerge.REPLACED + ") UNION ALL BY NAME "
                + incoming;
    }
}
