package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says what matches would mean for a warehouse, and changes nothing.
public final class Preview implements MatchSink {

    private final PendingMatches pending = new PendingMatches();
    private final Function<Collection<String>, Map<String, Ledger.Entry>> stored;

    private Preview(Function<Collection<String>, Map<String, Ledger.Entry>> stored) {
        this.stored = stored;
    }

    /// A preview of changes to an existing warehouse.
    public static Preview of(Ledger ledger) {
        return new Preview(ledger::find);
    }

    /// A preview of the first change to a new warehouse.
    public static Preview ofNewWarehouse() {
        return new Preview(matchIds -> Map.of());
    }

    @Override
    public List<Disposition> stage(List<MatchRows> matches) {
        return pending.accept(matches, stored).dispositions();
    }
}
