package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Takes matches in, and knows what is stored of them.
public interface StagingArea extends MatchSink {

    /// The stored ones of some matches, with all that skill data and films are judged by.
    List<MatchRows> storedMatches(Collection<String> matchIds);

    /// Whether highlight events of a match are stored.
    boolean hasEvents(String matchId);

    /// What the ledger says of some matches, by their identifiers; those that are not stored are not among them.
    Map<String, Ledger.Entry> ledgerEntries(Collection<String> matchIds);
}
