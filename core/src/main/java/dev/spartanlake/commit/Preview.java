package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says what matches would mean for a warehouse, and changes nothing.
public final class Preview implements StagingArea {

    private final PendingMatches pending = new PendingMatches();
    private final Function<Collection<String>, Map<String, Ledger.Entry>> entries;
    private final Function<Collection<String>, List<MatchRows>> stored;

    private Preview(
            Function<Collection<String>, Map<String, Ledger.Entry>> entries,
            Function<Collection<String>, List<MatchRows>> stored) {
        this.entries = entries;
        this.stored = stored;
    }

    /// A preview of changes to an existing warehouse by whole documents, for which nothing that is stored is read.
    public static Preview of(Ledger ledger) {
        return of(ledger, _ -> List.of());
    }

    /// A preview of changes to an existing warehouse.
    ///
    /// @param stored reads the documents of stored matches, by their identifiers
    public static Preview of(Ledger ledger, Function<Collection<String>, List<MatchRows>> stored) {
        return new Preview(ledger::find, stored);
    }

    /// A preview of the first change to a new warehouse.
    public static Preview ofNewWarehouse() {
        return new Preview(_ -> Map.of(), _ -> List.of());
    }

    @Override
    public List<MatchRows> storedMatches(Collection<String> matchIds) {
        return stored.apply(matchIds);
    }

    @Override
    public Map<String, Ledger.Entry> ledgerEntries(Collection<String> matchIds) {
        return entries.apply(matchIds);
    }

    @Override
    public List<Disposition> stage(List<MatchRows> matches) {
        return pending.accept(matches, entries).dispositions();
    }
}
