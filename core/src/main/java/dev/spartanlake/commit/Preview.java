package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says what matches would mean for a warehouse, and changes nothing.
public final class Preview implements StagingArea {

    private final PendingMatches pending = new PendingMatches();
    private final Function<Collection<String>, Map<String, Ledger.Entry>> entries;
    private final Stored stored;

    private Preview(Function<Collection<String>, Map<String, Ledger.Entry>> entries, Stored stored) {
        this.entries = entries;
        this.stored = stored;
    }

    /// Reads what is stored of matches.
    public interface Stored {

        /// Nothing is.
        Stored NOTHING = new Stored() {
            @Override
            public List<MatchRows> matches(Collection<String> matchIds) {
                return List.of();
            }

            @Override
            public boolean hasEvents(String matchId) {
                return false;
            }
        };

        /// The documents of those of some matches that are stored.
        ///
        /// @throws WarehouseException with [ErrorCode#DAMAGED] when one breaks a rule
        List<MatchRows> matches(Collection<String> matchIds);

        /// Whether highlight events of a match are stored.
        boolean hasEvents(String matchId);
    }

    /// A preview of changes to an existing warehouse by whole documents, for which nothing that is stored is read.
    public static Preview of(Ledger ledger) {
        return of(ledger, Stored.NOTHING);
    }

    /// A preview of changes to an existing warehouse.
    ///
    /// @param stored what is there of the matches
    public static Preview of(Ledger ledger, Stored stored) {
        return new Preview(ledger::find, stored);
    }

    /// A preview of the first change to a new warehouse.
    public static Preview ofNewWarehouse() {
        return new Preview(_ -> Map.of(), Stored.NOTHING);
    }

    @Override
    public List<MatchRows> storedMatches(Collection<String> matchIds) {
        return stored.matches(matchIds);
    }

    @Override
    public boolean hasEvents(String matchId) {
        return stored.hasEvents(matchId);
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
