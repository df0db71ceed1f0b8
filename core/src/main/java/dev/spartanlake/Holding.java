package dev.spartanlake;

import dev.spartanlake.catalog.Absences;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.match.MatchId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What there is of a match.
///
/// @param document its document
/// @param skill its skill document
/// @param film the highlight events of its film
public record Holding(Presence document, Presence skill, Presence film) {

    /// Whether there is something.
    public enum Presence {
        /// It is stored.
        STORED,
        /// It was asked for, and does not exist.
        ABSENT,
        /// Neither is known.
        UNKNOWN
    }

    static Map<MatchId, Holding> of(Catalog catalog, Collection<MatchId> matches) {
        List<String> ids = matches.stream().map(MatchId::value).toList();
        Map<String, Ledger.Entry> stored = catalog.ledger().find(ids);
        Set<String> withoutDocument = catalog.absences().among(Absences.What.MATCH, ids);
        Set<String> withoutSkill = catalog.absences().among(Absences.What.SKILL, ids);
        Set<String> withoutFilm = catalog.absences().among(Absences.What.FILM, ids);
        Map<MatchId, Holding> holdings = new HashMap<>();
        for (String id : ids) {
            Ledger.Entry entry = stored.get(id);
            Holding holding = new Holding(
                    presence(entry != null && entry.contentSha256() != null, withoutDocument.contains(id)),
                    presence(entry != null && entry.skillSha256() != null, withoutSkill.contains(id)),
                    presence(entry != null && entry.film() != null, withoutFilm.contains(id)));
            if (!holding.equals(NOTHING)) {
                holdings.put(new MatchId(id), holding);
            }
        }
        return holdings;
    }

    private static final Holding NOTHING = new Holding(Presence.UNKNOWN, Presence.UNKNOWN, Presence.UNKNOWN);

    private static Presence presence(boolean isStored, boolean isAbsent) {
        if (isStored) {
            return Presence.STORED;
        }
        return isAbsent ? Presence.ABSENT : Presence.UNKNOWN;
    }
}
