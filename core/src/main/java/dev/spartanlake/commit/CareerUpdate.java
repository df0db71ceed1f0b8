package dev.spartanlake.commit;

import dev.spartanlake.career.CareerEnd;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recomputes sessions and scores of the players a change concerns, and finds out which stored facts change by
/// it.
final class CareerUpdate {

    /// The table of the derived columns of all facts of the players concerned.
    static final String DERIVED = "derived";

    private final StoredFiles storedFiles;
    private final CareerRules rules;
    private final CareerDerivation derivation;
    private final RowFeed<DerivedRow> feed;

    CareerUpdate(Engine engine, StoredFiles storedFiles, CareerRules rules) {
        this.storedFiles = storedFiles;
        this.rules = rules;
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

    /// Computes what incoming facts make of a career that is known: nothing stored is read.
    ///
    /// @return empty when they do not all come after the whole of it
    Optional<CareerChange> extend(CareerEnd end) {
        List<CareerMatch> next = derivation.matches(incoming(end.xuid()));
        if (next.isEmpty() || !end.isBefore(next)) {
            return Optional.empty();
        }
        CareerEnd.Continuation continuation = end.followedBy(next, rules);
        Set<String> incoming = next.stream().map(CareerMatch::matchId).collect(Collectors.toSet());
        feed.append(
                DERIVED,
                continuation.sessions().stream()
                        .flatMap(session -> session.matches().stream()
                                .map(CareerMatch::matchId)
                                .filter(incoming::contains)
                                .map(match -> new DerivedRow(
                                        end.xuid(),
                                        match,
                                        session.sessionId(),
                                        continuation.scores().get(match))))
                        .toList());
        return Optional.of(CareerChange.of(continuation));
    }

    private static String incoming(Xuid xuid) {
        return "SELECT * FROM " + Incoming.name(Tables.MATCH_FACTS) + " WHERE xuid = " + Engine.literal(xuid.text());
    }

    private String facts(Xuid xuid, List<DataFile> stored) {
        String incoming = incoming(xuid);
        if (stored.isEmpty()) {
            return incoming;
        }
        return "SELECT * FROM " + Engine.parquet(storedFiles.checked(stored))
                + " WHERE match_id NOT IN (SELECT match_id FROM " + PartitionMerge.REPLACED + ") UNION ALL BY NAME "
                + incoming;
    }
}
