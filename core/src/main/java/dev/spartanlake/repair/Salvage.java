package dev.spartanlake.repair;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can still be read of damaged files of documents, wherever in them it lies, compared with the ledger once all
/// of them were read: a file may have come to the place of another.
final class Salvage {

    private final DocumentSalvage reader;
    private final Map<String, Ledger.Entry> ledger;
    private final Map<YearMonth, Partition> damaged = new LinkedHashMap<>();
    private final Map<String, MatchRows> whole = new LinkedHashMap<>();

    Salvage(DocumentSalvage reader, Map<String, Ledger.Entry> ledger) {
        this.reader = reader;
        this.ledger = ledger;
    }

    /// Reads what can be read of a file.
    void read(Path file) {
        reader.documents(file).forEach(match -> whole.merge(id(match), match, this::better));
    }

    /// Says that the documents of a partition come from what was read, whatever its file holds.
    void replaces(Partition partition) {
        damaged.put(partition.month(), partition);
    }

    /// Of two contents of a match the one the ledger names.
    private MatchRows better(MatchRows one, MatchRows other) {
        return isListed(other) ? other : one;
    }

    private boolean isListed(MatchRows match) {
        Ledger.Entry entry = ledger.get(id(match));
        return entry != null && match.document().content().sha256().equals(entry.contentSha256());
    }

    /// The partitions whose documents come from here.
    Collection<Partition> partitions() {
        return List.copyOf(damaged.values());
    }

    /// The documents of damaged partitions that are what the ledger says, by month.
    Map<YearMonth, List<MatchRows>> kept() {
        Map<YearMonth, List<MatchRows>> kept = new LinkedHashMap<>();
        damaged.keySet().forEach(month -> kept.put(month, new ArrayList<>()));
        for (MatchRows match : whole.values()) {
            List<MatchRows> ofMonth = kept.get(month(match));
            if (ofMonth != null && isListed(match)) {
                ofMonth.add(match);
            }
        }
        return kept;
    }

    /// Those of some matches that are in damaged partitions and are what the ledger says.
    List<MatchRows> kept(Collection<String> matchIds) {
        return kept().values().stream()
                .flatMap(List::stream)
                .filter(match -> matchIds.contains(match.matchId()))
                .toList();
    }

    /// The documents of damaged partitions, or of none, that the ledger does not know with this content.
    List<MatchRows> found() {
        return whole.values().stream()
                .filter(match -> !isListed(match))
                .filter(match -> !ledger.containsKey(id(match)) || damaged.containsKey(month(match)))
                .toList();
    }

    /// The matches of damaged partitions whose documents were read nowhere.
    List<RepairReport.LostMatch> lost() {
        List<RepairReport.LostMatch> lost = new ArrayList<>();
        for (Ledger.Entry entry : ledger.values()) {
            Partition partition = damaged.get(Partition.monthOf(entry.startTime()));
            if (partition != null && entry.contentSha256() != null && !whole.containsKey(entry.matchId())) {
                lost.add(new RepairReport.LostMatch(entry.matchId(), partition.file()));
            }
        }
        return lost;
    }

    /// The month the ledger has a match in, or else the document.
    private YearMonth month(MatchRows match) {
        Ledger.Entry entry = ledger.get(id(match));
        return Partition.monthOf(
                entry == null ? match.document().document().matchInfo().startTime() : entry.startTime());
    }

    private static String id(MatchRows match) {
        return match.document().document().matchId();
    }
}
