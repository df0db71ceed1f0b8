package dev.spartanlake.commit;

import dev.spartanlake.career.CareerEnd;
import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowBuffer;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Recomputes sessions and scores of the players a change concerns, and finds out which stored facts change by
/// it.
final class CareerUpdate {

    /// The table of the derived columns of facts that are not in Java, where they are not what is stored.
    static final String DERIVED = "derived";

    /// To read so many files is more than to start a thread.
    private static final int MANY_FILES = 8;

    private final Engine engine;
    private final StoredFiles storedFiles;
    private final CareerRules rules;
    private final Incoming incoming;
    private final ReplacedMatches replaced;
    private final CareerDerivation derivation;
    private final RowFeed<DerivedRow> feed;
    private boolean hasDerived;

    CareerUpdate(CommitEngine commitEngine, StoredFiles storedFiles, CareerRules rules, ReplacedMatches replaced) {
        engine = commitEngine.engine();
        this.storedFiles = storedFiles;
        this.rules = rules;
        incoming = commitEngine.incoming();
        this.replaced = replaced;
        derivation = new CareerDerivation(engine, rules);
        feed = commitEngine.derived();
    }

    /// Whether [#DERIVED] has columns for rows of a table.
    boolean derivesColumnsOf(Table<?> table) {
        return hasDerived && table.name().equals(Tables.MATCH_FACTS.name());
    }

    /// Starts with no player concerned.
    void clear() {
        if (hasDerived) {
            engine.execute("DROP TABLE " + DERIVED);
            hasDerived = false;
        }
    }

    /// Computes one player's career from the stored facts that stay and the incoming ones.
    Career update(Xuid xuid, List<DataFile> stored) {
        Career career = withAllThreads(stored.size() >= MANY_FILES, () -> {
            try (Relation next = incoming.facts(xuid)) {
                return derivation.of(xuid, facts(next, stored));
            }
        });
        derive(
                xuid,
                career.facts().stream()
                        .filter(fact -> !fact.isStoredAsDerived())
                        .map(Career.Fact::derived)
                        .toList());
        return career;
    }

    /// Computes what incoming facts make of a career that is known: nothing stored is read.
    ///
    /// @return empty when they do not all come after the whole of it
    Optional<CareerChange> extend(CareerEnd end) {
        List<CareerMatch> next;
        try (Relation facts = incoming.facts(end.xuid())) {
            next = derivation.matches("SELECT * FROM " + facts.sql());
        }
        if (next.isEmpty() || !end.isBefore(next)) {
            return Optional.empty();
        }
        CareerEnd.Continuation continuation = end.followedBy(next, rules);
        Set<String> added = next.stream().map(CareerMatch::matchId).collect(Collectors.toSet());
        derive(
                end.xuid(),
                continuation.sessions().stream()
                        .flatMap(session -> session.matches().stream()
                                .map(CareerMatch::matchId)
                                .filter(added::contains)
                                .map(match -> new DerivedRow(
                                        end.xuid(),
                                        match,
                                        session.sessionId(),
                                        continuation.scores().get(match))))
                        .toList());
        return Optional.of(CareerChange.of(continuation));
    }

    private <T> T withAllThreads(boolean isWorthIt, Supplier<T> work) {
        if (!isWorthIt) {
            return work.get();
        }
        engine.useThreads(engine.threads());
        try {
            return work.get();
        } finally {
            engine.useThreads(1);
        }
    }

    private void derive(Xuid xuid, Collection<DerivedRow> derived) {
        List<DerivedRow> elsewhere = incoming.derive(xuid, derived);
        if (elsewhere.isEmpty()) {
            return;
        }
        if (!hasDerived) {
            feed.createTable(DERIVED);
            hasDerived = true;
        }
        RowBuffer<DerivedRow> rows = new RowBuffer<>(DerivedRow.COLUMNS);
        rows.addAll(elsewhere);
        feed.append(DERIVED, List.of(rows));
    }

    private String facts(Relation next, List<DataFile> stored) {
        String incomingFacts = "SELECT * FROM " + next.sql();
        if (stored.isEmpty()) {
            return incomingFacts;
        }
        return "SELECT * FROM " + Engine.parquet(storedFiles.checked(stored)) + " WHERE " + replaced.stays()
                + " UNION ALL BY NAME " + incomingFacts;
    }
}
