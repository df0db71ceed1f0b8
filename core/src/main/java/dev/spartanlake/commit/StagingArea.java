package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Takes matches in, and knows what is stored of them.
public interface StagingArea extends MatchSink {

    /// The stored ones of some matches.
    List<MatchRows> storedMatches(Collection<String> matchIds);

    /// What the ledger says of some matches, by their identifiers; those that are not stored are not among them.
    Map<String, Ledger.Entry> ledgerEntries(Collection<String> matchIds);
}
