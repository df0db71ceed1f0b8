package dev.spartanlake.film;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The kills of a match with the deaths that they are: a film has both as events of their own, at the same millisecond
/// or the death one later.
///
/// A kill of a bot has no death, and a death that nobody caused has no kill; neither is in a pair.
public final class KillPairs {

    private static final long MOST_MILLIS_LATER = 1;

    /// The deaths of each millisecond that are in no pair yet.
    private final Map<Long, Deque<HighlightEvent>> deaths = new HashMap<>();

    private KillPairs(List<HighlightEvent> events) {
        events.stream()
                .filter(event -> event.happening() instanceof Happening.Death)
                .forEach(death -> deaths.computeIfAbsent(death.time().toMillis(), _ -> new ArrayDeque<>())
                        .add(death));
    }

    /// Pairs kills with deaths of other teams, those first that lie closest: all kills with deaths
    /// of the same millisecond, and then what is left of them with deaths one later. Of several
    /// kills the first in the film takes the first death. No death is paired twice.
    ///
    /// @param events of one match, in the order of the film
    /// @return in the order of the kills
    public static List<KillPair> of(List<HighlightEvent> events) {
        KillPairs left = new KillPairs(events);
        List<HighlightEvent> kills = events.stream()
                .filter(event -> event.happening() instanceof Happening.Kill)
                .toList();
        Map<Integer, KillPair> pairs = new TreeMap<>();
        for (long later = 0; later <= MOST_MILLIS_LATER; later++) {
            for (int i = 0; i < kills.size(); i++) {
                HighlightEvent kill = kills.get(i);
                if (!pairs.containsKey(i)) {
                    Optional<HighlightEvent> death = left.take(kill, later);
                    if (death.isPresent()) {
                        pairs.put(i, new KillPair(kill, death.get()));
                    }
                }
            }
        }
        return List.copyOf(pairs.values());
    }

    private Optional<HighlightEvent> take(HighlightEvent kill, long later) {
        Deque<HighlightEvent> candidates = deaths.get(kill.time().toMillis() + later);
        if (candidates != null) {
            for (Iterator<HighlightEvent> each = candidates.iterator(); each.hasNext(); ) {
                HighlightEvent death = each.next();
                if (death.team() != kill.team()) {
                    each.remove();
                    return Optional.of(death);
                }
            }
        }
        return Optional.empty();
    }
}
