package dev.spartanlake.repair;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.repair.RepairReport.LostPart;
import dev.spartanlake.schema.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was read of one part of matches, from whatever files, compared with the ledger.
///
/// @param <P> the part as it is read
final class SalvagedPart<P> {

    private final MatchPart part;
    private final Function<P, String> identity;
    private final Map<String, Ledger.Entry> ledger;
    private final Set<Partition> damaged = new TreeSet<>();
    private final Set<Partition> readWhole = new HashSet<>();
    private final Map<String, P> read = new HashMap<>();

    /// @param identity what the ledger says of a part
    SalvagedPart(MatchPart part, Function<P, String> identity, Map<String, Ledger.Entry> ledger) {
        this.part = part;
        this.identity = identity;
        this.ledger = ledger;
    }

    /// Says that the rows of a partition come from here, whatever its file holds.
    void replaces(Partition partition) {
        damaged.add(partition);
    }

    /// Says that all rows of a partition's file were read.
    void isReadWhole(Partition partition) {
        readWhole.add(partition);
    }

    /// Notes what was read of a match. Of two that the ledger knows stands.
    void add(String matchId, P found) {
        read.merge(matchId, found, (one, other) -> isListed(matchId, other) ? other : one);
    }

    /// The partitions whose rows come from here.
    Set<Partition> partitions() {
        return damaged;
    }

    /// What was read of a match and is what the ledger says; null when there is no such thing.
    @Nullable
    P listed(String matchId) {
        P found = read.get(matchId);
        return found != null && isListed(matchId, found) ? found : null;
    }

    /// What was read of a match and has a place there: what the ledger says, and anything where
    /// that knows of none or of one in a damaged file. Null when there is no such thing: what is
    /// stored and whole stays.
    @Nullable
    P fitting(String matchId) {
        P found = read.get(matchId);
        return found != null && (isListed(matchId, found) || isLacking(ledger.get(matchId))) ? found : null;
    }

    /// The stored matches of which something was read that has a place there and the ledger does
    /// not know.
    Set<String> found() {
        Set<String> found = new TreeSet<>();
        read.forEach((match, one) -> {
            if (ledger.containsKey(match) && !isListed(match, one) && fitting(match) != null) {
                found.add(match);
            }
        });
        return found;
    }

    /// What was stored and can be read nowhere. What the ledger knows and has no rows in a file
    /// that was read has none at all, such as a film in which nothing happened.
    ///
    /// @param withoutDocument matches whose rows cannot be made anew because they have no document
    ///     any more
    List<LostPart> lost(Collection<String> withoutDocument) {
        List<LostPart> lost = new ArrayList<>();
        for (Ledger.Entry entry : ledger.values()) {
            String match = entry.matchId();
            boolean isBare = entry.contentSha256() == null || withoutDocument.contains(match);
            boolean isRead = read.containsKey(match) || readWhole.contains(partition(entry));
            if (entry.identity(part) != null && isDamaged(entry) && (isBare || !isRead)) {
                lost.add(new LostPart(match, part, partition(entry).file()));
            }
        }
        return lost;
    }

    private boolean isListed(String matchId, P found) {
        Ledger.Entry entry = ledger.get(matchId);
        return entry != null && identity.apply(found).equals(entry.identity(part));
    }

    private boolean isLacking(Ledger.@Nullable Entry entry) {
        return entry == null || entry.identity(part) == null || isDamaged(entry);
    }

    private boolean isDamaged(Ledger.Entry entry) {
        return damaged.contains(partition(entry));
    }

    private Partition partition(Ledger.Entry entry) {
        return Partition.of(part.table(), null, entry.startTime());
    }
}
