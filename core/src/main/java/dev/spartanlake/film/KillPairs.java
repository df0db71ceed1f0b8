package dev.spartanlake.film;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The kills of a match with the deaths that they are: a film has both as events of their own, at the same millisecond
/// or the death one later.
///
/// A kill of a bot has no death, and a death that nobody caused has no kill; neither is in a pair.
public final class KillPairs {

    private static final long MOST_MILLIS_LATER = 1;

    private KillPairs() {}

    /// Pairs kills with deaths of other teams: the death that comes soonest, of several the first in the film. No death
    /// is paired twice.
    ///
    /// @param events of one match, in the order of the film
    /// @return in the order of the kills
    public static List<KillPair> of(List<HighlightEvent> events) {
        List<HighlightEvent> deaths = events.stream()
                .filter(event -> event.happening() instanceof Happening.Death)
                .toList();
        Set<HighlightEvent> taken = new HashSet<>();
        List<KillPair> pairs = new ArrayList<>();
        for (HighlightEvent event : events) {
            if (event.happening() instanceof Happening.Kill) {
                for (long later = 0; later <= MOST_MILLIS_LATER; later++) {
                    Optional<HighlightEvent> death = first(deaths, event, later, taken);
                    if (death.isPresent()) {
                        taken.add(death.get());
                        pairs.add(new KillPair(event, death.get()));
                        break;
                    }
                }
            }
        }
        return pairs;
    }

    private static Optional<HighlightEvent> first(
            List<HighlightEvent> deaths, HighlightEvent kill, long later, Set<HighlightEvent> taken) {
        return deaths.stream()
                .filter(death -> death.time().equals(kill.time().plusMillis(later)))
                .filter(death -> death.team() != kill.team())
                .filter(death -> !taken.contains(death))
                .findFirst();
    }
}
